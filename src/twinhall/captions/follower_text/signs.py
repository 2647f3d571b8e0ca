"""Where in a long script could the last units have been read? A count, too cheap to be more than a hint."""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from twinhall.captions.follower_text.script_units import ScriptUnits

Row = NDArray[np.float64]

UNITS = 3  # in a row, that are looked for
FADE = 0.93  # what a sign is still worth one unit later: some fourteen units count


class Signs:
    """Knows which sentences hold which few units in a row, and what that tells: rare ones tell more."""

    def __init__(self, script: ScriptUnits) -> None:
        """Cost: 1 µs a unit."""
        holders: dict[tuple[int, ...], set[int]] = defaultdict(set)
        for sentence, row in enumerate(script.rows):
            for few in zip(*(row[n:] for n in range(UNITS)), strict=False):
                holders[few].add(sentence)
        self._sentences = script.sentences
        self._holders = {few: np.array(sorted(held)) for few, held in holders.items()}

    def none(self) -> Row:
        """Return the signs before anything was heard."""
        return np.zeros(self._sentences)

    def heard(self, signs: Row, last: tuple[int, ...]) -> Row:
        """Return each sentence's signs, in nats, after one more unit; `last` ends with it. Cost: 5 µs."""
        faded = signs * FADE
        holders = self._holders.get(last[-UNITS:])
        if holders is not None:
            faded[holders] += np.log(self._sentences / len(holders))
        return faded
