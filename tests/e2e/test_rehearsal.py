"""A delegate whose microphone is a file."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.e2e.ears import listening
from tests.e2e.serving import CHECKOUT, Serving
from tests.e2e.speech import Recording, quiet, write

Plant = Callable[..., Awaitable[dict[str, Any]]]


@asynccontextmanager
async def rehearsing(hall: Serving, *arguments: str) -> AsyncIterator[Process]:
    """`twinhall rehearse …` for as long as the block lasts; then Ctrl-C."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "twinhall",
        "rehearse",
        *arguments,
        cwd=CHECKOUT,
        env=hall.variables,
        stdout=PIPE,
        stderr=STDOUT,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGINT)
            await asyncio.wait_for(process.wait(), 20)


async def told(process: Process, words: str) -> str:
    """Wait for a line with these words."""
    assert process.stdout is not None
    async with asyncio.timeout(60):
        async for line in process.stdout:
            if words in line.decode():
                return line.decode()
    raise AssertionError(f"it ended without saying {words!r}")


def link(hall: Serving, planted: dict[str, Any], who: str) -> str:
    return f"{hall.url}/j/{planted['links'][who]}/"


async def test_a_recording_is_heard_as_the_delegate_who_is_named(
    hall: Serving, plant: Plant, vietnamese: Recording
):
    planted = await plant()
    chairman = f"p{planted['people']['chairman']}"
    arguments = (str(planted["meeting"]), "--speaker", "Le Tri Thanh", "--audio", str(vietnamese.wav))

    async with listening(link(hall, planted, "press")) as guest:
        async with rehearsing(hall, *arguments) as process:
            await told(process, "in the room")
            await guest.hears(chairman, 2.0, within_s=40)
            seen = guest.attributes(chairman)
        await asyncio.sleep(2)
        still_there = chairman in guest.room.remote_participants

    assert seen == {
        "person": chairman.removeprefix("p"),
        "side": "partner",
        "role": "head",
        "language": "vi",
        "synthetic": "1",
    }
    assert process.returncode == 0
    assert not still_there


async def test_a_closed_hall_is_waited_for(hall: Serving, plant: Plant, tmp_path: Path):
    planted = await plant(state="preparing")
    write(tmp_path / "quiet.wav", quiet(1))
    arguments = (str(planted["meeting"]), "--speaker", "곽상욱", "--audio", str(tmp_path / "quiet.wav"))

    async with rehearsing(hall, *arguments) as process:
        line = await told(process, "not open yet")

    assert line == (
        "twinhall rehearse: the hall is not open yet: waiting until an officer opens it (Ctrl-C to leave)\n"
    )
    assert process.returncode == 130


async def test_an_unknown_speaker_is_answered_with_the_names_there_are(hall: Serving, plant: Plant):
    planted = await plant()

    async with rehearsing(hall, str(planted["meeting"]), "--speaker", "Le Chi Thanh") as process:
        output, _ = await asyncio.wait_for(process.communicate(), 60)

    assert process.returncode == 2
    assert "no speaker is called 'Le Chi Thanh'" in output.decode()
    assert "레 찌 타인 / Lê Trí Thanh / レ・チー・タイン" in output.decode()
