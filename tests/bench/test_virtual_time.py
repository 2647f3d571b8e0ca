import asyncio
import time

from _virtual_time import CountingThreads, VirtualLoop


def in_virtual_time(coroutine):
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(coroutine)


async def slept() -> tuple[float, float]:
    loop, began = asyncio.get_running_loop(), time.monotonic()
    await asyncio.gather(asyncio.sleep(3600), asyncio.sleep(1800))
    return loop.time(), time.monotonic() - began


def test_an_hour_passes_at_once():
    virtual_s, real_s = in_virtual_time(slept())

    assert round(virtual_s) == 3600
    assert real_s < 60


def compute() -> str:
    until = time.process_time() + 0.05
    while time.process_time() < until:
        pass
    return "done"


async def two_pieces() -> tuple[list[str], float, float]:
    threads = CountingThreads(2)
    answers = await asyncio.gather(threads.run(compute), threads.run(compute))
    return answers, asyncio.get_running_loop().time(), threads.spent_s


def test_work_takes_its_processor_time_and_two_threads_work_at_once():
    answers, passed_s, spent_s = in_virtual_time(two_pieces())

    assert answers == ["done", "done"]
    assert spent_s / 2 <= passed_s < spent_s
