"""What a long script costs against a short one: a speaker's sentences, and strangers behind them.

The same recording is followed with a script of 20 sentences and of 600, straight and with ad-libs, after
which the whole script is searched. Told: seconds until the script is ready, and computing on and off script.
"""

import argparse
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy: the clock counts one thread

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from _follow_case import Case
from _follow_cost import peak_memory_mb
from _follow_recordings import TEXTS, NoRecordings, Recording, column, default_folders, find
from _follow_run import Outcome, run
from _follow_script_surgery import script_surgery
from _follow_tally import pooled
from _setting import progress, report
from twinhall.captions.ports import EngineError

SIZES = (20, 600)
SCENARIOS = ("straight", "adlib")


def grown(case: Case, size: int, others: Sequence[str]) -> Case:
    """Return a case whose script is that long. Raises NoRecordings when there are not enough sentences."""
    missing = size - len(case.sentences)
    if missing > len(others):
        raise NoRecordings(f"{case.language}: only {len(others)} sentences to make a script longer with")
    return replace(case, sentences=(*case.sentences, *others[: max(0, missing)]))


def measure(recording: Recording, others: Sequence[str], sizes: Sequence[int]) -> dict[int, list[Outcome]]:
    """Follow one recording with scripts of each size."""
    found: dict[int, list[Outcome]] = {size: [] for size in sizes}
    for scenario in SCENARIOS:
        case = script_surgery(recording, scenario, others, seed=0)
        for size in sizes:
            outcome, _ = run(grown(case, size, others), "forced", computing_counts=True)
            progress(f"{recording.name} {scenario} {size} sentences: {outcome.cost.figures()}")
            found[size].append(outcome)
    return found


def ratio(long: Outcome, short: Outcome) -> dict[str, float | None]:
    """Return how many times as much the long script costs."""
    pairs = {"on_script": (long.cost.on_script, short.cost.on_script)}
    pairs["off_script"] = (long.cost.off_script, short.cost.off_script)
    return {
        name: round(a.hits / a.of / (b.hits / b.of), 2) if a.of and b.hits else None
        for name, (a, b) in pairs.items()
    }


def main() -> None:
    """Measure, and print JSON."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("folders", nargs="*", type=Path, help="of recordings; default ../shared/data/speech/*")
    told.add_argument("--language", nargs="+", default=["ko", "vi", "ja", "en"])
    told.add_argument("--seconds", type=float, default=60.0, help="of one recording of each language")
    told.add_argument("--sizes", type=int, nargs=2, default=SIZES, metavar=("SHORT", "LONG"))
    told.add_argument("--texts", type=Path, default=TEXTS, help="a table of sentences for the long script")
    args = told.parse_args()
    each: dict[str, dict[int, list[Outcome]]] = {}
    try:
        recordings = [r for r in find(args.folders or default_folders()) if r.half == "report"]
        for language in args.language:
            recording = next((r for r in recordings if r.language == language), None)
            if recording is None:
                raise NoRecordings(f"no recording of the report half is in {language}")
            others = column(args.texts, language)
            each[language] = measure(recording.shortened(args.seconds), others, args.sizes)
    except (NoRecordings, EngineError) as error:
        raise SystemExit(f"script_size: {error}") from None
    short, long = args.sizes
    report(
        "script_size",
        {"sizes": args.sizes, "seconds_of_each": args.seconds, "scenarios": SCENARIOS},
        {"peak_memory_mb": peak_memory_mb(), "figures": figures(each, short, long)},
    )


def figures(each: dict[str, dict[int, list[Outcome]]], short: int, long: int) -> list[dict[str, Any]]:
    """Return the figures of each language and of all."""
    everything = {size: [o for found in each.values() for o in found[size]] for size in (short, long)}
    rows = []
    for language, found in {**each, "all": everything}.items():
        small, large = pooled(found[short]), pooled(found[long])
        sizes = {str(short): small.figures(), str(long): large.figures()}
        rows.append({"language": language, "ratio": ratio(large, small), "sizes": sizes})
    return rows


if __name__ == "__main__":
    main()
