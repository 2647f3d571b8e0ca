"""Finds names of people and cities that are nearly right, with care for other names that are like them."""

from collections.abc import Callable, Iterable

from twinhall.language.terms.near_katakana import NearKatakana
from twinhall.language.terms.near_korean import NearKorean
from twinhall.language.terms.near_latin import NearLatin
from twinhall.language.terms.near_values import Meaning, NearMiss, NearNames
from twinhall.language.terms.values import PROPER_NAMES, Concept, Standing

BY_LANGUAGE: dict[str, Callable[[Iterable[Meaning], Iterable[str]], NearNames]] = {
    "ko": NearKorean,
    "ja": NearKatakana,
}


class Misspellings:
    """The proper names of one language, ready to be found misspelt.

    Certain is what only lacks its diacritics or blanks, or sounds the same (Chi for Trí, 광남 for 꽝남).
    A slip of one word or syllable is doubtful: it may be someone else.
    """

    def __init__(self, concepts: Iterable[Concept], language: str) -> None:
        spoken = [(c, t) for c in concepts for t in c.terms if t.language == language]
        names = [(c, t) for c, t in spoken if c.kind in PROPER_NAMES and t.standing is Standing.PREFERRED]
        how = BY_LANGUAGE.get(language, NearLatin)
        self._names = how(names, [t.text for _, t in spoken]) if names else None

    def find(self, text: str) -> list[NearMiss]:
        """Return the near misses in order; none overlap, and no form that is known is among them."""
        return self._names.find(text) if self._names else []
