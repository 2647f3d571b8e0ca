"""A machine of its own for a benchmark: an event loop whose clock leaps, and engine threads that count.

Nothing waits: the loop goes at once to the next moment at which something is due. A piece of work is done
for real, its processor time is measured, and that much of the loop's time passes until its answer comes.
"""

import asyncio
import selectors
import time
from collections.abc import Callable
from typing import Any, TypeVar

Answer = TypeVar("Answer")


class Leaping(selectors.SelectSelector):
    """A selector that leaps over the time it should wait."""

    def __init__(self) -> None:
        super().__init__()
        self.now_s = 0.0

    def select(self, timeout: float | None = None) -> list[Any]:
        """Let the time pass at once."""
        if timeout is None:
            raise RuntimeError("nothing is due any more: the benchmark would wait for ever")
        self.now_s += max(0.0, timeout)
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop on a leaping clock."""

    def __init__(self) -> None:
        self._leaping = Leaping()
        super().__init__(self._leaping)

    def time(self) -> float:
        """Return the seconds that have passed."""
        return self._leaping.now_s


class CountingThreads:
    """Workers on so many cores of their own: a piece of work takes its processor time."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.spent_s = 0.0

    async def run(self, work: Callable[[], Answer]) -> Answer:
        """Do some work and let its processor time pass."""
        before = time.process_time()
        answer = work()
        took_s = time.process_time() - before
        self.spent_s += took_s
        await asyncio.sleep(took_s)
        return answer

    def close(self) -> None:
        """Nothing to let go."""
