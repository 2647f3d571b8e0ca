"""The threads in which engines run, apart from the loop that feeds them audio."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Answer = TypeVar("Answer")


class EngineThreads:
    """Workers on a pool of threads."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool = ThreadPoolExecutor(count, thread_name_prefix="captions")

    async def run(self, work: Callable[[], Answer]) -> Answer:
        """Do some work in a thread and return its answer."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    def close(self) -> None:
        """Let the threads go; work that has not begun is not done."""
        self._pool.shutdown(wait=False, cancel_futures=True)
