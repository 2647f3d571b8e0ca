"""What is said off the script is read by the other side in its language, as a machine translated it."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, expect

from tests.e2e import looks, speech
from tests.e2e.clerk import Clerk
from tests.e2e.guest import Guest, guest, until
from tests.e2e.serving import Serving
from tests.e2e.translator import CLAUSE

Plant = Callable[..., Awaitable[dict[str, Any]]]
SCREENS = {"wide": (1440, 900), "phone": (390, 844)}
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
    async with (
        guest(chromium, hall, links["chairman"], "vi") as reader,
        guest(browser, hall, links["mayor"], "ko") as speaker,
    ):
        await reader.comes_unseen()
        await speaker.comes_on_air()
        await until(lambda: _is_machine(reader), within_s=120, what="a machine's translation")
        seen = await reader.caption()
        for name, (width, height) in SCREENS.items():
            await reader.page.set_viewport_size({"width": width, "height": height})
            # The next sentence is being heard; once it is translated too, its words go.
            await expect(reader.page.locator(".live .spoken [lang=ko]")).to_be_visible()
            await looks.shoot(reader.page, f"live-translation.vi.{name}")
            faults = await looks.faults(reader.page, looks.ROOM_PX)
            assert faults == []

        assert seen["lang"] == "vi"
        assert CLAUSE in seen["text"].lower()
        assert seen["mark"] == reader.says("mark.machineBy").replace("{{engine}}", "LibreTranslate")
        assert {note["seen"]["origin"] for note in await speaker.captions()} <= {"quiet", "source"}
        stored = await clerk.transcript(meeting=planted["meeting"])
        assert any("vi" in line["languages"] for line in stored if line["kind"] == "source")


async def _is_machine(one: Guest) -> bool:
    return bool((await one.caption())["origin"] == "machine")
