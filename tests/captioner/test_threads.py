"""The desk at work on real threads, by a real clock."""

import asyncio
import threading
import time

from tests.captioner.conftest import SPOKEN, FakeLedger, FakeOutlet, plan_of
from twinhall.captioner.desk import Desk
from twinhall.captioner.ports import Clock
from twinhall.captioner.threads import EngineThreads
from twinhall.engines.fakes import Voice, fake_engines


async def test_the_loop_that_feeds_audio_computes_nothing():
    voice, outlet, workers = Voice(), FakeOutlet(), EngineThreads(2)
    computed_in: set[str] = set()
    began = time.monotonic()
    clock = Clock(ms=lambda: round((time.monotonic() - began) * 1000), epoch_ms=0)
    engines = fake_engines(voice)
    probability = engines.activity.probability

    def noted(chunk):
        computed_in.add(threading.current_thread().name)
        return probability(chunk)

    engines.activity.probability = noted
    desk = Desk(plan_of(), lambda _language: engines, outlet, FakeLedger(), clock, workers)
    speaker = await desk.seat("p1")
    working = asyncio.create_task(desk.work())
    speaker.hear(voice.say(SPOKEN[0]), 0)
    for _ in range(1000):
        if outlet.sent:
            break
        await asyncio.sleep(0.01)
    working.cancel()
    workers.close()

    assert outlet.of("vi") == [("script", "câu một")]
    assert computed_in
    assert all(name.startswith("captions") for name in computed_in)
