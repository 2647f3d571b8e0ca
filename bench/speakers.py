"""Several speakers of one meeting at once: the lag of their captions against that of one alone.

Recordings are played as microphones to the captioner's desk, with the real engines. Two meetings: all read
at the same time; and one after the other has the floor while the others' microphones are open and hiss.
Lag: first voice of a sentence -> its line goes out. With --simulated, engine threads have cores of their own
and time is counted by the processor: figures then hold up on a busy machine, but leave out what threads lose
to each other (caches, the interpreter's lock).
"""

import argparse
import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import _django  # noqa: F401  reason: app-ready
from _follow_recordings import NoRecordings, default_folders, find
from _hall import Outcome, Voice, hold, voices
from _setting import progress, report, spread
from _virtual_time import CountingThreads, VirtualLoop
from tests.captions import hard_sounds
from twinhall.captioner.threads import EngineThreads
from twinhall.captions.ports import SAMPLE_RATE

HISS_DB = -50
LEAD_S = 8.0  # in which people come in, and the follower gets ready

Lags = dict[tuple[int, int], float | None]


def meet(people: Sequence[Voice], threads: int, floor_at: Callable[[float], int], *, simulated: bool) -> Any:
    """Hold a meeting of so many people and return its outcome."""
    longest_s = max(len(v.samples) for v in people) / SAMPLE_RATE
    if not simulated:
        workers = EngineThreads(threads)
        try:
            return asyncio.run(hold(people, workers, floor_at, longest_s))
        finally:
            workers.close()
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(hold(people, CountingThreads(threads), floor_at, longest_s))


def at_once(people: Sequence[Voice]) -> list[Voice]:
    """Let all read at the same time, when they have come in."""
    return in_turn(people, 0.0)


def in_turn(people: Sequence[Voice], turn_s: float) -> list[Voice]:
    """Let everyone read for a while, one after the other, over the hiss of an open microphone."""
    longest_s = max(len(v.samples) for v in people) / SAMPLE_RATE
    total_s = LEAD_S + turn_s * (len(people) - 1) + longest_s
    hisses = (hard_sounds.hiss(total_s, HISS_DB, seed=n) for n in range(len(people)))
    return [
        voice.moved(LEAD_S + n * turn_s, total_s, hiss)
        for n, (voice, hiss) in enumerate(zip(people, hisses, strict=True))
    ]


def figures(outcome: Outcome, alone: Lags) -> dict[str, Any]:
    """Set a meeting's lags beside those of the same sentences read alone."""
    both = [(lag, alone.get(key)) for key, lag in outcome.lags_s.items()]
    known = [(a, b) for a, b in both if a is not None and b is not None]
    here, there = spread([a for a, _ in known]), spread([b for _, b in known])
    ratios = {q: round(here[q] / there[q], 2) for q in ("median", "p95")} if known else {}
    return {
        "sentences": len(both),
        "missed": sum(a is None for a, _ in both),
        "missed_alone": sum(b is None for _, b in both),
        "lag_s": here,
        "lag_alone_s": there,
        "lag_by_lag_alone": ratios,
        "load_mean": round(outcome.load_mean, 2),
        "load_most": round(outcome.load_most, 2),
        "lost_s": round(outcome.lost_s, 1),
    }


def main() -> None:
    """Measure, and print JSON."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("folders", type=Path, nargs="*", help="of recordings; default: those for tests")
    told.add_argument("--numbers", default="1,2,4,6,8", help="of speakers")
    told.add_argument("--seconds", type=float, default=30.0, help="that each of them reads")
    told.add_argument("--threads", type=int, default=2, help="in which engines run")
    told.add_argument("--simulated", action="store_true", help="count processor time instead of waiting")
    args = told.parse_args()
    numbers = [int(n) for n in args.numbers.split(",")]
    try:
        found = voices(find(args.folders or default_folders()), args.seconds)
    except NoRecordings as missing:
        raise SystemExit(f"speakers: {missing}") from None
    people = [found[n % len(found)] for n in range(max(numbers))]
    alone: Lags = {}
    for n, voice in enumerate(people):
        progress(f"alone: {n + 1}")
        if n < len(found):
            one = meet(at_once([voice]), args.threads, lambda _s: 0, simulated=args.simulated)
        alone |= {(n, k): lag for (_, k), lag in one.lags_s.items()}
    results: list[dict[str, Any]] = []
    for number in numbers:
        progress(f"{number} at once")
        who = people[:number]
        together = meet(at_once(who), args.threads, lambda _s: 0, simulated=args.simulated)
        progress(f"{number} in turn")
        turns = meet(
            in_turn(who, args.seconds),
            args.threads,
            lambda s, last=number - 1: max(0, min(last, int((s - LEAD_S) / args.seconds))),
            simulated=args.simulated,
        )
        floor = Outcome({k: v for k, v in together.lags_s.items() if k[0] == 0}, 0, 0, 0)
        results.append(
            {
                "speakers": number,
                "all_at_once": figures(together, alone),
                "all_at_once_floor_only": figures(floor, alone)["lag_by_lag_alone"],
                "in_turn": figures(turns, alone),
            }
        )
    report(
        "speakers",
        {"threads": args.threads, "seconds": args.seconds, "simulated": args.simulated},
        {"results": results},
    )


if __name__ == "__main__":
    main()
