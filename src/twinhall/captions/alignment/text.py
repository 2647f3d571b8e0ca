"""A script as one row of tokens, so that reading may run over the ends of its segments."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twinhall.captions.alignment.settings import AlignmentSettings
from twinhall.captions.ports import Scorer, Sound
from twinhall.captions.recording import Recording, SpeechMap, sound
from twinhall.captions.script_tokens import ScriptTokens

TAIL_S = 1.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """Tokens from a place on, laid over a stretch: what each gains, when each begins, the end of the last."""

    first: int
    gains: NDArray[np.float64]
    starts_s: NDArray[np.float64]

    @property
    def sums(self) -> NDArray[np.float64]:
        """The evidence up to each token."""
        return np.cumsum(self.gains)


class ScriptText:
    """Numbers the tokens of a script from its first to its last, and weighs them on a recording."""

    def __init__(
        self,
        scorer: Scorer,
        sentences: Sequence[str],
        recording: Recording,
        speech: SpeechMap,
        settings: AlignmentSettings,
    ) -> None:
        self.speech, self.settings, self.scorer = speech, settings, scorer
        self._recording = recording
        self._script = ScriptTokens(scorer, sentences, settings.ahead)
        lengths = [len(s.tokens) for s in self._script.segments]
        self.firsts = np.concatenate(([0], np.cumsum(lengths))).astype(int)
        """Number of the first token of each segment, and of the end."""
        self.first_tokens = frozenset(self.firsts.tolist())
        self._tokens = [t for s in self._script.segments for t in s.tokens]
        begins = zip(self.firsts, self._script.segments, strict=False)
        self._word_starts = np.array([int(f) + k for f, s in begins for k in s.word_starts], int)
        self.is_spoken = [any(c.isalnum() or c == "\ufffd" for c in p) for p in scorer.pieces(self._tokens)]
        """Whether a token holds something to say, not only punctuation."""

    @property
    def segments(self) -> int:
        """How many segments there are."""
        return len(self._script)

    def segment_at(self, token: int) -> int:
        """Return the segment that a token belongs to."""
        return int(np.searchsorted(self.firsts, token, side="right")) - 1

    def word_start(self, token: int) -> int:
        """Return where the word begins that a token belongs to."""
        at = int(np.searchsorted(self._word_starts, token, side="right")) - 1
        return int(self._word_starts[max(0, at)])

    def information(self, first: int, last: int) -> float:
        """Return how much the tokens from the first to before the last tell (nats)."""
        return float(np.clip(-self._null(first, last), 0.0, self.settings.highest).sum())

    def hear(self, start_s: float, end_s: float) -> Sound:
        """Encode a stretch."""
        return self.scorer.encode(sound(self._recording, start_s, end_s), TAIL_S)

    def weigh(self, heard: Sound, start_s: float, end_s: float, firsts: Sequence[int]) -> list[Weighed]:
        """Weigh the tokens from some places on, as many as can have been spoken in a stretch."""
        s = self.settings
        speech_s = self.speech.seconds(start_s, end_s)
        most = min(s.most_tokens, int(speech_s * s.tokens_a_second) + s.ahead)
        return self.weigh_exactly(
            heard, start_s, end_s, [(f, min(f + most, len(self._tokens))) for f in firsts]
        )

    def weigh_exactly(
        self, heard: Sound, start_s: float, end_s: float, ranges: Sequence[tuple[int, int]]
    ) -> list[Weighed]:
        """Weigh ranges of tokens on a stretch. Raises EngineError."""
        if not ranges:
            return []  # an engine may not bear to be asked nothing
        s = self.settings
        texts = [self._tokens[a:b] for a, b in ranges]
        found = []
        for (a, b), scored in zip(ranges, self.scorer.score(heard, texts), strict=True):
            gains = np.clip(scored.log_p - self._null(a, b), s.lowest, s.highest)
            found.append(Weighed(a, gains, np.minimum(start_s + scored.starts_s, end_s)))
        return found

    def _null(self, first: int, last: int) -> NDArray[np.float64]:
        """Return log p of tokens on quiet noise. Cost: 25 ms for each segment that is new."""
        rows = []
        for segment in range(self.segment_at(first), self.segment_at(max(first, last - 1)) + 1):
            begin, end = int(self.firsts[segment]), int(self.firsts[segment + 1])
            rows.append(self._script.null(segment)[max(0, first - begin) : min(end, last) - begin])
        return np.concatenate(rows)


def furthest(sums: NDArray[np.float64], fall: float, regain: float) -> int:
    """Return how many tokens are spoken: up to the maximum before a deep fall, unless much is regained."""
    best, at, low, fallen = 0.0, 0, 0.0, False
    for k, value in enumerate(sums):
        low = min(low, float(value)) if fallen else float(value)
        fallen = fallen or value < best - fall
        if (value > best and not fallen) or (fallen and value - low > regain):
            best, at, fallen = max(best, float(value)), k + 1, False
    return at
