"""Terms and their exact forms: finding them in a text, and checking that a rendition holds them."""

from twinhall.language.terms.checker import (
    check_rendition,
    check_text,
    count_exactly,
    find_terms,
    holds_exactly,
)
from twinhall.language.terms.finder import Finder
from twinhall.language.terms.mending import mended
from twinhall.language.terms.termbase import Termbase, termbase_of
from twinhall.language.terms.values import (
    Concept,
    Kind,
    Problem,
    Standing,
    Term,
    TermSpan,
    TermWarning,
)

__all__ = [
    "Concept",
    "Finder",
    "Kind",
    "Problem",
    "Standing",
    "Term",
    "TermSpan",
    "TermWarning",
    "Termbase",
    "check_rendition",
    "check_text",
    "count_exactly",
    "find_terms",
    "holds_exactly",
    "mended",
    "termbase_of",
]
