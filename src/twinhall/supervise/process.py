"""One operating-system process that cannot outlive us."""

import asyncio
import os
import signal
from asyncio.subprocess import DEVNULL, STDOUT, Process
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial

from twinhall.supervise.mortal import die_with
from twinhall.supervise.part import Part

_LONGEST_LINE = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Running:
    """A started process and what it writes, standard error included."""

    process: Process
    output: asyncio.StreamReader
    pipe: asyncio.ReadTransport


async def start(part: Part) -> Running:
    """Start the part in its own process group, to be killed by the kernel if we die. Raises OSError.

    The pipe is our own: asyncio's would count the process as running while a grandchild holds its end.
    """
    ours, theirs = os.pipe()
    with os.fdopen(ours, "rb") as reading, os.fdopen(theirs, "wb") as writing:
        process = await asyncio.create_subprocess_exec(
            *part.argv,
            env={**os.environ, **part.variables},
            stdin=DEVNULL,
            stdout=writing,
            stderr=STDOUT,
            process_group=0,  # Ctrl-C reaches us alone; we stop the parts in order
            preexec_fn=partial(die_with, os.getpid()),
        )
        output = asyncio.StreamReader(limit=_LONGEST_LINE)
        try:
            pipe, _ = await asyncio.get_running_loop().connect_read_pipe(
                lambda: asyncio.StreamReaderProtocol(output), os.fdopen(os.dup(reading.fileno()), "rb")
            )
        except BaseException:  # told to stop in between: nobody else knows the process yet
            process.kill()
            await process.wait()
            raise
    return Running(process, output, pipe)


async def stop(running: Running, grace_s: float) -> None:
    """Ask the process to end, wait for grace_s, then kill it; whatever it started is killed with it."""
    process = running.process
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


async def lines(running: Running) -> AsyncIterator[str]:
    """Yield what the process writes, line by line; a line longer than 1 MiB is told, not shown."""
    while True:
        try:
            line = await running.output.readline()
        except ValueError:
            yield "WARNING a line of more than 1 MiB was dropped"
            continue
        if not line:
            return
        yield line.decode("utf-8", "replace").rstrip()
