"""What the translation memory holds, and what it finds."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

LEAST_SCORE = 75  # per cent: below it, writing anew is quicker than mending


class MatchKind(StrEnum):
    """How a sentence of the memory matches the one asked for."""

    CONTEXT = "context"  # the same sentence after the same sentence
    EXACT = "exact"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and what it is in the other language, as a person approved them.

    before: the sentence in front of it, "" at the start of a text, None where that is not known.
    scope: whose it is, 0 everyone's. The higher id is the later one.
    """

    id: int
    source: str
    target: str
    before: str | None = None
    scope: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a comparison. kind: "" in both, "gone" only in the memory, "new" only in the text here.

    number: the words hold a figure.
    """

    text: str
    kind: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A pair that is like the sentence asked for. score: per cent, 100 only for the same sentence."""

    pair: Pair
    score: int
    kind: MatchKind
    marks: Sequence[Mark] = ()  # none where nothing differs

    @property
    def numbers_differ(self) -> bool:
        """True when a figure of the sentence here is not in the memory's, or the other way round."""
        return any(mark.number for mark in self.marks if mark.kind)
