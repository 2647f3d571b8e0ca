"""Where in a script could a freely recognised stretch of speech belong?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from twinhall.language.units import units

T = TypeVar("T", np.float64, np.int64)

LONGEST = 40  # units of the heard text that are compared, the last ones
GAP = 0.8
MISS = 0.9
LEAST = 2.5
CANDIDATES = 200
LOOP = 5  # units that a recogniser which has lost its way says again


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence, the share of it that lies before the match, and how much of the text it explains."""

    sentence: int
    share: float
    likeness: float


class ScriptIndex:
    """A script as one row of phonetic units, for local alignment with what was heard."""

    def __init__(self, sentences: Sequence[str], language: str, at_once: int | None = None) -> None:
        """at_once: how many sentences are read out now, by default all; more when `extend` is called."""
        self._sentences, self._language = tuple(sentences), language
        self._ids: dict[str, int] = {}
        self._rows: dict[int, NDArray[np.int32]] = {}
        self._known = 0  # sentences that places are looked for in
        self._units, self._sentence = np.zeros(0, np.int32), np.zeros(0, np.int64)
        self._lengths = self._firsts = np.zeros(0, np.int64)
        self.extend(len(self._sentences) if at_once is None else at_once)

    def extend(self, most: int) -> None:
        """Read out so many more sentences: from now on places are found in them.

        Cost: 5 ms a sentence in Japanese, else .1 ms; nothing once all are known.
        """
        known = min(len(self._sentences), self._known + most)
        if known == self._known:
            return
        rows = [self._row(sentence) for sentence in range(known)]
        self._known = known
        self._lengths = np.array([len(row) for row in rows], np.int64)
        self._units = np.concatenate(rows)
        self._sentence = np.repeat(np.arange(known), self._lengths)
        self._firsts = np.cumsum(self._lengths) - self._lengths

    def places(self, text: str, most: int) -> list[Match]:
        """Return the sentences in which a text may stand, most likely first.

        Cost: O(len(text) * len(script)), 2 ms for 94 sentences.
        """
        if not len(self._units):
            return []
        heard = self._heard(text)
        score, begin = self._align(heard, self._units)
        found: dict[int, Match] = {}
        for end in np.argsort(score)[::-1][:CANDIDATES]:
            if score[end] < LEAST or len(found) >= most:
                break
            sentence = int(self._sentence[begin[end]])
            before = float(begin[end] - self._firsts[sentence]) / float(self._lengths[sentence])
            found.setdefault(sentence, Match(sentence, before, float(score[end]) / len(heard)))
        return list(found.values())

    def likeness(self, text: str, first: int, last: int, newest: int = LONGEST) -> tuple[float, int]:
        """Return how much of a text sounds like sentences `first` to `last`, 0 to 1, and its units.

        newest: how many units at the end of the text are compared. A text in other letters has no units.
        """
        heard = self._heard(text)[-newest:]
        rows = [self._row(sentence) for sentence in range(max(0, first), min(len(self._sentences), last + 1))]
        known = np.concatenate(rows) if rows else np.zeros(0, np.int32)
        words = sum(unit in self._ids for unit in heard)
        if not heard or not len(known) or words < len(heard) / 2:
            return 0.0, 0
        score, _ = self._align(heard, known)
        return float(score.max()) / len(heard), len(heard)

    def units_of(self, sentence: int, share: float) -> int:
        """Return how many units a share of a sentence has."""
        return round(share * len(self._row(sentence)))

    def _row(self, sentence: int) -> NDArray[np.int32]:
        """Return the units of a sentence as numbers."""
        if sentence not in self._rows:
            found = units(self._sentences[sentence], self._language)
            ids = [self._ids.setdefault(unit, len(self._ids)) for unit in found]
            self._rows[sentence] = np.array(ids, np.int32)
        return self._rows[sentence]

    def _heard(self, text: str) -> list[str]:
        return said_once(units(text, self._language))[-LONGEST:]

    def _align(
        self, heard: Sequence[str], known: NDArray[np.int32]
    ) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """Return the best local alignment that ends at each known unit, and where it begins."""
        here = np.arange(len(known))
        row, start = np.zeros(len(here)), here.copy()
        best, best_start = row.copy(), here.copy()
        for unit in heard:
            match = np.where(known == self._ids.get(unit, -1), 1.0, -MISS)
            before, before_start = shifted(row, 0.0), shifted(start, 0)
            diagonal, diagonal_start = before + match, np.where(before > 0, before_start, here)
            stay = row - GAP
            start = np.where(stay > diagonal, start, diagonal_start)
            row = np.maximum(np.maximum(diagonal, stay), 0.0)
            skip, skip_start = shifted(row, 0.0) - GAP, shifted(start, 0)
            start = np.where(skip > row, skip_start, start)
            row = np.maximum(row, skip)
            better = row > best
            best, best_start = np.where(better, row, best), np.where(better, start, best_start)
        return best, best_start


def said_once(heard: list[str]) -> list[str]:
    """Return the units up to where some of them come again: a recogniser out of words repeats itself."""
    seen: set[tuple[str, ...]] = set()
    for at in range(len(heard) - LOOP + 1):
        few = tuple(heard[at : at + LOOP])
        if few in seen:
            return heard[:at]
        seen.add(few)
    return heard


def shifted(row: NDArray[T], first: float) -> NDArray[T]:
    """Return a row moved one place on."""
    moved = np.empty_like(row)
    moved[0], moved[1:] = first, row[:-1]
    return moved
