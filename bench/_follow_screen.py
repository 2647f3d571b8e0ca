"""Which sentence is on screen when."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from twinhall.captions.replay import Timed
from twinhall.captions.values import Kind


@dataclass(frozen=True, slots=True)
class Shown:
    """A stretch in which the screen does not change. segment: None when it shows no script."""

    start_s: float
    end_s: float
    segment: str | None


class Screen:
    """The screen over time: blank at first, then each change in order."""

    def __init__(self, changes: Iterable[tuple[float, str | None]]) -> None:
        """changes: (second, segment or None), in order of time; those that change nothing are left out."""
        kept: list[tuple[float, str | None]] = [(0.0, None)]
        for at_s, segment in changes:
            if segment != kept[-1][1]:
                kept.append((at_s, segment))
        self._starts = [at_s for at_s, _ in kept]
        self._segments = [segment for _, segment in kept]

    @classmethod
    def of(cls, lines: Iterable[Timed]) -> "Screen":
        """Return what caption lines bring on screen: a script line stays until another segment or kind."""
        ordered = sorted(lines, key=lambda timed: timed[0])
        return cls((at_s, line.segment if line.kind is Kind.SCRIPT else None) for at_s, line in ordered)

    def at(self, second: float) -> str | None:
        """Return what is shown at a moment."""
        return self._segments[max(0, bisect_right(self._starts, second) - 1)]

    def __iter__(self) -> Iterator[Shown]:
        """Go through the stretches, the last of which does not end."""
        ends = [*self._starts[1:], math.inf]
        return iter(map(Shown, self._starts, ends, self._segments))
