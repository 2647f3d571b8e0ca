"""The forward filter: how probable is each place of the script, and being off script, after each unit."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twinhall.captions.follower_text.background import Background
from twinhall.captions.follower_text.script_units import ScriptUnits
from twinhall.captions.follower_text.settings import TextFollowerSettings

Row = NDArray[np.float64]

NEXT_PLACES = ((0, 0.15), (1, 0.3), (2, 0.08), (3, 0.05), (4, 0.03), (5, 0.02), (-1, 0.02))
INSIDE = 0.1  # share of coming back inside the sentence shown last
ANYWHERE = 0.35
AT_STARTS = 0.6  # of coming in anywhere, at the start of a sentence


@dataclass(frozen=True, slots=True)
class Belief:
    """on: probability of standing behind each unit of the script; off: of being off script."""

    on: Row
    off: float
    history: tuple[int, ...] = ()


class PlaceFilter:
    """A hidden Markov model whose states are the units of the script and OFF.

    Source: docs/adr/0004-script-follower.md
    """

    def __init__(self, script: ScriptUnits, background: Background, settings: TextFollowerSettings) -> None:
        self._script, self._background, self._settings = script, background, settings
        self._misheard = misheard(script, settings)
        self._leave = np.full(len(script), settings.leave)
        self._leave[[start - 1 for start in script.starts if start]] = settings.leave_at_end
        self._leave[-1:] = settings.leave_at_end
        self._uniform = np.zeros(len(script))
        self._uniform[script.starts[script.starts < len(script)]] += AT_STARTS / max(1, script.sentences)
        self._uniform[script.words] += (1 - AT_STARTS) / max(1, len(script.words))
        self._first = self._uniform.copy()
        self._first[:1] += 1.0

    def lost(self) -> Belief:
        """Return the belief before anything was heard."""
        return Belief(np.zeros(len(self._script)), 1.0)

    def at(self, sentence: int) -> Belief:
        """Return the belief that a sentence is about to be read, or being read."""
        on = np.zeros(len(self._script))
        inside = np.flatnonzero(self._script.sentence == sentence)
        on[inside] = 0.5 / max(1, len(inside))
        return Belief(on, 1.0 - float(on.sum()))

    def entry(self, last: int | None) -> Row:
        """Return where a speaker comes in, who was last heard reading a sentence."""
        if last is None:
            return np.asarray(self._first / self._first.sum())
        script, row = self._script, self._uniform * ANYWHERE
        for step, weight in NEXT_PLACES:
            if 0 <= last + step < script.sentences and script.has_units(last + step):
                row[script.starts[last + step]] += weight
        words = script.words[script.sentence[script.words] == last]
        row[words] += INSIDE / max(1, len(words))
        return np.asarray(row / row.sum())

    def hear(self, belief: Belief, unit: int, entry: Row) -> Belief:
        """Return the belief after one more unit. Cost: .1 ms for 20 sentences, 2 ms for 600."""
        s, on = self._settings, belief.on
        free = self._background.probability(belief.history, unit)
        left = on * self._leave
        moved = behind((1 - s.inserted - s.deleted - s.jump) * on - left, 1)
        moved += s.deleted * (1 - s.deleted_on) * behind(skipping(on, s.deleted_on), 2)
        moved += (belief.off * s.enter + float(on.sum()) * s.jump) * entry
        moved *= self._misheard[unit] + (self._script.units == unit) * ((1 - s.wrong) / free)
        moved += s.inserted * on
        off = belief.off * (1 - s.enter) + float(left.sum())
        total = float(moved.sum()) + off
        return Belief(moved / total, off / total, (*belief.history, unit)[-(s.order - 1) :])

    def sentences(self, belief: Belief) -> Row:
        """Return how probable each sentence is."""
        found = np.bincount(self._script.sentence, belief.on, minlength=self._script.sentences)
        return found.astype(np.float64)


def misheard(script: ScriptUnits, settings: TextFollowerSettings) -> list[Row]:
    """Return, for each unit that may be heard, how much less likely it is where the script has another one.

    That is relative to how likely it is in any other speech.
    """
    kinds = np.array([*script.classes, ""], object)[script.units]
    rows = [np.where(kinds == kind, settings.alike, settings.wrong) for kind in script.classes]
    return [*rows, np.full(len(script), settings.wrong)]


def behind(row: Row, places: int) -> Row:
    """Return a row moved on by some places."""
    moved = np.zeros_like(row)
    moved[places:] = row[:-places]
    return moved


def skipping(row: Row, again: float) -> Row:
    """Return the sum over 0 to 7 skipped units, each further one with that probability."""
    for places in (1, 2, 4):
        row = row + again**places * behind(row, places)
    return row
