"""Checks that names and terms are written exactly as agreed."""

import unicodedata
from collections.abc import Sequence

from twinhall.language.terms.boundaries import stands_alone
from twinhall.language.terms.termbase import Termbase, termbase_of
from twinhall.language.terms.values import Concept, Problem, Standing, Term, TermSpan, TermWarning


def find_terms(text: str, language: str, concepts: Sequence[Concept]) -> list[TermSpan]:
    """Return the concepts in a text in order, the longest where several begin alike; spans never overlap.

    Cost: .5 µs a character; give a Termbase, not a bare sequence, to look in more than one text.
    """
    return termbase_of(concepts).finder(language).find(text)


def check_text(text: str, language: str, concepts: Sequence[Concept]) -> list[TermWarning]:
    """Return what is wrong with the names and terms of any text, with what should stand there, in order.

    Forbidden forms, names without their diacritics or as they sound, near misses, names given up since.
    """
    termbase = termbase_of(concepts)
    spans = termbase.finder(language).find(text)
    warnings = [w for s in spans if (w := _about(s, text, language, termbase)) is not None]
    taken = [(s.start, s.end) for s in spans]
    for near in termbase.misspellings(language).find(text):
        if not any(start < near.end and near.start < end for start, end in taken):
            expected = near.term.text
            problem = Problem.MISSPELT if near.certain else Problem.DOUBTFUL
            found = text[near.start : near.end]
            warnings.append(TermWarning(near.concept.id, problem, expected, found, near.start))
    return sorted(warnings, key=lambda w: w.start)


def check_rendition(
    source_text: str,
    source_language: str,
    target_text: str,
    target_language: str,
    concepts: Sequence[Concept],
) -> list[TermWarning]:
    """Return what forbids to approve a rendition: wrong forms in it, exact ones that are missing."""
    termbase = termbase_of(concepts)
    wrong = check_text(target_text, target_language, termbase)
    warnings = [w for w in wrong if w.problem is Problem.FORBIDDEN]
    told = {w.concept for w in warnings}
    for span in find_terms(source_text, source_language, termbase):
        accepted = span.concept.accepted(span.term, target_language, termbase.on)
        if not accepted or span.concept.id in told:
            continue
        told.add(span.concept.id)
        forms = {term.text for term in accepted} | {termbase.today(span.concept, target_language)}
        if not any(holds_exactly(target_text, form, target_language) for form in forms if form):
            expected = span.concept.rendering(span.term, target_language, termbase.on) or accepted[0]
            found = _stands_instead(target_text, target_language, span.concept, wrong, termbase)
            warnings.append(TermWarning(span.concept.id, Problem.MISSING, expected.text, *found))
    return warnings + [w for w in wrong if w.problem is Problem.MISSPELT and w.concept not in told]


def holds_exactly(text: str, form: str, language: str) -> bool:
    """Say whether a form stands in a text letter by letter; only a sentence may capitalise its first one."""
    return count_exactly(text, form, language) > 0


def count_exactly(text: str, form: str, language: str) -> int:
    """Return how often a form stands in a text letter by letter, as words of their own."""
    text, form = unicodedata.normalize("NFC", text), unicodedata.normalize("NFC", form)
    count = 0
    for written in {form, form[:1].upper() + form[1:]}:
        at = text.find(written)
        while at >= 0:
            count += stands_alone(text, at, at + len(written), language)
            at = text.find(written, at + len(written))
    return count


def _about(span: TermSpan, text: str, language: str, termbase: Termbase) -> TermWarning | None:
    term, concept, found = span.term, span.concept, text[span.start : span.end]
    if term.standing is Standing.FORBIDDEN:
        return TermWarning(
            concept.id, Problem.FORBIDDEN, _meant(term, concept, language, termbase), found, span.start
        )
    if not term.valid(termbase.on) and term.valid_until is not None:
        today = termbase.today(concept, language)
        if today and today != term.text:
            return TermWarning(concept.id, Problem.OUTDATED, today, found, span.start, term.valid_until)
    return None


def _meant(term: Term, concept: Concept, language: str, termbase: Termbase) -> str | None:
    rendering = concept.rendering(term, language, termbase.on)
    return rendering.text if rendering else None


def _stands_instead(
    text: str, language: str, concept: Concept, wrong: Sequence[TermWarning], termbase: Termbase
) -> tuple[str | None, int]:
    """Return how a text writes a concept, where it does so by another form, spacing, case or misspelt."""
    for warning in wrong:
        if warning.concept == concept.id and warning.problem is not Problem.OUTDATED:
            return warning.found, warning.start
    for span in termbase.finder(language).find(text):
        if span.concept.id == concept.id:
            return text[span.start : span.end], span.start
    return None, -1
