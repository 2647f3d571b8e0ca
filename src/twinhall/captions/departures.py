"""Where a speaker kept to the script and where they left it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from twinhall.captions.recording import Span
from twinhall.captions.values import CaptionLine, Kind, Script


class What(StrEnum):
    """What a speaker does for a while."""

    READ = "read"
    AGAIN = "again"
    MOVED = "moved"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a recording. segments: places in the script; heard: what was recognised off script."""

    what: What
    span: Span
    segments: tuple[int, ...] = ()
    heard: str = ""


@dataclass(frozen=True, slots=True)
class Departures:
    """All stretches in order, and the segments that were never read out.

    left_out: (the segment in front of them, or -1; the segments left out).
    """

    stretches: tuple[Stretch, ...]
    left_out: tuple[tuple[int, tuple[int, ...]], ...]

    def seconds(self, *kinds: What) -> float:
        """Return how long the stretches of some kinds are together."""
        return sum(s.span.length_s for s in self.stretches if s.what in kinds)

    def segments(self, *kinds: What) -> list[int]:
        """Return the segments of the stretches of some kinds, in the order in which they were read."""
        return [n for s in self.stretches if s.what in kinds for n in s.segments]

    def count(self, what: What) -> int:
        """Return how many stretches of a kind there are."""
        return sum(s.what is what for s in self.stretches)


def departures(lines: Sequence[CaptionLine], script: Script | None, spoken: str) -> Departures:
    """Compare what was said, line by line in order, with the script."""
    places = [place_of(line, script) for line in lines]
    rising = in_order(list(dict.fromkeys(n for n in places if n is not None)))
    found: list[Stretch] = []
    seen: set[int] = set()
    for line, segment in zip(lines, places, strict=True):
        span = Span(line.start_ms / 1000, line.end_ms / 1000)
        if segment is None:
            found.append(Stretch(What.OFF, span, (), line.texts.get(spoken, "")))
            continue
        if found and found[-1].segments == (segment,):
            what = found[-1].what  # it goes on
        else:
            what = What.AGAIN if segment in seen else What.READ if segment in rising else What.MOVED
        seen.add(segment)
        found.append(Stretch(what, span, (segment,)))
    left = [n for n in range(len(script.segments)) if n not in seen] if script else []
    return Departures(tuple(grouped(found)), tuple(behind(left)))


def place_of(line: CaptionLine, script: Script | None) -> int | None:
    """Return which segment of the script a line shows, None if it is no script line."""
    if script is None or line.kind is not Kind.SCRIPT or line.segment is None:
        return None
    return script.index(line.segment)


def in_order(segments: Sequence[int]) -> set[int]:
    """Return the segments of the longest part of a row that is in rising order: the rest was moved."""
    best: list[tuple[int, int]] = []  # length and the place before, of the best row that ends at each place
    for n, segment in enumerate(segments):
        options = [(best[k][0] + 1, k) for k in range(n) if segments[k] < segment]
        best.append(max(options, key=lambda o: (o[0], o[1]), default=(1, -1)))
    kept: set[int] = set()
    at = max(range(len(best)), key=lambda n: best[n][0], default=-1)
    while at >= 0:
        kept.add(segments[at])
        at = best[at][1]
    return kept


def grouped(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Put together what goes on in the same way."""
    result: list[Stretch] = []
    for s in stretches:
        last = result[-1] if result else None
        if last and last.what is s.what and follows(last, s):
            segments = last.segments if last.segments[-1:] == s.segments else last.segments + s.segments
            heard = f"{last.heard} {s.heard}".strip()
            result[-1] = replace(
                last, span=Span(last.span.start_s, s.span.end_s), segments=segments, heard=heard
            )
        else:
            result.append(s)
    return result


def follows(last: Stretch, s: Stretch) -> bool:
    """Say whether a stretch carries on where the one before it ended."""
    return s.what is What.OFF or s.segments[0] in (last.segments[-1], last.segments[-1] + 1)


def behind(left_out: Sequence[int]) -> list[tuple[int, tuple[int, ...]]]:
    """Return runs of segments with the one in front of each."""
    runs: list[list[int]] = [[n] for n in left_out[:1]]
    for a, b in pairwise(left_out):
        if b == a + 1:
            runs[-1].append(b)
        else:
            runs.append([b])
    return [(run[0] - 1, tuple(run)) for run in runs]
