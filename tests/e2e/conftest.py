"""One running product, one quiet browser, and meetings as the tests need them."""

import itertools
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Playwright, async_playwright

from tests.e2e import browsers, speech
from tests.e2e.clerk import Clerk, hire
from tests.e2e.serving import Serving, serving

HERE = Path(__file__).parent
session = pytest_asyncio.fixture(scope="session", loop_scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here is e2e, and shares one event loop with the browsers."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.e2e)
            if pytest_asyncio.is_async_test(item):
                item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(scope="session")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """`twinhall serve`; it must stop cleanly at the end, with nothing left running."""
    with serving(tmp_path_factory.mktemp("hall")) as running:
        yield running


@session
async def clerk(hall: Serving) -> AsyncIterator[Clerk]:
    """Does what tests ask of the database; two cities are there."""
    hired = await hire(hall)
    await hired.cities()
    yield hired
    await hired.dismiss()


@pytest.fixture(scope="session")
def sounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sounds")


@pytest.fixture(scope="session")
def vietnamese(sounds: Path) -> speech.Recording:
    """The chairman's remarks in a synthetic voice."""
    try:
        return speech.synthetic_vietnamese(sounds)
    except LookupError as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def korean(sounds: Path) -> speech.Recording:
    """A real voice; skipped where ../shared/data is absent."""
    try:
        return speech.real_korean(sounds)
    except LookupError as missing:
        pytest.skip(str(missing))


@session
async def playwright() -> AsyncIterator[Playwright]:
    async with async_playwright() as running:
        yield running


@session
async def chromium(playwright: Playwright, sounds: Path) -> AsyncIterator[Browser]:
    """The browser of everyone who does not speak: their microphone hears a quiet room."""
    browser = await browsers.launch(playwright, speech.silence(sounds))
    yield browser
    await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def speaking_browser(playwright: Playwright) -> AsyncIterator[Callable[[Path], Awaitable[Browser]]]:
    """speaking_browser(wav): a browser whose microphone is that file, closed after the test."""
    started: list[Browser] = []

    async def start(wav: Path) -> Browser:
        started.append(await browsers.launch(playwright, wav))
        return started[-1]

    yield start
    for browser in started:
        await browser.close()


@pytest.fixture
def plant(clerk: Clerk) -> Callable[..., Awaitable[dict[str, Any]]]:
    """plant(**how): a fresh meeting with links for everyone; see planting.meeting."""
    numbers = itertools.count(1)

    async def make(**how: Any) -> dict[str, Any]:
        title = f"오산시·꽝남성 제{next(numbers)}차 화상회의"
        planted: dict[str, Any] = await clerk.meeting(**({"title": title, "scripts": {}, "to": {}} | how))
        return planted

    return make
