"""Puts agreed forms in the place of others."""

from collections.abc import Iterable

from twinhall.language.particles import ending_of, refit
from twinhall.language.terms.values import TermWarning


def mended(text: str, language: str, warnings: Iterable[TermWarning]) -> str:
    """Return a text with the expected form wherever a warning says that another stands, particles fitted."""
    told = [(w.start, w.found, w.expected) for w in warnings if w.found and w.expected and w.start >= 0]
    for start, found, expected in sorted(set(told), reverse=True):
        end = start + len(found)
        rest = text[end:]
        if language == "ko":
            rest = refit(rest, ending_of(expected))
        at_start = not text[:start].strip() and text[start].isupper()
        text = text[:start] + (expected[:1].upper() + expected[1:] if at_start else expected) + rest
    return text
