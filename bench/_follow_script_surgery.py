"""Scenarios made by changing the script and leaving the recording as it is."""

import random
from collections.abc import Sequence
from typing import TypeVar

from _follow_case import Case, Spoken
from _follow_recordings import Recording

ADLIB_SHARE = 0.25  # of the sentences, left out of the script in runs
LONGEST_ADLIB = 4  # sentences
SKIP_EVERY = 7  # sentences spoken, for each place at which sentences are skipped
LONGEST_SKIP = 3
WRONG_LINES = 20  # of a wrong script, or as many as are spoken

SCENARIOS = {
    "straight": (),
    "adlib": ("adlib",),
    "skip": ("skip",),
    "jump": ("jump",),
    "surgery": ("adlib", "skip"),
    "mixed": ("adlib", "skip", "jump"),
    "wrong": (),
}
RANDOM = frozenset({"adlib", "skip", "surgery", "mixed"})
NEEDS_STRANGERS = frozenset({"skip", "surgery", "mixed", "wrong"})

T = TypeVar("T")
Line = int | str  # of a script: the number of a spoken sentence, or the text of one that nobody says


def script_surgery(recording: Recording, scenario: str, strangers: Sequence[str], seed: int) -> Case:
    """Return a case in which speaker and script part.

    adlib: a quarter of what is said is not in the script; skip: the script holds sentences that are not said;
    jump: its quarters are read in the order 1 3 2 4; surgery: ad-libs and skips; mixed: all three;
    wrong: it holds nothing of what is said. strangers: sentences that the recording does not hold.
    """
    rng = random.Random(f"{recording.name} {scenario} {seed}")
    lines: list[Line] = list(range(len(recording.sentences)))
    if scenario == "wrong":
        lines = list(strangers[: max(WRONG_LINES, len(lines))])
    for step in SCENARIOS[scenario]:
        if step == "adlib":
            lines = without_runs(lines, rng)
        elif step == "skip":
            lines = with_strangers(lines, strangers, rng)
        else:
            lines = quarters_moved(lines)
    return case_of(recording, scenario, seed, lines)


def case_of(recording: Recording, scenario: str, seed: int, lines: Sequence[Line]) -> Case:
    """Return the case of a recording that is left as it is, and a script of these lines."""
    texts = [line if isinstance(line, str) else recording.sentences[line].text for line in lines]
    places = {line: str(n) for n, line in enumerate(lines, start=1)}
    spoken = tuple(Spoken(s.start_s, s.end_s, places.get(k)) for k, s in enumerate(recording.sentences))
    return Case(recording.name, recording.language, scenario, seed, recording.audio(), tuple(texts), spoken)


def without_runs(lines: Sequence[Line], rng: random.Random) -> list[Line]:
    """Leave out runs of one to four lines, never the first line and never two runs side by side."""
    gone: set[int] = set()
    starts = rng.sample(range(1, len(lines)), len(lines) - 1)
    for start in starts:
        run = range(start, min(len(lines), start + rng.randint(1, LONGEST_ADLIB)))
        if not gone.intersection(range(run.start - 1, run.stop + 1)):
            gone.update(run)
        if len(gone) >= ADLIB_SHARE * len(lines):
            break
    return [line for n, line in enumerate(lines) if n not in gone]


def with_strangers(lines: Sequence[Line], strangers: Sequence[str], rng: random.Random) -> list[Line]:
    """Put one to three sentences that are not said between lines, at two places or one in seven lines."""
    places = min(len(lines) - 1, max(2, len(lines) // SKIP_EVERY))
    skips = set(rng.sample(range(1, len(lines)), places))
    found: list[Line] = []
    for n, line in enumerate(lines):
        if n in skips:
            found += rng.sample(strangers, min(len(strangers), rng.randint(1, LONGEST_SKIP)))
        found.append(line)
    return found


def quarters_moved(lines: Sequence[T]) -> list[T]:
    """Swap the second and the third quarter."""
    q = len(lines) // 4
    return [*lines[:q], *lines[2 * q : 3 * q], *lines[q : 2 * q], *lines[3 * q :]]
