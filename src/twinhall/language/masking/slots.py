"""Which terms of a sentence must be masked, and putting the masks in."""

import re
from collections.abc import Sequence

from twinhall.language.masking.values import Slot
from twinhall.language.particles import ending_of, refit
from twinhall.language.terms import Concept, Kind, Term, Termbase, TermSpan

# Machine-readable places: a name inside them is no word of the sentence
UNTOUCHED = re.compile(r"<[^<>]*>|\bhttps?://\S+|\bwww\.\S+|\S+@\S+\.\w+")
OWN_LETTERS = ("ko", "ja", "zh")  # into these a Latin form cannot be lent
LENDERS = ("en", "vi")
NAMES = (Kind.PERSON, Kind.CITY)
MUST_HAVE_FORM = (Kind.PERSON, Kind.CITY, Kind.TITLE, Kind.ORGANISATION)
APART = re.compile(r"[^\w]*[,;:/|·・、，()（）–—][^\w]*")


def slots_of(text: str, source: str, target: str, termbase: Termbase) -> tuple[list[Slot], list[Concept]]:
    """Return where masks are to stand, and the concepts that have no agreed form in the target."""
    slots: list[Slot] = []
    formless: list[Concept] = []
    closed = [m.span() for m in UNTOUCHED.finditer(text)]
    for span in termbase.finder(source).find(text):
        if any(start < span.end and span.start < end for start, end in closed):
            continue
        form = span.concept.rendering(span.term, target, termbase.on)
        agreed = form is not None
        if form is None:
            formless += [span.concept] if span.concept.kind in MUST_HAVE_FORM else []
            form = lent_form(span, target)
        if form is not None:
            slots.append(Slot(span.start, span.end, span.concept, form, agreed))
    return slots, formless


def lent_form(span: TermSpan, target: str) -> Term | None:
    """Return the Latin form that another language lends a proper name: better than an engine's guess."""
    if span.concept.kind not in NAMES or target in OWN_LETTERS:
        return None
    lent = (span.concept.rendering(span.term, language) for language in LENDERS)
    return next((term for term in lent if term is not None), None)


def masked(text: str, source: str, slots: Sequence[Slot], names: Sequence[str]) -> str:
    """Return the text with a mask in each slot; in Korean with the particle that the mask wants."""
    pieces: list[str] = []
    at = 0
    for slot, name in zip(slots, names, strict=True):
        between = text[at : slot.start]
        pieces += [between or " ", name] if at else [between, name]  # side by side they would be one word
        at = slot.end
    pieces.append(text[at:])
    if source == "ko":
        for n, name in enumerate(names):
            pieces[2 * n + 2] = refit(pieces[2 * n + 2], ending_of(name))
    return "".join(pieces)


def is_nothing_else(text: str, slots: Sequence[Slot]) -> bool:
    """Say whether a sentence is a term alone, or terms in a list: there is nothing to translate."""
    edges = [0, *(edge for slot in slots for edge in (slot.start, slot.end)), len(text)]
    between = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    if re.search(r"\w", between[0] + between[-1]):
        return False
    return all(APART.fullmatch(words) for words in between[1:-1])
