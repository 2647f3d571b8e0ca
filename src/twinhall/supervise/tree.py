"""Keeps all parts alive, from the first signal to the last."""

import asyncio
import signal
from collections.abc import Callable, Sequence

from twinhall.supervise.keeper import Keeper
from twinhall.supervise.log import Tell
from twinhall.supervise.part import Part


async def keep(parts: Sequence[Part], log: Tell, on_ready: Callable[[], None]) -> None:
    """Start the parts in order, call on_ready, and keep them until SIGINT or SIGTERM.

    A part that is late does not hold up the ones after it. The first part is stopped last: it is the
    media server, and sound and picture are the last to go.
    """
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)
    keeping: list[asyncio.Task[None]] = []
    leaving = asyncio.create_task(stopping.wait())
    try:
        for part in parts:
            keeper = Keeper(part, log)
            keeping.append(asyncio.create_task(keeper.keep()))
            if not await _ready_or_leaving(keeper, leaving):
                return
            if not keeper.ready.is_set():
                log(part.name, "WARNING", f"not ready after {part.start_s:g} s; the others go on")
        on_ready()
        await asyncio.wait({leaving, *keeping}, return_when=asyncio.FIRST_COMPLETED)
        for task in keeping:
            if task.done():
                task.result()  # a keeper ends only by a bug: let it fall
    finally:
        leaving.cancel()
        log("serve", "INFO", "stopping")
        await _end(keeping[1:])
        await _end(keeping[:1])
        log("serve", "INFO", "stopped")


async def _ready_or_leaving(keeper: Keeper, leaving: asyncio.Task[bool]) -> bool:
    """Wait until the part is ready or late; False when we are asked to leave."""
    getting_ready = asyncio.create_task(keeper.ready.wait())
    await asyncio.wait(
        {getting_ready, leaving}, timeout=keeper.part.start_s, return_when=asyncio.FIRST_COMPLETED
    )
    getting_ready.cancel()
    return not leaving.done()


async def _end(keeping: Sequence[asyncio.Task[None]]) -> None:
    for task in keeping:
        task.cancel()
    await asyncio.gather(*keeping, return_exceptions=True)
