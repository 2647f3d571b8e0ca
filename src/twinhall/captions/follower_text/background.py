"""How likely is the next unit if the speaker says anything but the script?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

History = tuple[int, ...]


class Background:
    """An interpolated model of unit sequences (Witten and Bell 1991), from free text and the script itself.

    What the script holds once is no evidence about the language: it counts from its second place on, so that
    formulas ("감사합니다") weigh little as a sign of a place, and a sentence read out weighs in full.
    """

    def __init__(
        self,
        script: Iterable[Sequence[int]],
        texts: Iterable[Sequence[int]],
        inventory: int,
        order: int,
        uniform: float,
    ) -> None:
        """script, texts: sentences as numbers of units below `inventory`. Cost: 4 µs a unit and order."""
        self._order, self._inventory, self._uniform = order, inventory, uniform
        self._places: dict[History, Counter[int]] = defaultdict(Counter)
        for sentence in script:
            self._count(sentence)
        self._counts: dict[History, Counter[int]] = defaultdict(Counter)
        for history, nexts in self._places.items():
            kept = {u: n - 1 for u, n in nexts.items() if n > 1} if history else nexts
            if kept:
                self._counts[history].update(kept)
        self._places = self._counts
        for text in texts:
            self._count(text)
        self._totals = {h: (sum(nexts.values()), len(nexts)) for h, nexts in self._counts.items()}
        self._single = self._singles()

    def _count(self, sentence: Sequence[int]) -> None:
        for at, unit in enumerate(sentence):
            for length in range(min(at, self._order - 1) + 1):
                self._places[tuple(sentence[at - length : at])][unit] += 1

    def _singles(self) -> list[float]:
        seen, total = self._counts.get((), Counter()), self._totals.get((), (0, 0))[0]
        floor = self._uniform / self._inventory
        return [(seen[u] + floor) / (total + self._uniform) for u in range(self._inventory)]

    @property
    def single(self) -> list[float]:
        """How likely each unit is by itself."""
        return self._single

    def probability(self, history: History, unit: int) -> float:
        """Return how likely a unit follows others. Cost: 2 µs."""
        p = self._single[unit]
        for length in range(1, min(len(history), self._order - 1) + 1):
            before = history[-length:]
            found = self._totals.get(before)
            if found is None:
                break
            total, kinds = found
            p = (self._counts[before][unit] + kinds * p) / (total + kinds)
        return p
