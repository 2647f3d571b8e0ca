"""What a page must never do: scroll sideways, cut words, offer targets too small to hit, fail axe."""

from functools import cache
from pathlib import Path

from playwright.async_api import Page

from tests.e2e.serving import CHECKOUT

SHOTS = CHECKOUT / "tests" / "shots"
AXE = CHECKOUT / "frontend" / "room" / "node_modules" / "axe-core" / "axe.min.js"
ROOM_PX, OFFICE_PX = 44, 36

SIDEWAYS = "() => document.documentElement.scrollWidth - innerWidth"
CUT = """() => [...document.querySelectorAll("h1,h2,h3,button,a,.button,.tag,.status,.mark,.what,b,dd,dt,.name,.now")]
  .filter((e) => e.offsetParent && e.clientWidth > 1 && !e.closest(".unseen")
    && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== "inline")
  .map((e) => `${e.tagName}.${e.className}|${e.textContent.trim().slice(0, 40)}`)"""
# A link within a sentence is as high as its line; a control inside a label is pressed by the label.
SMALL = """(least) => [...document.querySelectorAll("a,button,select,summary,label,input,textarea")]
  .filter((e) => e.offsetParent && !e.closest(".unseen") && !e.matches("label input, label select, [type=hidden]"))
  .filter((e) => !(e.matches("a, label") && getComputedStyle(e).display === "inline"))
  .filter((e) => !(e.matches("label") && !e.querySelector("input,select")))
  .map((e) => [e, e.getBoundingClientRect()])
  .filter(([, r]) => r.width > 1 && (r.width < least - 0.5 || r.height < least - 0.5))
  .map(([e, r]) => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 20)} ${r.width | 0}×${r.height | 0}`)"""
RULES = """async () => (await axe.run()).violations.map((v) =>
  `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ") + " " + (n.any[0]?.message ?? "")).join(" | ")}`)"""


@cache
def _axe() -> str:
    return AXE.read_text()


async def faults(page: Page, least_px: int) -> list[str]:
    """Everything wrong with the page as it stands; [] is what we want."""
    await page.evaluate("document.fonts.ready")
    sideways = await page.evaluate(SIDEWAYS)
    cut = await page.evaluate(CUT)
    small = await page.evaluate(SMALL, least_px)
    await page.evaluate(_axe())
    rules = await page.evaluate(RULES)
    found = [f"scrolls {sideways} px sideways"] if sideways > 0 else []
    return [*found, *(f"cut: {one}" for one in cut), *(f"small: {one}" for one in small), *rules]


async def shoot(page: Page, name: str, *, whole: bool = True) -> Path:
    """Keep a picture under tests/shots/ (not in git)."""
    SHOTS.mkdir(exist_ok=True)
    kept = SHOTS / f"{name}.png"
    await page.screenshot(path=kept, full_page=whole)
    return kept
