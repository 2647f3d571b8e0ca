"""Translates sentences so that every agreed term comes out exact, or the sentence is flagged."""

import re
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
    Direction,
    ExactTranslation,
    Flag,
    Rung,
    Slot,
    TermUse,
)
from twinhall.language.masking.verifying import verified
from twinhall.language.terms import Concept, Termbase

UNSPACED = frozenset({"ja", "zh"})  # a figure stands right behind a word


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence on its way. answer: the last one, with its provenance."""

    source: str
    slots: tuple[Slot, ...]
    formless: tuple[Concept, ...]
    tries: int = 0
    answer: Answer | None = None


def translate_exactly(
    sentences: Sequence[str], way: Direction, termbase: Termbase, ask: Ask
) -> list[ExactTranslation]:
    """Return one translation for each sentence, in order.

    Terms are masked, the engine is asked, each mask must be there exactly once; if not, the sentence is
    asked again with masks of the next kind, and left untranslated and flagged when all kinds are lost.
    Whatever the engine does, a term is exact or the translation has a flag.
    ask: may raise, nothing is caught here. It is called at most once a rung, with all that is still open.
    """
    work = _Work(way, termbase)
    waiting = {n: work.begun(text) for n, text in enumerate(sentences)}
    done = {n: told for n, s in waiting.items() if (told := work.without_engine(s)) is not None}
    for rung in LADDER:
        open_ = {n: names for n, s in waiting.items() if n not in done and (names := work.names(s, rung))}
        open_ |= {n: () for n, s in waiting.items() if n not in done and not s.slots}
        sent = {n: masked(waiting[n].source, way.source, waiting[n].slots, open_[n]) for n in sorted(open_)}
        answers = ask(tuple(sent.values())) if sent else ()
        for n, answer in zip(sent, answers, strict=True):
            waiting[n] = replace(waiting[n], tries=waiting[n].tries + 1, answer=answer)
            told = work.taken(waiting[n], rung, open_[n], sent[n], answer)
            if told is not None:
                done[n] = told
    return [done[n] if n in done else work.untranslated(s) for n, s in waiting.items()]


@dataclass(frozen=True, slots=True)
class _Work:
    """The steps of one call."""

    way: Direction
    termbase: Termbase

    def begun(self, text: str) -> _Sentence:
        slots, formless = slots_of(text, self.way.source, self.way.target, self.termbase)
        return _Sentence(text, tuple(slots), tuple(formless))

    def names(self, sentence: _Sentence, rung: Rung) -> tuple[str, ...]:
        """Return a mask for each slot, none that stands in sentence or terms; none if there are too few."""
        taken = " ".join([sentence.source, *(slot.form.text for slot in sentence.slots)])
        try:
            return masks(rung, len(sentence.slots), taken)
        except TooManyTerms:
            return ()

    def without_engine(self, sentence: _Sentence) -> ExactTranslation | None:
        """Answer for what is nothing but blanks, marks, figures or a term."""
        text = sentence.source
        if not re.search(r"[^\W\d_]", text):
            return ExactTranslation(text, text, Rung.WITHOUT_ENGINE, self.termbase.version)
        if not sentence.slots or not is_nothing_else(text, sentence.slots):
            return None
        places = [(slot.start, slot.end, n) for n, slot in enumerate(sentence.slots)]
        made = restored(text, places, sentence.slots, self.way.target)
        return self._told(sentence, made, Rung.WITHOUT_ENGINE, frozenset())

    def taken(
        self, sentence: _Sentence, rung: Rung, names: Sequence[str], sent: str, answer: Answer
    ) -> ExactTranslation | None:
        """Return what an answer is worth; None if it must be asked again with other masks."""
        text = answer.text.strip()
        if not text:
            return None if sentence.slots else self.untranslated(sentence)
        places = recovered(text, names, sent if self.way.target in UNSPACED else "")
        if places is None:
            return None
        made = restored(text, places, sentence.slots, self.way.target)
        flags = answer.flags | ({Flag.UNCHANGED} if text == sent.strip() else set())
        told = self._told(sentence, made, rung if names else Rung.NO_TERMS, flags)
        return None if remains(made, names) or Flag.INEXACT in told.flags else told

    def untranslated(self, sentence: _Sentence) -> ExactTranslation:
        """Let the source stand, and say so."""
        uses = tuple(TermUse(slot.concept.id, slot.form.text, False) for slot in sentence.slots)
        told = ExactTranslation(
            sentence.source, sentence.source, Rung.NONE, self.termbase.version, terms=uses
        )
        flags = (sentence.answer.flags if sentence.answer else frozenset()) | {Flag.UNTRANSLATED}
        return self._provenance(replace(told, flags=flags), sentence)

    def _told(self, sentence: _Sentence, text: str, rung: Rung, flags: frozenset[str]) -> ExactTranslation:
        uses, found = verified(text, self.way.target, sentence.slots, sentence.formless, self.termbase)
        told = ExactTranslation(
            sentence.source, text, rung, self.termbase.version, terms=uses, flags=flags | found
        )
        return self._provenance(told, sentence)

    def _provenance(self, told: ExactTranslation, sentence: _Sentence) -> ExactTranslation:
        answer = sentence.answer
        if answer is None:
            return told
        return replace(
            told, engine=answer.engine, model=answer.model, pivot=answer.pivot, tries=sentence.tries
        )
