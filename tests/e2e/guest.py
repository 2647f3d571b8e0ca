"""Someone at their browser: opens a link, goes in, reads, presses what there is to press."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Locator, Page, expect

from tests.e2e import browsers, looks
from tests.e2e.serving import Serving
from tests.e2e.words import words

WITNESS = (Path(__file__).parent / "witness.js").read_text()


@dataclass(frozen=True, slots=True)
class Guest:
    """A person at a page; `language` is what they read."""

    page: Page
    language: str

    def says(self, key: str) -> str:
        """The room's words in this person's language."""
        return words(self.language, key)

    def button(self, key: str) -> Locator:
        """The button with these words."""
        return self.page.get_by_role("button", name=re.compile(re.escape(self.says(key))))

    async def enter(self) -> None:
        """Press the one large button, and be in the room."""
        await self.knock()
        await expect(self.page.locator("body.room .controls")).to_be_visible(timeout=20_000)

    async def comes_unseen(self) -> None:
        """Come in with camera and microphone off: pictures cost the machine more than all the rest."""
        await expect(self.button("entry.enter")).to_be_visible()
        for device in ("entry.turnCameraOff", "entry.turnMicOff"):
            if await self.button(device).count():
                await self.button(device).click()
        await self.enter()

    async def comes_on_air(self) -> None:
        """Come in with the microphone alone."""
        await expect(self.button("entry.enter")).to_be_visible()
        if await self.button("entry.turnCameraOff").count():
            await self.button("entry.turnCameraOff").click()
        await self.enter()

    async def knock(self) -> None:
        """Press the one large button."""
        await self.button("entry.enter").click()

    async def leave(self) -> None:
        await self.button("controls.leave").last.click()
        await expect(self.heading("closed.left.title")).to_be_visible()

    def heading(self, key: str) -> Locator:
        return self.page.get_by_role("heading", name=self.says(key))

    def tile(self, person: int) -> Locator:
        return self.page.locator(f".tile[data-person='{person}']")

    async def open_panel(self) -> None:
        """The officer's sheet."""
        await self.button("controls.officer").click()
        await expect(self.page.get_by_role("heading", name=self.says("officer.title"))).to_be_visible()

    async def item(self) -> int | None:
        """The id of the agenda item shown as current."""
        current = self.page.locator(".run [aria-current=step]")
        return int(await current.get_attribute("data-item") or 0) if await current.count() else None

    async def sees_frames_of(self, person: int) -> int:
        """How many pictures of this person were shown so far."""
        counted = (
            await self.tile(person)
            .locator("video")
            .evaluate("video => video.getVideoPlaybackQuality().totalVideoFrames")
        )
        return int(counted)

    async def received(self) -> dict[str, float]:
        """Frames decoded, sound energy heard, packets, over all that came in."""
        sums: dict[str, float] = await self.page.evaluate("witness.received()")
        return sums

    async def caption(self) -> dict[str, Any]:
        """What stands in the caption panel now."""
        now: dict[str, Any] | None = await self.page.evaluate("witness.captionNow()")
        return now or {"origin": None, "text": "", "segment": None}

    async def captions(self) -> list[dict[str, Any]]:
        """Everything that stood in the caption panel, oldest first: {at (ms), seen}."""
        noted: list[dict[str, Any]] = await self.page.evaluate("witness.captions")
        return noted

    async def script_lines(self, since_ms: float = 0) -> list[str]:
        """The scripted sentences that were shown, each once as it came."""
        lines: list[str] = []
        for note in await self.captions():
            seen = note["seen"]
            if (
                note["at"] >= since_ms
                and seen["kind"] == "script"
                and (not lines or lines[-1] != seen["text"])
            ):
                lines.append(seen["text"])
        return lines


@asynccontextmanager
async def guest(
    browser: Browser,
    hall: Serving,
    token: str,
    language: str,
    *,
    viewport: dict[str, int] | None = None,
    scripts: Sequence[str] = (),
) -> AsyncIterator[Guest]:
    """Someone who opened their link: at the device check, in the lobby's first page.

    When a test fails, a picture of their page is kept and its console is told.
    """
    context = await browsers.profile(browser, language, viewport)
    for script in (WITNESS, *scripts):
        await context.add_init_script(script)
    page = await context.new_page()
    errors: list[str] = []
    console: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: console.append(f"{message.type}: {message.text}"[:300]))
    try:
        await page.goto(f"{hall.url}/j/{token}/")
        yield Guest(page, language)
    except Exception as failure:
        looks.SHOTS.mkdir(exist_ok=True)
        kept = looks.SHOTS / f"failed.{token[:6]}.{language}.png"
        failure.add_note("\n".join([f"picture: {kept}", f"console ({language}):", *console[-15:], *errors]))
        await page.screenshot(path=kept)
        raise
    finally:
        await context.close()
    assert errors == []


async def until(true: Callable[[], Any], *, within_s: float, every_s: float = 0.2, what: str = "") -> float:
    """Wait until an async question is answered yes; return how many seconds that took."""
    clock = asyncio.get_running_loop().time
    begun = clock()
    while True:
        answer = await true()
        if answer:
            return clock() - begun
        if clock() - begun > within_s:
            raise AssertionError(f"not within {within_s} s: {what or true} (last answer: {answer!r})")
        await asyncio.sleep(every_s)
