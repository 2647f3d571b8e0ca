"""Verifies a restored sentence as if nothing were known of how it was made."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

from twinhall.language.masking.values import Flag, Slot, TermUse
from twinhall.language.terms import Concept, Termbase, check_text, count_exactly


def verified(
    text: str, language: str, slots: Sequence[Slot], formless: Sequence[Concept], termbase: Termbase
) -> tuple[tuple[TermUse, ...], frozenset[Flag]]:
    """Return how each term came out, and why a person must look, if one must.

    formless: concepts of the source that have no agreed form in this language.
    """
    wanted = Counter(slot.form.text for slot in slots)
    held = {form: _count(text, form, language) >= times for form, times in wanted.items()}
    lent = {slot.concept.id for slot in slots if not slot.agreed}
    uses = [TermUse(s.concept.id, s.form.text, held[s.form.text] and s.agreed) for s in slots]
    uses += [TermUse(concept.id, "", False) for concept in formless if concept.id not in lent]
    found = {
        Flag.INEXACT: not all(held.values()),
        Flag.WRONG_FORM: any(w.problem.blocks for w in check_text(text, language, termbase)),
        Flag.NO_FORM: bool(formless),
    }
    return tuple(uses), frozenset(flag for flag, is_so in found.items() if is_so)


def _count(text: str, form: str, language: str) -> int:
    """Count a form letter by letter; Korean and Japanese write on behind a name, and we have put it there."""
    if language in ("ko", "ja"):
        return unicodedata.normalize("NFC", text).count(unicodedata.normalize("NFC", form))
    return count_exactly(text, form, language)
