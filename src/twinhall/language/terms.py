"""Terms and their exact forms: finding them in a text, and checking that a rendition holds them."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from twinhall.language.folding import Folded, fold
from twinhall.language.particles import is_noun_end


class Standing(StrEnum):
    """How a form of a concept is regarded."""

    PREFERRED = "preferred"
    VARIANT = "variant"  # understood where it is read, not to be written
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Term:
    """One form of a concept in one language."""

    language: str
    text: str
    standing: Standing = Standing.PREFERRED


@dataclass(frozen=True, slots=True)
class Concept:
    """A person, city, title, organisation or programme, and its forms."""

    id: str
    terms: tuple[Term, ...]

    def preferred(self, language: str) -> str | None:
        """Return the form that must be written, None if the language has none."""
        forms = (t.text for t in self.terms if t.language == language and t.standing is Standing.PREFERRED)
        return next(forms, None)


@dataclass(frozen=True, slots=True)
class TermSpan:
    """Where a concept stands in a text, and by which of its forms."""

    start: int
    end: int
    concept: Concept
    term: Term


class Problem(StrEnum):
    """What is wrong with a concept in a rendition."""

    MISSING = "missing"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class TermWarning:
    """A concept that is not rendered exactly. found: the offending text in the target, if it is there."""

    concept: str
    problem: Problem
    expected: str | None
    found: str | None = None


def find_terms(text: str, language: str, concepts: Sequence[Concept]) -> list[TermSpan]:
    """Return the concepts in a text in order, the longest where several begin alike; spans never overlap.

    Cost: O(len(text) * number of terms), .1 ms a sentence for 100 terms.
    """
    folded = fold(text, language)
    found = [
        span
        for concept in concepts
        for term in concept.terms
        if term.language == language
        for span in occurrences(folded, text, concept, term)
    ]
    spans: list[TermSpan] = []
    for span in sorted(found, key=lambda s: (s.start, -s.end, s.term.standing is Standing.FORBIDDEN)):
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    return spans


def occurrences(folded: Folded, text: str, concept: Concept, term: Term) -> Iterator[TermSpan]:
    """Yield where one form stands as a word of its own."""
    form = fold(term.text, term.language).text
    at = folded.text.find(form) if form else -1
    while at >= 0:
        start, end = folded.starts[at], folded.ends[at + len(form) - 1]
        if stands_alone(text, start, end, term.language):
            yield TermSpan(start, end, concept, term)
        at = folded.text.find(form, at + 1)


def stands_alone(text: str, start: int, end: int, language: str) -> bool:
    """Say whether a span is a word of its own, as far as the language's writing tells."""
    if language == "ja":
        return True
    before, rest = text[:start], unicodedata.normalize("NFC", text[end:])
    if before and before[-1].isalnum():
        return False
    return is_noun_end(rest) if language == "ko" else not rest[:1].isalnum()


def check_rendition(
    source_text: str,
    source_language: str,
    target_text: str,
    target_language: str,
    concepts: Sequence[Concept],
) -> list[TermWarning]:
    """Return what is wrong with the terms of a rendition: forbidden forms, missing exact ones."""
    warnings = [
        TermWarning(
            s.concept.id,
            Problem.FORBIDDEN,
            s.concept.preferred(target_language),
            target_text[s.start : s.end],
        )
        for s in find_terms(target_text, target_language, concepts)
        if s.term.standing is Standing.FORBIDDEN
    ]
    told = {w.concept for w in warnings}
    for span in find_terms(source_text, source_language, concepts):
        expected = span.concept.preferred(target_language)
        if expected is None or span.concept.id in told:
            continue
        told.add(span.concept.id)
        if not holds_exactly(target_text, expected, target_language):
            found = inexact_form(target_text, target_language, span.concept)
            warnings.append(TermWarning(span.concept.id, Problem.MISSING, expected, found))
    return warnings


def holds_exactly(text: str, form: str, language: str) -> bool:
    """Say whether a form stands in a text letter by letter; only a sentence may capitalise its first one."""
    text, form = unicodedata.normalize("NFC", text), unicodedata.normalize("NFC", form)
    for written in {form, form[:1].upper() + form[1:]}:
        at = text.find(written)
        while at >= 0:
            if stands_alone(text, at, at + len(written), language):
                return True
            at = text.find(written, at + 1)
    return False


def inexact_form(text: str, language: str, concept: Concept) -> str | None:
    """Return how a text writes a concept, where it does so by another form, spacing or case."""
    spans = find_terms(text, language, [concept])
    return text[spans[0].start : spans[0].end] if spans else None
