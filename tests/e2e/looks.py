"""What a page must never do: scroll sideways, cut words, offer targets too small to hit, fail axe."""

from functools import cache
from pathlib import Path

from playwright.async_api import Page

from tests.e2e.serving import CHECKOUT

SHOTS = CHECKOUT / "tests" / "shots"
AXE = CHECKOUT / "frontend" / "room" / "node_modules" / "axe-core" / "axe.min.js"
LOOKS = Path(__file__).parent / "looks.js"
ROOM_PX, OFFICE_PX = 44, 36
RULES_IN = ("ko", "vi")  # the mark-up is the same in every language, and axe takes as long as all the rest


@cache
def _script(kept: Path) -> str:
    return kept.read_text()


async def faults(page: Page, least_px: int) -> list[str]:
    """Everything wrong with the page as it stands; [] is what we want."""
    if await page.evaluate("document.documentElement.lang") in RULES_IN:
        await page.evaluate(_script(AXE))
    found: list[str] = await page.evaluate(_script(LOOKS), least_px)
    return found


async def shoot(page: Page, name: str, *, whole: bool = True) -> None:
    """Keep a picture under tests/shots/ (not in git)."""
    SHOTS.mkdir(exist_ok=True)
    await page.screenshot(path=SHOTS / f"{name}.png", full_page=whole)
