"""What is said off the script is read by the other side in its language, as a machine translated it."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from playwright.async_api import Browser

from tests.e2e import looks, speech
from tests.e2e.clerk import Clerk
from tests.e2e.guest import Guest, guest, until
from tests.e2e.serving import Serving
from tests.e2e.translator import CLAUSE

Plant = Callable[..., Awaitable[dict[str, Any]]]
Speaking = Callable[[Path], Awaitable[Browser]]


async def test_korean_without_a_script_is_read_in_vietnamese_and_marked_as_a_machines(
    hall: Serving,
    chromium: Browser,
    speaking_browser: Speaking,
    plant: Plant,
    clerk: Clerk,
    korean: speech.Recording,
):
    planted = await plant(live=True)
    links = planted["links"]
    browser = await speaking_browser(korean.wav)
    phone = {"width": 390, "height": 844}
    async with (
        guest(chromium, hall, links["sports"], "vi") as reader,
        guest(chromium, hall, links["chairman"], "vi", viewport=phone) as other,
        guest(chromium, hall, links["director"], "ko") as listener,
        guest(browser, hall, links["mayor"], "ko") as speaker,
    ):
        for one in (reader, other, listener):
            await one.comes_unseen()
        await speaker.comes_on_air()
        await until(lambda: _is_machine(reader), within_s=60, what="a machine's translation")
        seen = await reader.caption()
        await until(lambda: _is_machine(other), within_s=20)
        await looks.shoot(other.page, "live-translation.vi.phone")
        await looks.shoot(reader.page, "live-translation.vi.wide")

        assert seen["lang"] == "vi"
        assert CLAUSE in seen["text"].lower()
        assert seen["mark"] == reader.says("mark.machineBy").replace("{{engine}}", "libretranslate")
        assert {note["seen"]["origin"] for note in await listener.captions()} <= {"quiet", "source"}
        assert await looks.faults(reader.page, looks.ROOM_PX) == []
        assert await looks.faults(other.page, looks.ROOM_PX) == []
        stored = await clerk.transcript(meeting=planted["meeting"])
        assert any("vi" in line["languages"] for line in stored if line["kind"] == "source")


async def _is_machine(one: Guest) -> bool:
    return bool((await one.caption())["origin"] == "machine")
