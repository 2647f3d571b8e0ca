"""Writing texts, deciding about their renditions, talking about them, and keeping the termbase."""

from twinhall.hall.translation.actions.comments import NothingSaid, comment, settle
from twinhall.hall.translation.actions.deciding import (
    NotAsShown,
    NothingWritten,
    NumbersOpen,
    TermsOpen,
    approve_reviewed,
    decide,
)
from twinhall.hall.translation.actions.drafts import (
    Draft,
    NoProposal,
    draft_of,
    sealed,
    store_draft,
    take_proposal,
)
from twinhall.hall.translation.actions.memory import Sentence, add_pairs, keep_approved, take_out
from twinhall.hall.translation.actions.memory_file import Outcome, bring_in, look_at
from twinhall.hall.translation.actions.standing import NotDecided, Overtaken, token_of
from twinhall.hall.translation.actions.taking import StandsApproved, fill_in, take_in
from twinhall.hall.translation.actions.termbase import Forms, add_forms, delete_term, term_rows, write_term
from twinhall.hall.translation.actions.texts import new_rendition, rewrite_text, write_rendition, write_text
from twinhall.hall.translation.actions.versions import NoVersion, bring_back, keep_version, keep_versions

__all__ = [
    "Draft",
    "Forms",
    "NoProposal",
    "NoVersion",
    "NotAsShown",
    "NotDecided",
    "NothingSaid",
    "NothingWritten",
    "NumbersOpen",
    "Outcome",
    "Overtaken",
    "Sentence",
    "StandsApproved",
    "TermsOpen",
    "add_forms",
    "add_pairs",
    "approve_reviewed",
    "bring_back",
    "bring_in",
    "comment",
    "decide",
    "delete_term",
    "draft_of",
    "fill_in",
    "keep_approved",
    "keep_version",
    "keep_versions",
    "look_at",
    "new_rendition",
    "rewrite_text",
    "sealed",
    "settle",
    "store_draft",
    "take_in",
    "take_out",
    "take_proposal",
    "term_rows",
    "token_of",
    "write_rendition",
    "write_term",
    "write_text",
]
