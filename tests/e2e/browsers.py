"""Chromium as people have it: a camera, a microphone that is a WAV file, and a network that can go."""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import psutil
from playwright.async_api import Browser, BrowserContext, Page, Playwright

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
LOCALES = {"ko": "ko-KR", "vi": "vi-VN", "ja": "ja-JP", "en": "en-GB"}
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--disable-background-timer-throttling",
)
FPS = 5  # of the fake camera: enough to see that pictures move
NOBODY_ASKS = (
    "--use-fake-ui-for-media-stream",
    "--auto-select-desktop-capture-source=Entire screen",
)


def chromium_path() -> str:
    """The Chromium on PATH. Raises LookupError."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    raise LookupError("no Chromium on PATH: `make setup` as root installs it")


async def launch(
    playwright: Playwright, microphone: Path | None = None, *, permits: bool = True, fps: int = FPS
) -> Browser:
    """Start a browser of its own. `permits`: it gives camera and microphone without asking."""
    camera = f"--use-fake-device-for-media-stream=fps={fps}"
    flags = [*QUIET, camera, *(NOBODY_ASKS if permits else ())]
    if microphone:
        flags.append(f"--use-file-for-fake-audio-capture={microphone}")
    return await playwright.chromium.launch(executable_path=chromium_path(), args=flags)


async def profile(browser: Browser, language: str, viewport: dict[str, int] | None = None) -> BrowserContext:
    """A person's own browser profile, in their language."""
    context = await browser.new_context(
        viewport=viewport or WIDE,
        locale=LOCALES[language],
        reduced_motion="reduce",
        bypass_csp=True,  # axe is added to the page
    )
    context.set_default_timeout(30_000)
    return context


def network_of(browser_process: psutil.Process) -> psutil.Process:
    """The process through which a Chromium reaches the network: stopped, its network is gone."""
    for child in browser_process.children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            if "network.mojom.NetworkService" in " ".join(child.cmdline()):
                return child
    raise LookupError("this Chromium has no network process")


def browser_with(words: str) -> psutil.Process:
    """The Chromium, started by us, whose command line holds these words."""
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            command = process.cmdline()
            if any(words in word for word in command) and not any("--type=" in word for word in command):
                return process
    raise LookupError(f"no browser was started with {words}")


async def close_all(pages: Sequence[Page]) -> None:
    """Leave, as one does by closing the window."""
    for page in pages:
        await page.context.close()
