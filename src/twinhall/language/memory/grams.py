"""Which of many sentences share most threes of letters with one: a fixed block of them.

Sentences are numbered by their length, so that those of similar length are a range. A posting is a trigram's
slot and the number of a sentence that holds it, in one integer; sorted, the holders of a trigram within that
range lie side by side. Trigrams are hashed into slots; what a collision brings in is thrown out by the exact
comparison that follows.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SLOT_BITS = 20
HOLDER = np.uint64(32)  # bits for the number of a sentence
POSTINGS = 15_000  # read for a question, the rarest trigrams first
EDGE = "\x02"  # stands before and behind a sentence, so that even one letter has a trigram
MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9))

Ids = NDArray[np.int64]
Codes = NDArray[np.uint64]


class Grams:
    """The trigrams of a block of sentences. Memory: 8 bytes a letter, 40 while it is made."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = sorted(sentences, key=len)
        self._lengths = np.array([len(s) for s in self.sentences], np.int64)
        self._postings = _postings(self.sentences, self._lengths)

    def near(
        self, asked: str, shortest: int, longest: int, most: int, seen: NDArray[np.bool_] | None = None
    ) -> Ids:
        """Return up to `most` sentences of some lengths that share most trigrams with the one asked for.

        seen: which of the sentences may be returned, all if None. Cost: docs/developer/benchmarks.md
        """
        low, high = (int(n) for n in self._lengths.searchsorted([shortest, longest + 1]))
        if low == high:
            return np.empty(0, np.int64)
        counts = np.bincount(self._holders(asked, low, high), minlength=high - low)
        if seen is not None:
            counts[~seen[low:high]] = 0
        beyond = len(counts) - np.cumsum(np.bincount(counts))  # how many share more than 0, 1, 2 … trigrams
        least = min(int(np.argmax(beyond <= most)) + 1, len(beyond) - 1)
        return (np.flatnonzero(counts >= least) + low)[:most] if least else np.empty(0, np.int64)

    def _holders(self, asked: str, low: int, high: int) -> Ids:
        """Return who of a range holds the trigrams asked for, counted from `low`: once for each trigram."""
        letters = _letters(EDGE + asked + EDGE)
        slots = np.sort(_slots(letters)) << HOLDER
        slots = slots[np.insert(slots[1:] != slots[:-1], 0, True)]
        bounds = np.stack(
            [slots | np.uint64(low), slots | np.uint64(high)], axis=1
        )  # side by side: one search
        begin, end = self._postings.searchsorted(bounds.ravel()).reshape(-1, 2).T
        size = end - begin
        order = np.argsort(size)
        cut = max(1, int(np.cumsum(size[order]).searchsorted(POSTINGS)))
        begin, size = begin[order[:cut]], size[order[:cut]]
        at = np.arange(int(size.sum())) + np.repeat(begin - np.cumsum(size) + size, size)
        held: Ids = (self._postings[at] & np.uint64(0xFFFFFFFF)).astype(np.int64)
        return held - low


def _postings(sentences: Sequence[str], lengths: Ids) -> Codes:
    """Return each trigram with each sentence that holds it, sorted, none twice."""
    letters = _letters(EDGE + EDGE.join(sentences) + EDGE)
    inside = letters[1:-1] != ord(EDGE)  # else two sentences meet there
    both = _slots(letters)[inside] << HOLDER
    both |= np.repeat(np.arange(len(sentences), dtype=np.uint64), lengths)
    both.sort()
    once: Codes = both[np.insert(both[1:] != both[:-1], 0, True)] if len(both) else both
    return once


def _letters(text: str) -> Codes:
    letters: Codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    return letters


def _slots(letters: Codes) -> Codes:
    """Return the slot of each three letters in a row."""
    mixed = letters[:-2] * MIX[0] + letters[1:-1] * MIX[1] + letters[2:] * MIX[2]
    slots: Codes = mixed >> np.uint64(64 - SLOT_BITS)
    return slots
