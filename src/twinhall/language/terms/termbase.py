"""All the terms that hold for a text, with the tools that are made of them once."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import overload

from twinhall.language.terms.finder import Finder
from twinhall.language.terms.misspellings import Misspellings
from twinhall.language.terms.values import Concept


class Termbase(Sequence[Concept]):
    """Concepts, on a day (today if None), and what finds them.

    Cost: finders are made when first asked for and kept, 2 µs a term and language.
    """

    def __init__(self, concepts: Iterable[Concept], on: date | None = None) -> None:
        self.concepts = tuple(concepts)
        self.on = on
        self._finders: dict[str, Finder] = {}
        self._misspellings: dict[str, Misspellings] = {}

    @overload
    def __getitem__(self, index: int) -> Concept: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Concept]: ...
    def __getitem__(self, index: int | slice) -> Concept | Sequence[Concept]:
        return self.concepts[index]

    def __len__(self) -> int:
        return len(self.concepts)

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts)

    @cached_property
    def version(self) -> str:
        """Twelve hexadecimal digits that change with any concept, form or the day."""
        told = repr((sorted(self.concepts, key=lambda c: c.id), self.on))
        return hashlib.sha256(told.encode()).hexdigest()[:12]

    @cached_property
    def by_id(self) -> dict[str, Concept]:
        return {concept.id: concept for concept in self.concepts}

    def finder(self, language: str) -> Finder:
        """Return what finds the terms of a language."""
        if language not in self._finders:
            self._finders[language] = Finder(self.concepts, language, self.on)
        return self._finders[language]

    def misspellings(self, language: str) -> Misspellings:
        """Return what finds names that are nearly right."""
        if language not in self._misspellings:
            self._misspellings[language] = Misspellings(self.concepts, language)
        return self._misspellings[language]

    def today(self, concept: Concept, language: str) -> str | None:
        """Return how a concept is called on the termbase's day: by its successor's name if it has one."""
        seen = {concept.id}
        term = concept.preferred_term(language, self.on)
        while term is None or not term.valid(self.on):
            if concept.successor is None or concept.successor in seen or concept.successor not in self.by_id:
                break
            seen.add(concept.successor)
            concept = self.by_id[concept.successor]
            term = concept.preferred_term(language, self.on) or term
        return term.text if term else None


def termbase_of(concepts: Sequence[Concept]) -> Termbase:
    """Return the termbase itself, or one made of some concepts."""
    return concepts if isinstance(concepts, Termbase) else Termbase(concepts)
