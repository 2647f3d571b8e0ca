"""People whose camera or microphone is not given, or not there."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Playwright, expect

from tests.e2e import browsers
from tests.e2e.guest import guest
from tests.e2e.serving import Serving

Plant = Callable[..., Awaitable[dict[str, Any]]]
NOTHING_PLUGGED_IN = """
const nothing = async () => { throw new DOMException("Requested device not found", "NotFoundError"); };
navigator.mediaDevices.getUserMedia = nothing;
navigator.mediaDevices.enumerateDevices = async () => [];
"""


@pytest_asyncio.fixture(loop_scope="session")
async def asking_browser(playwright: Playwright):
    """A browser that asks before it gives a camera; headless, its answer is no."""
    browser = await browsers.launch(playwright, permits=False)
    yield browser
    await browser.close()


async def test_who_refuses_the_camera_is_told_and_comes_in_all_the_same(
    hall: Serving, asking_browser: Browser, plant: Plant
):
    links = (await plant())["links"]
    async with guest(asking_browser, hall, links["sports"], "vi") as sports:
        await expect(sports.page.get_by_text(sports.says("trouble.camera.refused")).first).to_be_visible()
        await expect(sports.page.get_by_text(sports.says("trouble.microphone.refused")).first).to_be_visible()

        await sports.enter()


async def test_who_has_no_microphone_is_told_and_comes_in_all_the_same(
    hall: Serving, chromium: Browser, plant: Plant
):
    links = (await plant())["links"]
    async with guest(chromium, hall, links["sports"], "vi", scripts=[NOTHING_PLUGGED_IN]) as sports:
        await expect(sports.page.get_by_text(sports.says("trouble.microphone.missing")).first).to_be_visible()

        await sports.enter()


@pytest.mark.parametrize("language", ["ko"])
async def test_press_watches_and_has_no_camera_to_check(
    hall: Serving, chromium: Browser, plant: Plant, language: str
):
    links = (await plant())["links"]
    async with guest(chromium, hall, links["press"], language) as press:
        await expect(press.page.get_by_text(press.says("entry.listenOnly"))).to_be_visible()
        await press.enter()

        assert await press.button("controls.mic").count() == 0
