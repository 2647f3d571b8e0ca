"""Sentences are translated on threads of their own, beside the loop and the engines that hear."""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress

from twinhall.captions.lanes import Lanes
from twinhall.captions.ports import SentenceTranslator
from twinhall.captions.translating import Asked, Outcome


class TranslationThreads:
    """Translations on a thread a language. To be made in the loop that asks for them."""

    def __init__(self, translator: SentenceTranslator, clock_s: Callable[[], float], late_s: float) -> None:
        self._loop = asyncio.get_running_loop()
        self._outcomes: asyncio.Queue[Outcome] = asyncio.Queue()
        self._lanes = Lanes(translator, self._tell, clock_s, late_s)

    def ask(self, asked: Asked) -> None:
        """Have words translated soon, or given up."""
        self._lanes.ask(asked)

    def prepare(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Have models loaded."""
        self._lanes.prepare(pairs)

    async def next(self) -> Outcome:
        """Wait for the next outcome."""
        return await self._outcomes.get()

    def close(self) -> None:
        """Let the threads go."""
        self._lanes.close()

    def _tell(self, outcome: Outcome) -> None:
        with suppress(RuntimeError):  # the loop ended while an engine took its time: nobody waits
            self._loop.call_soon_threadsafe(self._outcomes.put_nowait, outcome)


class NoTranslations:
    """Where nothing is translated."""

    def ask(self, asked: Asked) -> None:
        """Do nothing."""

    def prepare(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Do nothing."""

    async def next(self) -> Outcome:
        """Wait for ever."""
        nothing: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        return await nothing

    def close(self) -> None:
        """Do nothing."""
