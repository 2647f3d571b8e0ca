"""Several speakers of one meeting at once: the lag of their captions against that of one alone.

Recordings are played as microphones to the captioner's desk, with the real engines. Three meetings: one after
the other reads and all other microphones are closed (alone); all read at the same time; and again one after
the other, while the others' microphones are open and hiss.
Lag: first voice of a sentence -> its line goes out. It takes as long as it lasts: about 20 s + twice the
seconds of all speakers, which is told at the start. With --simulated, engine threads have cores of their own
and time is counted by the processor: figures then hold up on a busy machine, but leave out what threads lose
to each other (caches, the interpreter's lock).
"""

import argparse
import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import _django  # noqa: F401  reason: app-ready
from _follow_recordings import NoRecordings, default_folders, find
from _hall import TAIL_S, Outcome, Voice, hold, voices
from _setting import progress, report, spread
from _virtual_time import CountingThreads, VirtualLoop
from tests.captions import hard_sounds
from twinhall.captioner.threads import EngineThreads

HISS_DB = -50
BETWEEN_S = 2.0  # two who read by turns
LEAD_S = 8.0  # in which people come in, and the follower gets ready

Floor = Callable[[float], int]  # number of who has the floor at a time
Lags = dict[tuple[int, int], float | None]


def meet(people: Sequence[Voice], threads: int, floor_at: Floor, *, simulated: bool) -> Outcome:
    """Hold a meeting of these people and return its outcome."""
    if not simulated:
        workers = EngineThreads(threads)
        try:
            return asyncio.run(hold(people, workers, floor_at))
        finally:
            workers.close()
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(hold(people, CountingThreads(threads), floor_at))


def at_once(people: Sequence[Voice]) -> list[Voice]:
    """Let all read at the same time, when they have come in."""
    return [voice.later(LEAD_S) for voice in people]


def in_turn(people: Sequence[Voice], turn_s: float) -> list[Voice]:
    """Let everyone read for a while, one after the other."""
    return [voice.later(LEAD_S + n * turn_s) for n, voice in enumerate(people)]


def hissing(people: Sequence[Voice]) -> list[Voice]:
    """Let everyone's microphone be open all the time, and hiss."""
    whole_s = max(voice.closed_s for voice in people)
    return [v.over(hard_sounds.hiss(whole_s, HISS_DB, seed=n)) for n, v in enumerate(people)]


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
    told.add_argument("--numbers", default="6", help="of speakers; one alone is measured always")
    told.add_argument("--seconds", type=float, default=20.0, help="that each of them reads")
    told.add_argument("--threads", type=int, default=2, help="in which engines run")
    told.add_argument("--simulated", action="store_true", help="count processor time instead of waiting")
    args = told.parse_args()
    numbers = sorted({int(n) for n in args.numbers.split(",")} - {1})
    try:
        found = voices(find(args.folders or default_folders()), args.seconds)
    except NoRecordings as missing:
        raise SystemExit(f"speakers: {missing}") from None
    most = max([1, *numbers])
    people = [found[n % len(found)] for n in range(most)]
    turn_s = max(v.closed_s for v in people) + BETWEEN_S

    def floor_at(at_s: float) -> int:
        return max(0, min(most - 1, int((at_s - LEAD_S) / turn_s)))

    def held(what: str, who: list[Voice], floor: Floor) -> Outcome:
        lasts_s = round(max(v.closed_s for v in who) + TAIL_S)
        progress(f"{what}: {'up to ' * args.simulated}{lasts_s} s")
        return meet(who, args.threads, floor, simulated=args.simulated)

    alone = held("one alone, by turns", in_turn(people, turn_s), floor_at)
    results = [{"speakers": 1, "alone": figures(alone, alone.lags_s)}]
    for number in numbers:
        who = people[:number]
        together = held(f"{number} at once", at_once(who), lambda _s: 0)
        turns = held(f"{number} by turns, all microphones open", hissing(in_turn(who, turn_s)), floor_at)
        floor = replace(together, lags_s={k: v for k, v in together.lags_s.items() if k[0] == 0})
        results.append(
            {
                "speakers": number,
                "all_at_once": figures(together, alone.lags_s),
                "all_at_once_floor_only": figures(floor, alone.lags_s)["lag_by_lag_alone"],
                "in_turn": figures(turns, alone.lags_s),
            }
        )
    settings = {"threads": args.threads, "seconds": args.seconds, "simulated": args.simulated}
    report("speakers", settings, {"results": results})


if __name__ == "__main__":
    main()
