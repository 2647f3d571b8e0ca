"""How likely is the next unit if the speaker says anything but the script?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

History = tuple[int, ...]


class Background:
    """An interpolated model of unit sequences (Witten and Bell 1991), made of the script.

    What the script holds once is no evidence about the language: it counts from its second place on, so that
    formulas ("감사합니다") weigh little as a sign of a place, and a sentence read out weighs in full.
    """

    def __init__(self, script: Iterable[Sequence[int]], inventory: int, order: int, uniform: float) -> None:
        """script: sentences as numbers of units below `inventory`. Cost: 4 µs a unit and order."""
        self._order = order
        places: dict[History, Counter[int]] = defaultdict(Counter)
        for sentence in script:
            for at, unit in enumerate(sentence):
                for length in range(min(at, order - 1) + 1):
                    places[tuple(sentence[at - length : at])][unit] += 1
        self._single = single(places.pop((), Counter()), inventory, uniform)
        again = {h: {u: n - 1 for u, n in nexts.items() if n > 1} for h, nexts in places.items()}
        self._counts = {h: nexts for h, nexts in again.items() if nexts}
        self._totals = {h: (sum(nexts.values()), len(nexts)) for h, nexts in self._counts.items()}

    def probability(self, history: History, unit: int) -> float:
        """Return how likely a unit follows others. Cost: 2 µs."""
        p = self._single[unit]
        for length in range(1, min(len(history), self._order - 1) + 1):
            before = history[-length:]
            found = self._totals.get(before)
            if found is None:
                break
            total, kinds = found
            p = (self._counts[before].get(unit, 0) + kinds * p) / (total + kinds)
        return p


def single(seen: Counter[int], inventory: int, uniform: float) -> list[float]:
    """Return how likely each unit is by itself; `uniform` is the weight of all that were never seen."""
    total = seen.total() + uniform
    return [(seen[unit] + uniform / inventory) / total for unit in range(inventory)]
