"""A delegate reads from the prompter: it goes with their voice, and waits while they say something else."""

from collections.abc import Awaitable, Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, expect

from tests.e2e import looks, speech
from tests.e2e.clerk import Clerk
from tests.e2e.guest import Guest, guest, until
from tests.e2e.serving import Serving

Plant = Callable[..., Awaitable[dict[str, Any]]]
Speaking = Callable[[Path], Awaitable[Browser]]
WATCH = (Path(__file__).parent / "prompter.js").read_text()
BEFORE_AD_LIB = 2  # sentences
PATIENCE_ROUNDS = 6  # of the recording


@pytest.fixture(scope="module")
def digressing(sounds: Path) -> speech.Recording:
    """Three sentences in a synthetic voice; between the second and the third it speaks of the weather."""
    try:
        return speech.with_ad_lib(sounds, BEFORE_AD_LIB)
    except LookupError as missing:
        pytest.skip(str(missing))


async def test_the_prompter_goes_with_the_voice_and_waits_off_script(
    hall: Serving, speaking_browser: Speaking, plant: Plant, digressing: speech.Recording
):
    planted = await plant(scripts={"chairman": digressing.script}, to={"chairman": "ko"}, live=True)
    browser = await speaking_browser(digressing.wav)
    link = planted["links"]["chairman"]
    async with guest(browser, hall, link, "vi", scripts=[WATCH]) as chairman:
        await chairman.comes_on_air()
        await chairman.button("prompter.open").click()
        patience = PATIENCE_ROUNDS * digressing.seconds
        await until(lambda: _came_back(chairman), within_s=patience, what="the third after the ad-lib")
        notes = await _notes(chairman)

    places = {note["position"] for note in notes if note["status"] == "following"}
    assert {2, 3} <= places <= {1, 2, 3}  # the first may have been read before they came on air
    waits = [(a, b) for a, b in pairwise(notes) if a["status"] == b["status"] == "offScript"]
    assert [(a, b) for a, b in waits if a["top"] != b["top"]] == []


async def test_the_hand_moves_the_prompter_and_nothing_else(
    hall: Serving, chromium: Browser, plant: Plant, clerk: Clerk
):
    script = [[f"{number}번째 문장입니다.", f"Câu thứ {number}."] for number in range(1, 6)]
    planted = await plant(scripts={"mayor": script}, to={"mayor": "vi"}, live=True)
    async with guest(chromium, hall, planted["links"]["mayor"], "ko", scripts=[WATCH]) as mayor:
        await mayor.comes_unseen()
        await mayor.button("prompter.open").click()
        await expect(_now(mayor)).to_have_text("1번째 문장입니다.")
        for key in ("PageDown", " ", "ArrowRight", "ArrowUp"):
            await mayor.page.keyboard.press(key)
        await expect(_now(mayor)).to_have_text("3번째 문장입니다.")
        reads = mayor.page.locator(".prompter-reads")
        await expect(reads.locator("p")).to_have_text("Câu thứ 3.")
        await expect(reads.locator(".mark")).to_have_text(mayor.says("mark.approved"))

        assert await looks.faults(mayor.page, looks.ROOM_PX) == []

        await clerk.reword(remarks=planted["remarks"]["mayor"], position=3, words="고친 문장입니다.")
        await expect(_now(mayor)).to_have_text("고친 문장입니다.")
        await expect(reads.locator("p")).to_have_text(mayor.says("prompter.notTranslated"))

        await mayor.page.keyboard.press("Escape")
        await expect(mayor.page.locator("body.room .controls")).to_be_visible()
        assert await clerk.transcript(meeting=planted["meeting"]) == []


def _now(one: Guest) -> Any:
    return one.page.locator(".prompter-text [aria-current]")


async def _notes(one: Guest) -> list[dict[str, Any]]:
    noted: list[dict[str, Any]] = await one.page.evaluate("prompted")
    return noted


async def _came_back(one: Guest) -> bool:
    """True when they left the script behind its second sentence and were found again in the third."""
    notes = await _notes(one)
    waits = ("offScript", BEFORE_AD_LIB)
    left = next(
        (n for n, note in enumerate(notes) if (note["status"], note["position"]) == waits), len(notes)
    )
    after = [note for note in notes[left:] if note["status"] == "following"]
    return any(note["position"] > BEFORE_AD_LIB for note in after)
