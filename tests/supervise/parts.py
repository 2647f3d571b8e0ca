"""Parts that are real processes, and a log that remembers."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import psutil

from twinhall.supervise.keeper import Keeper
from twinhall.supervise.part import Part

_WAIT_S = 20.0


class Remembered:
    """A log that keeps its events and lets a test wait for one."""

    def __init__(self) -> None:
        self.events: list[tuple[str, str, str]] = []

    def __call__(self, part: str, level: str, text: str) -> None:
        self.events.append((part, level, text))

    async def until(self, true: Callable[[list[tuple[str, str, str]]], bool]) -> None:
        async with asyncio.timeout(_WAIT_S):
            while not true(self.events):  # noqa: ASYNC110  the events come from real processes
                await asyncio.sleep(0.02)

    def started(self) -> list[psutil.Process]:
        """The processes that were started and still run, oldest first."""
        told = [int(text.removeprefix("started pid=")) for _, _, text in self.events if "started" in text]
        return [psutil.Process(pid) for pid in told if psutil.pid_exists(pid)]


def python(name: str, code: str, **more: float) -> Part:
    return Part(name, (sys.executable, "-u", "-c", code), **more)


@asynccontextmanager
async def kept(part: Part, log: Remembered) -> AsyncIterator[Keeper]:
    """Keep a part for the length of a test."""
    keeper = Keeper(part, log)
    keeping = asyncio.create_task(keeper.keep())
    try:
        yield keeper
    finally:
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)
