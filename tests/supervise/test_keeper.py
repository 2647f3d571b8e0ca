import os
import re
import time
from dataclasses import replace

import psutil

from tests.supervise.parts import Remembered, kept, python
from twinhall.supervise.part import Part


async def test_a_part_that_is_killed_is_back_within_seconds(web: Part, log: Remembered):
    async with kept(web, log) as keeper:
        await keeper.ready.wait()
        [first] = log.started()
        killed = time.monotonic()
        first.kill()
        await log.until(lambda events: sum("ready" in text for _, _, text in events) == 2)

    assert time.monotonic() - killed < 5
    assert [re.sub(r"\d+$", "N", text) for _, _, text in log.events if "GET" not in text] == [
        "started pid=N",
        "ready port=N",
        "ended code=-9 restart_in_s=0.N",
        "started pid=N",
        "ready port=N",
        "stopped",
    ]


async def test_a_part_that_runs_but_answers_no_more_is_started_again(web: Part, log: Remembered):
    async with kept(replace(web, patience_s=3.0, grace_s=0.2), log) as keeper:
        await keeper.ready.wait()
        log.started()[0].suspend()
        await log.until(lambda events: ("web", "ERROR", "no answer for 3 s restart_in_s=0.2") in events)
        await log.until(lambda events: sum("ready" in text for _, _, text in events) == 2)


async def test_a_part_that_cannot_start_is_told_and_tried_again(log: Remembered):
    async with kept(Part("sfu", ("/no/such/program",)), log):
        await log.until(lambda events: len(events) == 2)

    told = "cannot start: [Errno 2] No such file or directory: '/no/such/program'"
    assert log.events[:2] == [
        ("sfu", "ERROR", f"{told} restart_in_s=0.2"),
        ("sfu", "ERROR", f"{told} restart_in_s=0.4"),
    ]


async def test_the_words_of_a_part_stand_in_the_log_with_their_level(log: Remembered):
    part = python("jobs", "print('WARNING disk is nearly full'); import time; time.sleep(60)")

    async with kept(part, log):
        await log.until(lambda events: len(events) == 2)

    assert log.events[1] == ("jobs", "WARNING", "disk is nearly full")


async def test_a_part_that_will_not_stop_is_killed_with_all_it_started(log: Remembered):
    stubborn = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("child", subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]).pid)
time.sleep(60)
"""
    async with kept(python("captioner", stubborn, grace_s=0.2), log):
        await log.until(lambda events: len(events) == 2)
        family = [log.started()[0], psutil.Process(int(log.events[1][2].removeprefix("child ")))]

    _, alive = psutil.wait_procs(family, timeout=5)
    assert alive == []


async def test_ctrl_c_does_not_reach_a_part(log: Remembered):
    async with kept(python("web", "import time; time.sleep(60)"), log):
        await log.until(lambda events: len(events) == 1)
        group = os.getpgid(log.started()[0].pid)

    assert group != os.getpgid(0)


async def test_a_very_long_line_does_not_end_the_log(log: Remembered):
    part = python("web", "print('x' * 3_000_000); print('INFO after'); import time; time.sleep(60)")

    async with kept(part, log):
        await log.until(lambda events: ("web", "INFO", "after") in events)

    assert log.events[1] == ("web", "WARNING", "a line of more than 1 MiB was dropped")
