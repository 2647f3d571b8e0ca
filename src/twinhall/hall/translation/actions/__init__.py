"""Writing texts, deciding about their renditions, and keeping the termbase."""

from twinhall.hall.translation.actions.deciding import (
    Approvals,
    NotDecided,
    NothingWritten,
    Overtaken,
    TermsOpen,
    approve_reviewed,
    decide,
    token_of,
)
from twinhall.hall.translation.actions.termbase import Forms, add_forms, delete_term, term_rows, write_term
from twinhall.hall.translation.actions.texts import new_rendition, rewrite_text, write_rendition, write_text

__all__ = [
    "Approvals",
    "Forms",
    "NotDecided",
    "NothingWritten",
    "Overtaken",
    "TermsOpen",
    "add_forms",
    "approve_reviewed",
    "decide",
    "delete_term",
    "new_rendition",
    "rewrite_text",
    "term_rows",
    "token_of",
    "write_rendition",
    "write_term",
    "write_text",
]
