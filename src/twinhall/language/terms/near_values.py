"""A name that is nearly right."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from twinhall.language.terms.values import Concept, Term

Meaning = tuple[Concept, Term]


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Where a text writes a name nearly right. certain: the same name, by its letters or its sound."""

    start: int
    end: int
    concept: Concept
    term: Term
    certain: bool


class NearNames(Protocol):
    """The names of a script, ready to be found misspelt."""

    def find(self, text: str) -> list[NearMiss]:
        """Return the near misses in order; a name that stands as any known form is none."""
        ...


def without_overlaps(found: Iterable[NearMiss]) -> list[NearMiss]:
    """Return near misses in order: certain ones before doubtful ones, longer before shorter."""
    kept: list[NearMiss] = []
    for near in sorted(found, key=lambda n: (not n.certain, n.start - n.end, n.start)):
        if all(near.end <= k.start or k.end <= near.start for k in kept):
            kept.append(near)
    return sorted(kept, key=lambda n: n.start)
