"""A script as a scorer sees it: tokens, and how well each is explained by audio that does not hold it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from twinhall.captions.ports import SAMPLE_RATE, Samples, Scorer, Sound

NULL_S = 1.5
NULL_LEVEL = 1e-3  # -60 dBFS
TAIL_S = 1.0
READY = 20  # segments behind the current one that are kept ready
BREAKS = tuple(".,;:?!。、？！")


@dataclass(frozen=True)
class SegmentTokens:
    """Tokens of a segment.

    word_starts: tokens that begin a word; breaks: those behind punctuation; heard: 1 for each token that has
    a sound, 0 for punctuation.
    """

    tokens: tuple[int, ...]
    word_starts: tuple[int, ...]
    breaks: tuple[int, ...]
    heard: tuple[int, ...]

    @property
    def end(self) -> int:
        """How many tokens there are up to the last one that has a sound."""
        return max((k + 1 for k, is_heard in enumerate(self.heard) if is_heard), default=0)


class ScriptTokens:
    """The tokens of a script's sentences and their null evidence, which is scored when first asked for.

    Evidence of a token is its log-probability on the audio less that on quiet noise, which makes one
    threshold serve every language. Source: docs/adr/0004-script-follower.md
    """

    def __init__(self, scorer: Scorer, sentences: Sequence[str], ahead: int) -> None:
        self._scorer, self._ahead = scorer, ahead
        self.segments = [segment_tokens(scorer, s) for s in sentences]
        self._null: dict[int, NDArray[np.float64]] = {}

    def __len__(self) -> int:
        return len(self.segments)

    def with_next(self, segment: int, first: int = 0) -> tuple[int, ...]:
        """Return the tokens of a segment from `first` on and the first ones of the segment behind it."""
        after = self.segments[segment + 1].tokens[: self._ahead] if segment + 1 < len(self) else ()
        return self.segments[segment].tokens[first:] + after

    def heard(self, segment: int) -> NDArray[np.float64]:
        """Return 1 for each token of `with_next(segment)` that has a sound, else 0."""
        after = self.segments[segment + 1].heard[: self._ahead] if segment + 1 < len(self) else ()
        return np.array(self.segments[segment].heard + after, np.float64)

    def null(self, segment: int) -> NDArray[np.float64]:
        """Return log p of each token of `with_next(segment)` on quiet noise. Cost: 25 ms the first time."""
        if segment not in self._null:
            (scored,) = self._scorer.score(self._noise, [self.with_next(segment)])
            self._null[segment] = scored.log_p
        return self._null[segment]

    def prepare(self, first: int, most: int) -> None:
        """Score the null evidence of up to `most` of the READY segments from `first` on that lack it.

        Segments further on are scored when a search asks for them: a script of any length is ready at once.
        """
        reach = range(max(0, first), min(len(self), max(0, first) + READY))
        for segment in [i for i in reach if i not in self._null][:most]:
            self.null(segment)

    def information(self, segment: int) -> NDArray[np.float64]:
        """Return how much each token of a segment tells (nats)."""
        return np.maximum(0.0, -self.null(segment)[: len(self.segments[segment].tokens)])

    @cached_property
    def _noise(self) -> Sound:
        return self._scorer.encode(quiet_noise(), TAIL_S)


def quiet_noise() -> Samples:
    """Return audio that holds no sentence at all, the same at every call."""
    rng = np.random.default_rng(5)
    return (rng.standard_normal(int(NULL_S * SAMPLE_RATE)) * NULL_LEVEL).astype(np.float32)


def segment_tokens(scorer: Scorer, sentence: str) -> SegmentTokens:
    """Cut a sentence into tokens and mark where words begin and where speakers pause."""
    tokens = scorer.tokens(sentence)
    pieces = scorer.pieces(tokens)
    spaced = " " in sentence.strip()
    starts = tuple(
        k
        for k, piece in enumerate(pieces)
        if k == 0 or piece.startswith(" ") or not (piece.isascii() or spaced)
    )
    breaks = tuple(k for k in starts if k and pieces[k - 1].strip()[-1:] in BREAKS)
    return SegmentTokens(tokens, starts, breaks, tuple(int(has_sound(piece)) for piece in pieces))


def has_sound(piece: str) -> bool:
    """Say whether a token is more than punctuation.

    U+FFFD is a part of a letter, and a blank by itself tells that such a part follows (Vietnamese).
    """
    return not piece.strip() or any(c.isalnum() or c == "\ufffd" for c in piece)
