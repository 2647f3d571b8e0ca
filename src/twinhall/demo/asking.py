"""The database, asked from an event loop."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import close_old_connections

Answer = TypeVar("Answer")


class Asking:
    """Runs calls that touch the database one after another, in one thread of their own."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")

    async def __call__(self, call: Callable[[], Answer]) -> Answer:
        return await asyncio.get_running_loop().run_in_executor(self._thread, _fresh, call)

    def close(self) -> None:
        """Ask nothing more."""
        self._thread.shutdown(cancel_futures=True)


def _fresh(call: Callable[[], Answer]) -> Answer:
    close_old_connections()
    return call()
