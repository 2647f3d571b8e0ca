"""Evidence that a place in a script explains a stretch of audio."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twinhall.captions.follower.settings import FollowerSettings


@dataclass(frozen=True, slots=True)
class Place:
    """A segment from one of its tokens on."""

    segment: int
    first: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Running sum of the evidence of a place's tokens, and when each begins by the audio clock.

    owned: how many of the tokens are of the segment itself; those behind are of the next one.
    """

    place: Place
    owned: int
    sums: NDArray[np.float64]
    starts_s: NDArray[np.float64]

    @property
    def best(self) -> float:
        """The evidence at its maximum."""
        return float(self.sums.max())

    @property
    def best_own(self) -> float:
        """The evidence at its maximum within the segment's own tokens."""
        return float(self.sums[: self.owned].max()) if self.owned else 0.0

    def gained_since(self, at_s: float) -> float:
        """Return what the segment's own tokens gain that begin after a time."""
        before = int(np.searchsorted(self.starts_s[: min(self.owned, len(self.sums))], at_s))
        return self.best_own - float(self.sums[before - 1] if before else 0.0)

    def worth(self, heard_s: float, settings: FollowerSettings) -> float:
        """Return the evidence at its maximum among the tokens that can have been spoken in so long.

        Those of the next segment are left out where it cannot be reached yet.
        """
        speakable = max(1, int((heard_s + settings.spare_s) * settings.most_tokens_a_second))
        most = speakable if self.passed(heard_s, settings) else min(speakable, self.owned)
        return float(self.sums[:most].max()) if most else 0.0

    @property
    def spoken(self) -> int:
        """Tokens up to the maximum."""
        return int(self.sums.argmax()) + 1

    @property
    def lowest_before_best(self) -> float:
        """The deepest loss on the way to the maximum."""
        return float(self.sums[: self.spoken].min())

    def behind(self, tokens: int) -> float:
        """Return what the tokens up to there gain behind the segment's own end."""
        return float(self.sums[tokens - 1] - (self.sums[self.owned - 1] if self.owned else 0.0))

    def passed(self, heard_s: float, settings: FollowerSettings) -> bool:
        """Say whether the segment's own tokens are all spoken, so that what follows is no leap over them."""
        if self.owned == 0:
            return True
        own = self.sums[: self.owned]
        return bool(own[-1] > own.max() - settings.fall) and heard_s > settings.fastest_s * self.owned

    def frontier(self, settings: FollowerSettings) -> int:
        """Return how many tokens are spoken.

        That is the maximum before a deep fall, or behind one after a large regain.
        """
        best, at, low, fallen = 0.0, 0, 0.0, False
        for k, value in enumerate(self.sums):
            low = min(low, value) if fallen else value
            fallen = fallen or value < best - settings.fall
            if (value > best and not fallen) or (fallen and value - low > settings.regain):
                best, at, fallen = max(best, value), k + 1, False
        return at
