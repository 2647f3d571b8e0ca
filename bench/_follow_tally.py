"""Raw counts of one run, which add up over runs, and the figures they come to."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import reduce
from operator import add
from typing import Self, TypeVar

from _setting import quantile


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    hits: float = 0
    of: float = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.hits + other.hits, self.of + other.of)

    def figure(self, digits: int = 3) -> float | None:
        """Return the quotient, None of nothing."""
        return round(self.hits / self.of, digits) if self.of else None


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted; the fields of a subclass are tuples of seconds, or shares."""

    def __add__(self, other: Self) -> Self:
        return type(self)(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


T = TypeVar("T", bound=Tally)


def pooled(tallies: Iterable[T]) -> T:
    """Return the counts of several runs as those of one."""
    return reduce(add, tallies)


def seconds_at(values: Sequence[float], share: float) -> float | str | None:
    """Return a quantile in seconds; "never" if it is infinite, None without values."""
    found = quantile(values, share)
    if found is None:
        return None
    return "never" if math.isinf(found) else round(found, 3)


def missed(lags: Sequence[float]) -> float | None:
    """Return the share of sentences that never came on screen."""
    return Share(sum(map(math.isinf, lags)), len(lags)).figure(4)
