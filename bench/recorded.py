"""How well recorded files are captioned: `twinhall caption` in its default mode.

usage: recorded.py [--only TEXT] [--scenarios straight,surgery,jump,wrong] [--alignment-only] [FOLDER…]

FOLDER holds NAME.flac and NAME.timing.json, as for follow.py, whose scenarios these are.
A sentence starts with the first voice in it and ends with the last, by the same detector for all.
Times in seconds. Prints one JSON object.
"""

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from _follow_case import Case
from _follow_recordings import default_folders, find, strangers
from _follow_script_surgery import NEEDS_STRANGERS, script_surgery
from _setting import progress, quantile, report
from twinhall.captions.values import CaptionLine, Kind
from twinhall.captions.whole_file import caption_recording
from twinhall.engines.registry import speech_engines, transcriber

SEED = 0


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence from its first voice to its last. segment: its id in the script, None off script."""

    start_s: float
    end_s: float
    segment: str | None
    text: str


def main() -> None:
    """Caption every case and print the figures of each scenario."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--only", default="", metavar="TEXT", help="cases whose name holds it")
    ask.add_argument("--scenarios", default="straight,surgery,jump,wrong")
    ask.add_argument("--alignment-only", action="store_true", help="recognise nothing off script")
    ask.add_argument("folders", nargs="*", type=Path)
    args = ask.parse_args()
    wanted = args.scenarios.split(",")
    rows: list[dict[str, Any]] = []
    folders = args.folders or default_folders()
    for case, texts in cases(folders, wanted):
        if args.only in case.recording:
            rows.append(measured(case, texts, alignment_only=args.alignment_only))
            progress(f"{case.recording} {case.scenario} {figures([rows[-1]])}")
    told = {scenario: figures([r for r in rows if r["scenario"] == scenario]) for scenario in wanted}
    each = {r["case"]: figures([r]) for r in rows}
    report("recorded", {"folders": [f.name for f in folders]}, {"scenarios": told, "cases": each})


def cases(folders: list[Path], scenarios: list[str]) -> Iterator[tuple[Case, list[str]]]:
    """Yield each case and the text of each sentence that is spoken in it."""
    recordings = find(folders)
    for one in recordings:
        others = strangers(one, recordings)
        for scenario in scenarios:
            if others or scenario not in NEEDS_STRANGERS:
                yield script_surgery(one, scenario, others, SEED), [s.text for s in one.sentences]


def measured(case: Case, texts: list[str], *, alignment_only: bool) -> dict[str, Any]:
    """Caption one case and compare it with what was spoken."""
    samples, script = case.audio, case.script
    spoken = voiced(case, texts)
    engines = speech_engines(case.language)
    before_s = time.process_time()
    recogniser = None if alignment_only else transcriber(case.language)
    lines = caption_recording(engines, recogniser, samples, case.language, script)
    cost_s = time.process_time() - before_s
    scripted = [line for line in lines if line.kind is Kind.SCRIPT]
    found = [(s, match(s, scripted)) for s in spoken if s.segment]
    ghosts = [
        line for line in scripted if not any(overlaps(line, s) and s.segment == line.segment for s in spoken)
    ]
    off = list(off_script(spoken))
    judged = [] if alignment_only else off
    heard = [
        "".join(
            line.texts[case.language] for line in lines if line.kind is Kind.SOURCE and lies_in(line, a, b)
        )
        for a, b, _ in judged
    ]
    return {
        "case": f"{case.recording} {case.scenario}",
        "scenario": case.scenario,
        "missed": [s.text for s, line in found if line is None],
        "sentences": len(found),
        "starts": [line.start_ms / 1000 - s.start_s for s, line in found if line],
        "ends": [line.end_ms / 1000 - s.end_s for s, line in found if line],
        "ghosts": len(ghosts),
        "off_s": sum(b - a for a, b, _ in off),
        "off_covered_s": sum(covered_s(scripted, a, b) for a, b, _ in off),
        "edits": sum(
            distance(letters(text), letters(said)) for said, (_, _, text) in zip(heard, judged, strict=True)
        ),
        "letters": sum(len(letters(text)) for _, _, text in judged),
        "cost_s": cost_s,
        "length_s": len(samples) / 16_000,
    }


