"""The sentences whose places are weighed: in a long script few of them can be where the speaker is."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twinhall.captions.follower_text.script_units import ScriptUnits

Row = NDArray[np.float64]
Numbers = NDArray[np.int64]

GAP = 9  # places between two sentences that are apart: no step of the filter is longer


@dataclass(frozen=True, slots=True)
class Ground:
    """Some sentences of a script as one row. Between two that are apart lies a gap: nothing is heard there.

    places: number in the whole script, 0 in gaps; units: what is to be heard, `inventory` in gaps;
    sentence: whose it is; leave: how likely a speaker leaves the script behind it.
    """

    sentences: frozenset[int]
    places: Numbers
    units: Numbers
    sentence: Numbers
    leave: Row
    is_gap: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.places)


def ground_of(script: ScriptUnits, sentences: Collection[int], leave: Row) -> Ground:
    """Return the ground of some sentences. leave: of each place of the script. Cost: 50 µs for twenty."""
    pieces: list[Numbers] = []
    gap, before = np.full(GAP, -1), -1
    for sentence in sorted(sentences):
        if pieces and sentence != before + 1:
            pieces.append(gap)
        first = int(script.starts[sentence])
        pieces.append(np.arange(first, first + len(script.rows[sentence])))
        before = sentence
    marked = np.concatenate(pieces) if pieces else np.zeros(0, np.int64)
    is_gap = marked < 0
    places = np.where(is_gap, 0, marked)
    units = np.where(is_gap, script.inventory, script.units[places])
    left = np.where(is_gap, 0.0, leave[places])
    return Ground(frozenset(sentences), places, units, script.sentence[places], left, is_gap)


def moved_to(ground: Ground, on: Row, other: Ground, size: int) -> Row:
    """Return a row of one ground on another; places that it lacks are 0. size: of the whole script."""
    whole = np.zeros(size)
    whole[ground.places[~ground.is_gap]] = on[~ground.is_gap]
    return np.where(other.is_gap, 0.0, whole[other.places])
