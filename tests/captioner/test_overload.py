"""More speakers than the machine can compute for, in virtual time."""

import asyncio
import random
from collections import defaultdict
from itertools import pairwise

from _virtual_time import VirtualLoop
from tests.captioner.conftest import FakeLedger, FakeOutlet, plan_of
from twinhall.captioner.desk import Desk
from twinhall.captioner.ports import Clock
from twinhall.captions.ports import SAMPLE_RATE
from twinhall.engines.fakes import Voice, fake_engines
from twinhall.hall.meetings.queries.captioning import SpeakerPlan

SPEAKERS = ("p1", "p2", "p3", "p4")
SECONDS, FRAME_S = 30, 0.1


class SlowThreads:
    """Two threads in which every step of someone who speaks takes so long."""

    count = 2

    def __init__(self, step_s: float) -> None:
        self.step_s = step_s
        self.began_s: dict[str, list[float]] = defaultdict(list)

    async def run(self, work):
        speaker = getattr(work, "__self__", None)
        if speaker is not None:
            self.began_s[speaker.identity].append(asyncio.get_running_loop().time())
            await asyncio.sleep(self.step_s)
        return work()

    def longest_wait_s(self, who: str) -> float:
        began = self.began_s[who]
        return max(b - a for a, b in pairwise(began))


async def overloaded(step_s: float) -> tuple[SlowThreads, Desk, FakeOutlet]:
    """Let four people talk all the time; p1 has the floor."""
    loop, voice, outlet, threads = asyncio.get_running_loop(), Voice(), FakeOutlet(), SlowThreads(step_s)
    plan = plan_of(None, speakers={who: SpeakerPlan(who, "en", None) for who in SPEAKERS})
    clock = Clock(ms=lambda: round(loop.time() * 1000), epoch_ms=0)
    desk = Desk(plan, lambda _language: fake_engines(voice), outlet, FakeLedger(), clock, threads)
    speakers = [await desk.seat(who) for who in SPEAKERS]
    working = asyncio.create_task(desk.work())
    letters = random.Random(0)
    words = " ".join("".join(letters.choices("aeioubdgklmnprst", k=5)) for _ in range(4 * SECONDS))
    speech, size = voice.say(words), int(FRAME_S * SAMPLE_RATE)
    for n in range(int(SECONDS / FRAME_S)):
        await asyncio.sleep(FRAME_S)
        at = n * size
        for speaker in speakers:
            speaker.hear(speech[at : at + size], round(n * FRAME_S * 1000))
    working.cancel()
    return threads, desk, outlet


def run(step_s: float) -> tuple[SlowThreads, Desk, FakeOutlet]:
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(overloaded(step_s))


def test_when_there_is_too_much_to_compute_the_floor_is_stepped_as_ever_and_the_others_less():
    threads, desk, _ = run(0.25)

    assert threads.longest_wait_s("p1") < 0.35
    assert all(0.35 < threads.longest_wait_s(who) <= 2.5 for who in SPEAKERS[1:])
    assert desk.load > 0.8


def test_what_could_not_be_heard_in_time_is_dropped_and_nothing_is_delayed():
    threads, desk, outlet = run(1.5)

    assert threads.longest_wait_s("p1") < 1.7
    assert desk.lost_ms > 0
    newest = {c.speaker: c.end for _, c in outlet.sent if c.kind == "source"}
    assert set(newest) == set(SPEAKERS)
    assert all(end > (SECONDS - 10) * 1000 for end in newest.values())


def test_when_there_is_time_for_all_nobody_waits():
    threads, desk, _ = run(0.02)

    assert all(threads.longest_wait_s(who) < 0.35 for who in SPEAKERS)
    assert desk.load < 0.7
