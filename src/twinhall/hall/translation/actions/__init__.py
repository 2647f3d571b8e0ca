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
from twinhall.hall.translation.actions.memory import Sentence, add_pairs, keep_approved, take_out
from twinhall.hall.translation.actions.memory_file import Outcome, bring_in, look_at
from twinhall.hall.translation.actions.taking import StandsApproved, fill_in, take_in
from twinhall.hall.translation.actions.termbase import Forms, add_forms, delete_term, term_rows, write_term
from twinhall.hall.translation.actions.texts import new_rendition, rewrite_text, write_rendition, write_text

__all__ = [
    "Approvals",
    "Forms",
    "NotDecided",
    "NothingWritten",
    "Outcome",
    "Overtaken",
    "Sentence",
    "StandsApproved",
    "TermsOpen",
    "add_forms",
    "add_pairs",
    "approve_reviewed",
    "bring_in",
    "decide",
    "delete_term",
    "fill_in",
    "keep_approved",
    "look_at",
    "new_rendition",
    "rewrite_text",
    "take_in",
    "take_out",
    "term_rows",
    "token_of",
    "write_rendition",
    "write_term",
    "write_text",
]
