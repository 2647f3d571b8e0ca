import os
import signal
import subprocess
import sys
import time

import psutil

from tests.supervise.parts import Remembered, python
from twinhall.supervise import tree
from twinhall.supervise.part import Answer, Part

TREE = """
import asyncio, sys
from twinhall.supervise import tree
from twinhall.supervise.log import Log
from twinhall.supervise.part import Part
sleep = (sys.executable, "-c", "import time; time.sleep(60)")
asyncio.run(tree.keep([Part("sfu", sleep), Part("web", sleep)], Log(), lambda: print("READY", flush=True)))
"""


async def test_the_media_server_starts_first_and_stops_last(web: Part, log: Remembered):
    sfu = python("sfu", "import time; time.sleep(60)")

    await tree.keep([sfu, web], log, lambda: os.kill(os.getpid(), signal.SIGTERM))

    events = [(part, text.split()[0]) for part, _, text in log.events if "GET" not in text]
    assert events == [
        ("sfu", "started"),
        ("web", "started"),
        ("web", "ready"),
        ("serve", "stopping"),
        ("web", "stopped"),
        ("sfu", "stopped"),
        ("serve", "stopped"),
    ]


async def test_a_part_that_is_late_does_not_hold_up_the_others(port: int, log: Remembered):
    late = Part(
        "web", (sys.executable, "-c", "import time; time.sleep(60)"), answer=Answer(port), start_s=0.3
    )
    jobs = python("jobs", "import time; time.sleep(60)")

    await tree.keep([late, jobs], log, lambda: os.kill(os.getpid(), signal.SIGTERM))

    assert ("web", "WARNING", "not ready after 0.3 s; the others go on") in log.events
    assert [part for part, _, text in log.events if text.startswith("started")][-1] == "jobs"


def test_when_the_tree_is_killed_outright_nothing_is_left_running():
    running = subprocess.Popen([sys.executable, "-c", TREE], stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    for line in running.stdout:
        if line == "READY\n":
            break
    parts = psutil.Process(running.pid).children()
    assert len(parts) == 2

    running.kill()
    running.wait()
    running.stdout.close()
    gone, alive = psutil.wait_procs(parts, timeout=5)

    assert (len(gone), alive) == (2, [])


def test_ctrl_c_stops_everything_within_seconds():
    running = subprocess.Popen([sys.executable, "-c", TREE], stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    for line in running.stdout:
        if line == "READY\n":
            break
    parts = psutil.Process(running.pid).children()
    asked = time.monotonic()

    running.send_signal(signal.SIGINT)
    rest = running.stdout.read()
    running.stdout.close()

    assert (running.wait(), [part for part in parts if part.is_running()]) == (0, [])
    assert rest.splitlines()[-1].endswith("serve INFO stopped")
    assert time.monotonic() - asked < 5