def figures(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Pool cases."""
    starts = [abs(x) for r in rows for x in r["starts"]]
    ends = [abs(x) for r in rows for x in r["ends"]]
    sentences = sum(r["sentences"] for r in rows)
    return {
        "sentences": sentences,
        "missed": share(sum(len(r["missed"]) for r in rows), sentences),
        "start_error_s": spread([*starts]),
        "end_error_s": spread([*ends]),
        "scripted_but_not_said": sum(r["ghosts"] for r in rows),
        "off_script_s": round(sum(r["off_s"] for r in rows), 1),
        "off_script_shown_as_script": share(
            sum(r["off_covered_s"] for r in rows), sum(r["off_s"] for r in rows)
        ),
        "off_script_character_errors": share(sum(r["edits"] for r in rows), sum(r["letters"] for r in rows)),
        "cores": share(sum(r["cost_s"] for r in rows), sum(r["length_s"] for r in rows)),
    }


def spread(errors: list[float]) -> dict[str, float | None]:
    """Return the median and the 95 % of errors."""
    return {name: rounded(quantile(errors, q)) for name, q in (("p50", 0.5), ("p95", 0.95))}


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def share(part: float, whole: float) -> float | None:
    return round(part / whole, 4) if whole else None


def match(spoken: Spoken, lines: list[CaptionLine]) -> CaptionLine | None:
    """Return the line that shows a sentence while it is said, the nearest if there are several."""
    shown = [line for line in lines if line.segment == spoken.segment and overlaps(line, spoken)]
    return min(shown, key=lambda line: abs(line.start_ms / 1000 - spoken.start_s), default=None)


def overlaps(line: CaptionLine, spoken: Spoken) -> bool:
    return line.start_ms / 1000 < spoken.end_s and line.end_ms / 1000 > spoken.start_s


def lies_in(line: CaptionLine, start_s: float, end_s: float) -> bool:
    """Say whether the middle of a line lies in a stretch, .3 s of slack at either end."""
    return start_s - 0.3 < (line.start_ms + line.end_ms) / 2000 < end_s + 0.3


def covered_s(lines: list[CaptionLine], start_s: float, end_s: float) -> float:
    return sum(
        max(0.0, min(end_s, line.end_ms / 1000) - max(start_s, line.start_ms / 1000)) for line in lines
    )


def off_script(spoken: list[Spoken]) -> Iterator[tuple[float, float, str]]:
    """Yield start, end and text of each stretch off script."""
    run: list[Spoken] = []
    for s in [*spoken, None]:
        if s is not None and s.segment is None:
            run.append(s)
        elif run:
            yield run[0].start_s, run[-1].end_s, "".join(r.text for r in run)
            run = []


def voiced(case: Case, texts: list[str]) -> list[Spoken]:
    """Return the sentences without the silence at their ends."""
    activity, samples = speech_engines(case.language).activity, case.audio
    size = activity.chunk
    hop_s = size / 16_000
    chunks = (samples[i : i + size] for i in range(0, len(samples) - size + 1, size))
    voice = np.array([activity.probability(c) for c in chunks]) > 0.5
    result = []
    for s, text in zip(case.spoken, texts, strict=True):
        first = int(s.start_s / hop_s)
        steps = np.flatnonzero(voice[first : int(s.end_s / hop_s) + 1])
        end_s = (first + int(steps[-1]) + 1) * hop_s if len(steps) else s.end_s
        result.append(Spoken(s.start_s, max(min(end_s, s.end_s), s.start_s + 0.1), s.segment, text))
    return result


def letters(text: str) -> str:
    """Return the letters and figures of a text, small."""
    return "".join(c for c in text.casefold() if c.isalnum())


def distance(true: str, said: str) -> int:
    """Return how many letters must be changed, Levenshtein."""
    row = np.arange(len(said) + 1)
    codes = np.array([ord(c) for c in said])
    for n, letter in enumerate(true, 1):
        new = np.concatenate(([n], np.minimum(row[:-1] + (codes != ord(letter)), row[1:] + 1)))
        row = np.minimum.accumulate(new - np.arange(len(new))) + np.arange(len(new))
    return int(row[-1])


if __name__ == "__main__":
    main()
