"""The forward filter: how probable is each place of the script, and being off script, after each unit."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from twinhall.captions.follower_text.background import Background
from twinhall.captions.follower_text.ground import GAP, Ground, ground_of, moved_to
from twinhall.captions.follower_text.script_units import ScriptUnits
from twinhall.captions.follower_text.settings import TextFollowerSettings
from twinhall.captions.follower_text.signs import Signs

Row = NDArray[np.float64]

NEXT_PLACES = ((0, 0.15), (1, 0.3), (2, 0.08), (3, 0.05), (4, 0.03), (5, 0.02), (-1, 0.02))
INSIDE = 0.1  # share of coming back inside the sentence shown last
ANYWHERE = 0.35
AT_STARTS = 0.6  # of coming in anywhere, at the start of a sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a speaker comes in: how likely at each unit of the script, and the sentences expected most."""

    row: Row
    near: frozenset[int]


@dataclass(frozen=True, slots=True)
class Past:
    """A unit that was heard.

    free: how likely it is in any speech; came: how much came into the script with it; total: what all
    probabilities were divided by.
    """

    unit: int
    free: float
    came: float
    total: float


@dataclass(frozen=True, slots=True)
class Belief:
    """on: probability of standing behind each place of the ground; off: of being off script.

    signs: of each sentence; past: the last units.
    """

    ground: Ground
    on: Row
    off: float
    signs: Row
    past: tuple[Past, ...] = ()
    count: int = 0  # units so far


