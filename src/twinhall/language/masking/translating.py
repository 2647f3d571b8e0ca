"""Translates sentences so that every agreed term comes out exact, or the sentence is flagged."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twinhall.language.masking.masks import TooManyTerms, masks
from twinhall.language.masking.recovery import recovered, remains
from twinhall.language.masking.restoring import restored
from twinhall.language.masking.slots import is_nothing_else, masked, slots_of
from twinhall.language.masking.values import (
    LADDER,
    Answer,
    Ask,
    ExactTranslation,
    Flag,
    Route,
    Rung,
    Slot,
    TermUse,
)
from twinhall.language.terms import Concept, Termbase, check_text, count_exactly


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence on its way."""

    source: str
    slots: tuple[Slot, ...]
    formless: tuple[Concept, ...]
    tries: int = 0


def translate_exactly(
    sentences: Sequence[str], route: Route, termbase: Termbase, ask: Ask
) -> list[ExactTranslation]:
    """Return one translation for each sentence, in order.

    Terms are masked, the engine is asked, each mask must be there exactly once; if not, the sentence is
    asked again with masks of the next kind, and left untranslated and flagged when all kinds are lost.
    Whatever the engine does, a term is exact or the translation has a flag.
    ask: may raise, nothing is caught here. It is called at most once a rung, with all that is still open.
    Cost: 30 µs a sentence beside the engine, 200 µs for one with terms.
    """
    done: dict[int, ExactTranslation] = {}
    open_: dict[int, _Sentence] = {}
    for n, text in enumerate(sentences):
        slots, formless = slots_of(text, route.source, route.target, termbase)
        sentence = _Sentence(text, tuple(slots), tuple(formless))
        at_once = _without_engine(sentence, route, termbase)
        if at_once is not None:
            done[n] = at_once
        else:
            open_[n] = sentence
    for rung in LADDER:
        if not open_:
            break
        asked = {n: _masks_for(sentence, rung, route.target) for n, sentence in open_.items()}
        able = {n: names for n, names in asked.items() if names is not None}
        told = tuple(masked(open_[n].source, route.source, open_[n].slots, able[n]) for n in able)
        answers = ask(told) if told else ()
        for (n, names), sent, answer in zip(able.items(), told, answers, strict=True):
            sentence = open_[n] = replace(open_[n], tries=open_[n].tries + 1)
            result = _taken(sentence, rung, names, sent, answer, route, termbase)
            if result is not None:
                done[n] = result
                del open_[n]
    for n, sentence in open_.items():
        done[n] = _untranslated(sentence, route, termbase)
    return [done[n] for n in range(len(sentences))]


def _masks_for(sentence: _Sentence, rung: Rung, target: str) -> tuple[str, ...] | None:
    """Return a mask for each slot, none that stands in sentence or terms; None if there are too few."""
    taken = " ".join([sentence.source, *(slot.form.text for slot in sentence.slots)])
    try:
        return masks(rung, len(sentence.slots), taken)
    except TooManyTerms:
        return None


def _without_engine(sentence: _Sentence, route: Route, termbase: Termbase) -> ExactTranslation | None:
    """Answer for what is nothing but blanks, marks, figures or a term."""
    text = sentence.source
    if not re.search(r"[^\W\d_]", text):
        return ExactTranslation(text, text, route, Rung.WITHOUT_ENGINE, termbase.version)
    if not sentence.slots or not is_nothing_else(text, sentence.slots):
        return None
    places = [(slot.start, slot.end, n) for n, slot in enumerate(sentence.slots)]
    made = restored(text, places, sentence.slots, route.target)
    return _checked(sentence, made, Rung.WITHOUT_ENGINE, frozenset(), route, termbase)


def _taken(
    sentence: _Sentence,
    rung: Rung,
    names: Sequence[str],
    sent: str,
    answer: Answer,
    route: Route,
    termbase: Termbase,
) -> ExactTranslation | None:
    """Return what an answer is worth; None if it must be asked again with other masks."""
    text = answer.text.strip()
    if not sentence.slots and not text:
        return _untranslated(sentence, route, termbase, answer.flags)
    places = recovered(text, names)
    if places is None:
        return None
    made = restored(text, places, sentence.slots, route.target)
    flags = answer.flags | ({Flag.UNCHANGED} if text == sent.strip() else set())
    result = _checked(sentence, made, rung if sentence.slots else Rung.NO_TERMS, flags, route, termbase)
    lost = remains(made, names) or Flag.INEXACT in result.flags
    return None if lost and sentence.slots else result


def _checked(
    sentence: _Sentence, text: str, rung: Rung, flags: frozenset[str], route: Route, termbase: Termbase
) -> ExactTranslation:
    """Verify a restored sentence as if nothing were known of how it was made."""
    wanted = Counter(slot.form.text for slot in sentence.slots)
    held = {form: _count(text, form, route.target) >= times for form, times in wanted.items()}
    wrong = any(w.problem.blocks for w in check_text(text, route.target, termbase))
    uses = [
        TermUse(slot.concept.id, slot.form.text, held[slot.form.text] and slot.agreed)
        for slot in sentence.slots
    ]
    lent = {slot.concept.id for slot in sentence.slots if not slot.agreed}
    uses += [TermUse(concept.id, "", False) for concept in sentence.formless if concept.id not in lent]
    found = {
        Flag.INEXACT: not all(held.values()),
        Flag.WRONG_FORM: wrong,
        Flag.NO_FORM: bool(sentence.formless),
    }
    own = frozenset(flag for flag, is_so in found.items() if is_so)
    return ExactTranslation(
        sentence.source, text, route, rung, termbase.version, tuple(uses), flags | own, sentence.tries
    )


def _count(text: str, form: str, language: str) -> int:
    """Count a form letter by letter; Korean and Japanese write on behind a name, and we have put it there."""
    if language in ("ko", "ja"):
        return unicodedata.normalize("NFC", text).count(unicodedata.normalize("NFC", form))
    return count_exactly(text, form, language)


def _untranslated(
    sentence: _Sentence, route: Route, termbase: Termbase, flags: frozenset[str] = frozenset()
) -> ExactTranslation:
    uses = tuple(TermUse(slot.concept.id, slot.form.text, False) for slot in sentence.slots)
    return ExactTranslation(
        source=sentence.source,
        text=sentence.source,
        route=route,
        rung=Rung.NONE,
        termbase=termbase.version,
        terms=uses,
        flags=flags | {Flag.UNTRANSLATED},
        tries=sentence.tries,
    )
