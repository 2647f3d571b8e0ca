"""How well the captions follow a speaker: recordings with timings, cut and disturbed in many ways.

Script and recording are made to part (ad-libs, skips, jumps, the wrong script; leaps, repeats, long pauses,
no pauses, leaving in mid-sentence), the sound is spoilt (telephone, noise, a hall, babble, applause, music),
and two scorers say what a listener saw. Runs the stages of a live meeting in this process.
"""

import argparse
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy: the clock counts one thread

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

import _follow_audio_surgery as by_audio
import _follow_script_surgery as by_script
from _follow_case import Case
from _follow_cost import peak_memory_mb
from _follow_recordings import TEXTS, TUNED_ON, NoRecordings, Recording, default_folders, find, strangers
from _follow_run import FOLLOWERS, NoFollower, Outcome, require, run, troubles
from _follow_sound import CONDITIONS
from _follow_tally import pooled
from _setting import progress, report
from twinhall.captions.ports import EngineError

SCENARIOS = (*by_script.SCENARIOS, *sorted(by_audio.SCENARIOS))
USUAL = ("straight", "adlib", "skip", "jump")
QUICK_S = 60.0
UNEVENTFUL = frozenset({"straight", "wrong"})  # all others are also pooled as "parted"


@dataclass(frozen=True, slots=True)
class Run:
    """One row of the result."""

    case: Case  # without its audio
    condition: str
    follower: str
    outcome: Outcome
    troubles: dict[str, Any]


def cases(recording: Recording, recordings: list[Recording], args: argparse.Namespace) -> Iterator[Case]:
    """Yield what one recording is made into; a scenario that cannot be made of it is told and left out."""
    others = strangers(recording, recordings, args.texts)
    for scenario in args.scenario:
        is_random = scenario in by_script.RANDOM | by_audio.RANDOM
        if scenario in by_script.NEEDS_STRANGERS and not others:
            progress(f"{recording.name} {scenario}: no other sentences in its language, left out")
            continue
        for seed in range(args.seeds if is_random else 1):
            if scenario in by_audio.SCENARIOS:
                yield by_audio.audio_surgery(recording, scenario, seed)
            else:
                yield by_script.script_surgery(recording, scenario, others, seed)


def spoilt(case: Case, condition: str, recordings: list[Recording]) -> Case:
    """Return a case as it is heard under a condition; the same at every call."""
    name = f"{case.recording} {case.scenario} {case.seed} {condition}"
    rng = np.random.default_rng(zlib.crc32(name.encode()))
    others = [r.audio() for r in recordings if r.name != case.recording] if condition == "babble" else []
    return replace(case, audio=CONDITIONS[condition](case.audio, others, rng))


def measure(recordings: list[Recording], args: argparse.Namespace) -> Iterator[Run]:
    """Run everything that was asked for, one after the other."""
    chosen = [r for r in recordings if args.half in ("all", r.half)]
    if not chosen:
        raise NoRecordings(f"no recording is in the half {args.half}")
    for recording in chosen:
        for case in cases(recording, recordings, args):
            for condition in args.condition:
                heard = spoilt(case, condition, recordings)
                for follower in args.follower:
                    outcome, screen = run(heard, follower, computing_counts=args.clock == "measured")
                    found = troubles(heard, outcome, screen)
                    silent = replace(heard, audio=heard.audio[:0].copy())
                    yield Run(silent, condition, follower, outcome, found)


def told(runs: list[Run]) -> list[dict[str, Any]]:
    """Return the figures per follower, condition and scenario, for each language and for all."""
    groups: dict[tuple[str, str, str, str], list[Run]] = {}
    for one in runs:
        scenarios = [one.case.scenario] + ["parted"] * (one.case.scenario not in UNEVENTFUL)
        for scenario in scenarios:
            for language in (one.case.language, "all"):
                groups.setdefault((one.follower, one.condition, scenario, language), []).append(one)
    return [
        {"follower": follower, "condition": condition, "scenario": scenario, "language": language}
        | {"runs": len(members)}
        | pooled(one.outcome for one in members).figures()
        for (follower, condition, scenario, language), members in groups.items()
    ]


def row(one: Run) -> dict[str, Any]:
    """Return the figures of one run, and what went wrong in it."""
    return {
        "recording": one.case.recording,
        "scenario": one.case.scenario,
        "seed": one.case.seed,
        "condition": one.condition,
        "follower": one.follower,
        **one.outcome.figures(),
        **one.troubles,
    }


def line(one: Run) -> str:
    """Return one run in a line, for who waits."""
    p, s, c = (part.figures() for part in (one.outcome.patient, one.outcome.strict, one.outcome.cost))
    return (
        f"{one.case.recording} {one.case.scenario}/{one.case.seed} {one.condition} {one.follower}: "
        f"lag {p['lag_p50_s']}/{p['lag_p95_s']} missed {p['missed']} right {p['right']} "
        f"false {p['false_lock']} noticed {p['noticed_p95_s']} relock {s['relock_p95_s']} "
        f"flashes {s['flashes_a_minute']} cores {c['on_script_cores']}/{c['off_script_cores']}"
    )


def arguments() -> argparse.Namespace:
    """Read the command line."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("folders", nargs="*", type=Path, help="of recordings; default ../shared/data/speech/*")
    told.add_argument("--scenario", nargs="+", choices=[*SCENARIOS, "every"], default=list(USUAL))
    told.add_argument("--condition", nargs="+", choices=[*CONDITIONS, "every"], default=["clean"])
    told.add_argument("--seeds", type=int, default=1, help="of scenarios drawn by chance: 0 to N - 1")
    told.add_argument("--half", choices=["tune", "report", "all"], default="report")
    told.add_argument("--follower", choices=[*FOLLOWERS, "both"], default="forced")
    told.add_argument("--quick", action="store_true", help=f"the first {QUICK_S:.0f} s of each recording")
    told.add_argument(
        "--clock",
        choices=["measured", "none"],
        default="measured",
        help="none: computing takes no time and a run is the same at every repetition",
    )
    told.add_argument("--texts", type=Path, default=TEXTS, help="a table of sentences for a lone recording")
    args = told.parse_args()
    if "every" in args.scenario:
        args.scenario = list(SCENARIOS)
    if "every" in args.condition:
        args.condition = list(CONDITIONS)
    args.follower = list(FOLLOWERS) if args.follower == "both" else [args.follower]
    return args


def main() -> None:
    """Measure, and print JSON."""
    args = arguments()
    runs: list[Run] = []
    try:
        require(args.follower)
        recordings = find(args.folders or default_folders())
        if args.quick:
            recordings = [r.shortened(QUICK_S) for r in recordings]
        for one in measure(recordings, args):
            progress(line(one))
            runs.append(one)
    except (NoRecordings, NoFollower, EngineError, ValueError) as error:
        raise SystemExit(f"follow: {error}") from None
    report(
        "follow",
        {
            "half": args.half,
            "tuned_on": sorted(TUNED_ON),
            "recordings": sorted({one.case.recording for one in runs}),
            "scenarios": args.scenario,
            "conditions": args.condition,
            "seeds": list(range(args.seeds)),
            "followers": args.follower,
            "seconds_of_each": QUICK_S if args.quick else "whole",
            "clock": args.clock,
        },
        {"peak_memory_mb": peak_memory_mb(), "figures": told(runs), "each": [row(one) for one in runs]},
    )


if __name__ == "__main__":
    main()
