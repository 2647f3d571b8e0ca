"""How well recorded files are captioned: `twinhall caption` in its default mode.

usage: recorded.py [--only TEXT] [--scenarios straight,surgery,jump,wrong] FOLDER...

FOLDER holds NAME.flac and NAME.timing.json ({"lang", "sentences": [{"start", "end", "text", "onset"}]}).
A sentence starts with the first voice in it and ends with the last, by the same detector for all.
Times in seconds. Prints one JSON object.
"""

import argparse
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from _scripts import Case, Spoken, cases
from _setting import progress, quantile, report
from twinhall.captions.script_files import composed, from_lines
from twinhall.captions.values import CaptionLine, Kind
from twinhall.captions.whole_file import caption_recording
from twinhall.engines.audio_file import decode
from twinhall.engines.registry import speech_engines, transcriber


def main() -> None:
    """Caption every case and print the figures of each scenario."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--only", default="", metavar="TEXT", help="cases whose name holds it")
    ask.add_argument("--scenarios", default="straight,surgery,jump,wrong")
    ask.add_argument("--alignment-only", action="store_true", help="recognise nothing off script")
    ask.add_argument("folders", nargs="+", type=Path)
    args = ask.parse_args()
    wanted = args.scenarios.split(",")
    rows: list[dict[str, Any]] = []
    for case in cases(args.folders, wanted):
        if args.only in case.name:
            rows.append(measured(case, alignment_only=args.alignment_only))
            progress(f"{case.name} {figures([rows[-1]])}")
    told = {scenario: figures([r for r in rows if r["scenario"] == scenario]) for scenario in wanted}
    each = {r["case"]: figures([r]) for r in rows}
    report("recorded", {"folders": [str(f) for f in args.folders]}, {"scenarios": told, "cases": each})


def measured(case: Case, *, alignment_only: bool) -> dict[str, Any]:
    """Caption one case and compare it with what was spoken."""
    samples = decode(case.audio)
    spoken = voiced(case.spoken, samples)
    script = composed(from_lines("\n".join(case.script), case.language))
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
    heard = [
        "".join(
            line.texts[case.language] for line in lines if line.kind is Kind.SOURCE and lies_in(line, a, b)
        )
        for a, b, _ in off
    ]
    return {
        "case": case.name,
        "scenario": case.scenario,
        "missed": [s.text for s, line in found if line is None],
        "sentences": len(found),
        "starts": [line.start_ms / 1000 - s.start_s for s, line in found if line],
        "ends": [line.end_ms / 1000 - s.end_s for s, line in found if line],
        "ghosts": len(ghosts),
        "off_s": sum(b - a for a, b, _ in off),
        "off_covered_s": sum(covered_s(scripted, a, b) for a, b, _ in off),
        "edits": sum(
            distance(letters(text), letters(said)) for said, (_, _, text) in zip(heard, off, strict=True)
        ),
        "letters": sum(len(letters(text)) for _, _, text in off),
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


def voiced(spoken: list[Spoken], samples: Any) -> list[Spoken]:
    """Return the sentences without the silence at their ends."""
    activity = speech_engines("en").activity
    hop_s = activity.chunk / 16_000
    chunks = [
        samples[i : i + activity.chunk] for i in range(0, len(samples) - activity.chunk + 1, activity.chunk)
    ]
    voice = np.array([activity.probability(c) for c in chunks]) > 0.5
    result = []
    for s in spoken:
        steps = np.flatnonzero(voice[int(s.start_s / hop_s) : int(s.end_s / hop_s) + 1])
        end_s = (int(s.start_s / hop_s) + int(steps[-1]) + 1) * hop_s if len(steps) else s.end_s
        result.append(Spoken(s.start_s, max(min(end_s, s.end_s), s.start_s + 0.1), s.segment, s.text))
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
