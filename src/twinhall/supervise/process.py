"""One operating-system process that cannot outlive us."""

import asyncio
import ctypes
import os
import signal
from asyncio.subprocess import DEVNULL, PIPE, STDOUT, Process
from collections.abc import AsyncIterator, Callable

from twinhall.supervise.part import Part

_PR_SET_PDEATHSIG = 1
_LONGEST_LINE = 1 << 20  # bytes
_libc = ctypes.CDLL(None, use_errno=True)


async def start(part: Part) -> Process:
    """Start the part in its own process group, to be killed by the kernel if we die. Raises OSError."""
    return await asyncio.create_subprocess_exec(
        *part.argv,
        env={**os.environ, **part.variables},
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=STDOUT,
        process_group=0,  # Ctrl-C reaches us alone; we stop the parts in order
        preexec_fn=_die_with(os.getpid()),
        limit=_LONGEST_LINE,
    )


async def stop(process: Process, grace_s: float) -> None:
    """Ask the process to end, wait for grace_s, then kill it; whatever it started is killed with it."""
    if process.returncode is None:
        process.send_signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(grace_s):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()
    try:
        os.killpg(process.pid, signal.SIGKILL)  # the group keeps its id while any member lives
    except ProcessLookupError:
        return  # nobody was left


async def lines(process: Process) -> AsyncIterator[str]:
    """Yield what the process writes, line by line; a line longer than 1 MiB is told, not shown."""
    assert process.stdout is not None
    while True:
        try:
            line = await process.stdout.readline()
        except ValueError:
            yield "WARNING a line of more than 1 MiB was dropped"
            continue
        if not line:
            return
        yield line.decode("utf-8", "replace").rstrip()


def _die_with(parent: int) -> Callable[[], None]:
    """Return what the child runs before exec: PR_SET_PDEATHSIG, for a parent that is killed by -9."""

    def ask_the_kernel() -> None:
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before we asked
            os._exit(1)

    return ask_the_kernel