class PlaceFilter:
    """A hidden Markov model whose states are the units of the script and OFF.

    Of a long script it weighs the sentences that matter: likely ones, those expected next, and those that
    hold what was heard last. One that comes in is weighed on the last units first, as if it had been there.
    Source: docs/adr/0006-text-follower.md
    """

    def __init__(self, script: ScriptUnits, background: Background, settings: TextFollowerSettings) -> None:
        self._script, self._background, self._settings = script, background, settings
        self._misheard, self._steps = misheard(script, settings), steps(settings)
        self._leave = np.full(len(script), settings.leave)
        self._leave[[start - 1 for start in script.starts if start]] = settings.leave_at_end
        self._leave[-1:] = settings.leave_at_end
        self._uniform = np.zeros(len(script))
        self._uniform[script.starts[script.starts < len(script)]] += AT_STARTS / max(1, script.sentences)
        self._uniform[script.words] += (1 - AT_STARTS) / max(1, len(script.words))
        self._signs = Signs(script) if script.sentences > settings.weighed_whole else None
        self._no_signs = np.zeros(script.sentences)

    def lost(self) -> Belief:
        """Return the belief before anything was heard."""
        ground = self._ground(self.entry(None).near)
        return Belief(ground, np.zeros(len(ground)), 1.0, self._no_signs)

    def at(self, sentence: int) -> Belief:
        """Return the belief that a sentence is about to be read, or being read."""
        ground = self._ground(self.entry(sentence).near)
        on = np.zeros(len(ground))
        inside = np.flatnonzero((ground.sentence == sentence) & ~ground.is_gap)
        on[inside] = 0.5 / max(1, len(inside))
        return Belief(ground, on, 1.0 - float(on.sum()), self._no_signs)

    def entry(self, last: int | None) -> Entry:
        """Return where a speaker comes in, who was last heard reading a sentence."""
        script = self._script
        if last is None:
            row = self._uniform.copy()
            row[:1] += 1.0
            return Entry(row / row.sum(), self._there(range(3)))
        row = self._uniform * ANYWHERE
        for step, weight in NEXT_PLACES:
            if 0 <= last + step < script.sentences and script.has_units(last + step):
                row[script.starts[last + step]] += weight
        words = script.words[script.sentence[script.words] == last]
        row[words] += INSIDE / max(1, len(words))
        return Entry(row / row.sum(), self._there(last + step for step, _ in NEXT_PLACES))

    def hear(self, belief: Belief, unit: int, entry: Entry) -> Belief:
        """Return the belief after one more unit. Cost: see docs/adr/0006-text-follower.md."""
        s, ground, on = self._settings, belief.ground, belief.on
        free = self._background.probability(self._history(belief), unit)
        came = belief.off * s.enter + float(on.sum()) * s.jump
        moved = self._moved(ground, on, entry.row, Past(unit, free, came, 1.0))
        off = belief.off * (1 - s.enter) + float(on @ ground.leave)
        total = float(moved.sum()) + off
        past = (*belief.past, Past(unit, free, came, total))[-s.weighed_again :]
        after = Belief(ground, moved / total, off / total, belief.signs, past, belief.count + 1)
        return after if self._signs is None else self._turned(after, self._signs, entry)

    def sentences(self, belief: Belief) -> Row:
        """Return how probable each sentence is."""
        found = np.bincount(belief.ground.sentence, belief.on, minlength=self._script.sentences)
        return found.astype(np.float64)

    def _moved(self, ground: Ground, on: Row, entry: Row, heard: Past) -> Row:
        """Return what stands at each place after a unit, by what all was shared by then."""
        s = self._settings
        moved = heard.came * entry[ground.places]
        moved[1:] += np.convolve(on, self._steps)[: len(on)][:-1] - (on * ground.leave)[:-1]
        likely = self._misheard[heard.unit].copy()
        likely[heard.unit] += (1 - s.wrong) / heard.free
        moved *= likely[ground.units]
        moved += s.inserted * on
        return moved / heard.total

    def _turned(self, belief: Belief, signs: Signs, entry: Entry) -> Belief:
        """Return the belief with its signs, and every few units with the sentences that matter now."""
        s = self._settings
        last = tuple(heard.unit for heard in belief.past[-3:])
        belief = replace(belief, signs=signs.heard(belief.signs, last))
        if belief.count % s.weighed_anew:
            return belief
        matter = self._matter(belief, entry)
        fresh = matter - belief.ground.sentences
        if not fresh:
            return belief
        ground, new, size = self._ground(matter), self._ground(fresh), len(self._script)
        on = np.zeros(len(new))
        for heard in belief.past:
            on = self._moved(new, on, entry.row, heard)
        all_on = moved_to(belief.ground, belief.on, ground, size) + moved_to(new, on, ground, size)
        total = float(all_on.sum()) + belief.off
        return replace(belief, ground=ground, on=all_on / total, off=belief.off / total)

    def _matter(self, belief: Belief, entry: Entry) -> frozenset[int]:
        s = self._settings
        likely = np.flatnonzero(self.sentences(belief) > s.weighed_from)
        matter = entry.near | self._there(likely) | self._there(likely + 1)
        if belief.off < s.weighed_off:
            return matter
        signed = np.argpartition(belief.signs, -s.weighed_signed)[-s.weighed_signed :]
        strongest = float(belief.signs[signed].max())
        if strongest < s.least_sign:
            return matter
        return matter | self._there(signed[belief.signs[signed] > s.rival * strongest])

    def _there(self, sentences: Iterable[int]) -> frozenset[int]:
        return frozenset(int(n) for n in sentences if 0 <= n < self._script.sentences)

    def _ground(self, sentences: frozenset[int]) -> Ground:
        chosen = range(self._script.sentences) if self._signs is None else sentences
        return ground_of(self._script, chosen, self._leave)

    def _history(self, belief: Belief) -> tuple[int, ...]:
        return tuple(past.unit for past in belief.past[-(self._settings.order - 1) :])


def misheard(script: ScriptUnits, settings: TextFollowerSettings) -> list[Row]:
    """Return, for each unit that may be heard, how much less likely it is where the script has another one.

    That is relative to how likely it is in any other speech. Nothing is heard in gaps: the last of each row.
    """
    kinds = np.array([*script.classes, ""], object)
    rows = [np.where(kinds == kind, settings.alike, settings.wrong) for kind in script.classes]
    return [np.append(row, 0.0) for row in (*rows, np.full(len(kinds), settings.wrong))]


def steps(settings: TextFollowerSettings) -> Row:
    """Return how likely a speaker goes on by one place, two, and so on up to the length of a gap."""
    s = settings
    skipped = s.deleted * (1 - s.deleted_on) * s.deleted_on ** np.arange(GAP - 1)
    return np.array([1 - s.inserted - s.deleted - s.jump, *skipped])
