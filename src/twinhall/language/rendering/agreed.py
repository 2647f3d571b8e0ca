"""Names and terms of a termbase, exact around whatever translates."""

from collections.abc import Sequence
from dataclasses import replace

from twinhall.language.choice import Translation
from twinhall.language.masking import Direction, ExactTranslation, translate_exactly
from twinhall.language.masking.slots import slots_of
from twinhall.language.masking.verifying import verified
from twinhall.language.rendering.exact import Rendering, TermUse, Translate
from twinhall.language.terms import Termbase


class AgreedTerms:
    """Makes the terms of a termbase exact, or flags the sentence."""

    def __init__(self, source: str, target: str, termbase: Termbase) -> None:
        self._way, self._termbase = Direction(source, target), termbase

    def render(self, sentences: Sequence[str], translate: Translate) -> Sequence[Rendering]:
        """Return a rendering for each sentence, in order. Raises what `translate` raises."""
        return [told(made) for made in translate_exactly(sentences, self._way, self._termbase, translate)]

    def without_terms(self, sentence: str) -> str:
        """Return a sentence with a blank where a term stood."""
        pieces: list[str] = []
        at = 0
        for span in self._termbase.finder(self._way.source).find(sentence):
            pieces.append(sentence[at : span.start])
            at = max(at, span.end)
        return " ".join([*pieces, sentence[at:]])

    def check(self, sentence: str, translation: Translation) -> Rendering:
        """Return a translation that was not made here with its terms, flagged where one is not exact."""
        slots, formless = slots_of(sentence, self._way.source, self._way.target, self._termbase)
        uses, flags = verified(translation.text, self._way.target, slots, formless, self._termbase)
        terms = tuple(TermUse(use.concept, use.form, use.exact) for use in uses)
        whole = replace(translation, flags=translation.flags | flags)
        return Rendering(whole, terms, termbase=self._termbase.version)


def told(made: ExactTranslation) -> Rendering:
    """Return an exact translation with its provenance; "" where the source stands in its place."""
    translation = Translation(
        "" if "untranslated" in made.flags else made.text, made.engine, made.model, made.pivot, made.flags
    )
    terms = tuple(TermUse(use.concept, use.form, use.exact) for use in made.terms)
    return Rendering(translation, terms, str(made.rung), made.termbase)
