"""`twinhall demo`, whole: it plants, serves, prints links; its voices speak to whoever comes."""

import asyncio
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, STDOUT
from pathlib import Path

import psutil

from tests.e2e.ears import listening
from tests.e2e.serving import CHECKOUT, settings

LINK = re.compile(r"^    (\S.*?)  +(guest|viewer|officer) .*?(http\S+/)$", re.MULTILINE)


async def test_a_guest_is_let_in_hears_the_mayor_and_leaves_nothing_behind(tmp_path: Path):
    variables = settings(tmp_path) | {"TMPDIR": str(tmp_path)}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "twinhall", "demo", cwd=CHECKOUT, env=variables, stdout=PIPE, stderr=STDOUT
    )
    try:
        printed = await _page(process)
        links = {(city, role): address for city, role, address in reversed(LINK.findall(printed))}
        parts = psutil.Process(process.pid).children(recursive=True)
        async with listening(links["Quảng Nam", "guest"], within_s=150) as guest:
            first = await guest.hears_anybody(within_s=120)
            said, run = guest.attributes(first), guest.run
    finally:
        process.send_signal(signal.SIGINT)
        rest, _ = await asyncio.wait_for(process.communicate(), 60)

    assert (said["side"], said["role"], said["language"], said["synthetic"]) == ("host", "head", "ko", "1")
    assert (run["state"], f"p{run['speaker']}") == ("live", first)
    assert process.returncode == 0, rest.decode()
    assert [part for part in parts if part.is_running() and part.status() != psutil.STATUS_ZOMBIE] == []
    assert not any(kept.startswith("twinhall-demo-") for kept in os.listdir(tmp_path))


async def _page(process: asyncio.subprocess.Process) -> str:
    """What is printed, up to its last line."""
    assert process.stdout is not None
    lines = []
    async with asyncio.timeout(180):
        async for line in process.stdout:
            lines.append(line.decode())
            if "Ctrl-C ends" in lines[-1]:
                return "".join(lines)
    raise AssertionError("".join(lines))
