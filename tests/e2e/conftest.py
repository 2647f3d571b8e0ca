"""One running product, one quiet browser, and meetings as the tests need them."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Playwright, async_playwright, expect

from tests.e2e import browsers, speech, translator
from tests.e2e.clerk import Clerk, hire
from tests.e2e.serving import Serving, serving
from tests.stand_in import StandIn

HERE = Path(__file__).parent
expect.set_options(timeout=30_000)  # how long is asked only where it is promised
MEASURED = pytest.StashKey[list[str]]()
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
    """`twinhall serve`; it must stop cleanly at the end, with nothing left running.

    Recognised Korean is translated into Vietnamese by a stand-in; no other pair has an engine.
    """
    with closing(StandIn(translator.respond)) as outside:
        more = {"TWINHALL_TRANSLATORS": "libretranslate", "TWINHALL_LIBRETRANSLATE_URL": outside.url}
        with serving(tmp_path_factory.mktemp("hall"), more) as running:
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


@pytest_asyncio.fixture(loop_scope="session")
async def plant(clerk: Clerk) -> AsyncIterator[Callable[..., Awaitable[dict[str, Any]]]]:
    """plant(**how): a fresh meeting with links for everyone, ended after the test; see planting.meeting."""
    made: list[int] = []

    async def make(**how: Any) -> dict[str, Any]:
        title = f"오산시·꽝남성 제{len(made) + 1}차 화상회의"
        planted: dict[str, Any] = await clerk.meeting(**({"title": title, "scripts": {}, "to": {}} | how))
        made.append(planted["meeting"])
        return planted

    yield make
    for meeting in made:
        await clerk.end(meeting=meeting)


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> Callable[[str, float], None]:
    """measured(what, seconds): told at the end of the run; how long is no fact, only that it ends."""
    told = request.config.stash.setdefault(MEASURED, [])

    def tell(what: str, seconds: float) -> None:
        told.append(f"{seconds:6.1f} s  {what}")

    return tell


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Print what was measured."""
    if told := config.stash.get(MEASURED, []):
        terminalreporter.section("measured, on a machine that other work may share")
        for line in told:
            terminalreporter.write_line(line)
