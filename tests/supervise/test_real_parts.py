"""The whole tree with its real parts."""

import asyncio
import time
from pathlib import Path

import psutil
import pytest

from tests.e2e.serving import Serving, serving
from twinhall.supervise.answering import answers
from twinhall.supervise.part import Answer

pytestmark = pytest.mark.e2e

PARTS = {
    "sfu": ("livekit.yaml",),
    "web": ("gunicorn",),
    "steward": ("twinhall", "steward"),
    "captioner": ("twinhall", "captioner"),
    "jobs": ("twinhall", "jobs"),
}


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory):
    with serving(tmp_path_factory.mktemp("tree")) as running:
        yield running


def pids(hall: Serving) -> dict[str, int]:
    return {name: hall.part(*words).pid for name, words in PARTS.items()}


@pytest.mark.parametrize("name", list(PARTS))
async def test_a_part_that_is_killed_comes_back_and_the_others_notice_nothing(hall: Serving, name: str):
    before, written = pids(hall), len(hall.lines)

    psutil.Process(before[name]).kill()
    await hall.logged(f" {name} ERROR ended code=-9", within_s=20, after=written)
    await hall.logged(f" {name} INFO started", within_s=20, after=written)

    after = pids(hall)
    assert {part for part in PARTS if after[part] != before[part]} == {name}


async def test_the_media_server_is_back_within_seconds(hall: Serving):
    media = Answer(int(hall.variables["TWINHALL_LIVEKIT_PORT"]))
    killed = time.monotonic()

    hall.part(*PARTS["sfu"]).kill()
    await asyncio.sleep(0.1)
    async with asyncio.timeout(20):
        while not await answers(media):  # noqa: ASYNC110  the media server tells nobody
            await asyncio.sleep(0.05)

    assert time.monotonic() - killed < 5  # 0.3 s on a machine with nothing else to do


async def test_nothing_is_left_when_the_tree_is_killed_outright(tmp_path: Path):
    with serving(tmp_path) as hall:
        parts = hall.parts()
        hall.process.kill()
        hall.process.wait()

        _, alive = psutil.wait_procs(parts, timeout=10)
        hall.process.returncode = 0  # this end was ours
    assert [part.cmdline() for part in alive] == []
