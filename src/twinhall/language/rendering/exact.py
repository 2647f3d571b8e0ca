"""The place at which names and terms are made exact, around whatever translates."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from twinhall.language.choice import Translation

Translate = Callable[[Sequence[str]], Sequence[Translation]]
"""Translates sentences; may be asked more than once for one, with other masks in it."""


@dataclass(frozen=True, slots=True)
class TermUse:
    """A concept in a sentence, its form in the target language, and whether the text holds just that form."""

    concept: str
    form: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Rendering:
    """A translated sentence with the terms that were found in its source.

    rung: how they came through the engine. termbase: the version of the terms. Both "" where none are agreed.
    """

    translation: Translation
    terms: tuple[TermUse, ...] = ()
    rung: str = ""
    termbase: str = ""

    def with_text(self, text: str) -> "Rendering":
        """Return the rendering with another text."""
        return replace(self, translation=replace(self.translation, text=text))


class Exact(Protocol):
    """Makes terms exact: masks them, has the sentences translated, verifies, restores."""

    def render(self, sentences: Sequence[str], translate: Translate) -> Sequence[Rendering]:
        """Return a rendering for each sentence, in order. Raises what `translate` raises."""
        ...

    def without_terms(self, sentence: str) -> str:
        """Return a sentence without its terms: they do not show in what language it is."""
        ...


class NoTerms:
    """Where no terms are agreed: sentences pass as they are."""

    def render(self, sentences: Sequence[str], translate: Translate) -> Sequence[Rendering]:
        """Return what `translate` gives."""
        return [Rendering(translation) for translation in translate(sentences)] if sentences else []

    def without_terms(self, sentence: str) -> str:
        """Return the sentence."""
        return sentence
