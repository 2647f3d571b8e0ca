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
from twinhall.hall.translation.actions.standing import NotDecided, Overtaken, token_of
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
    "Overtaken",
    "TermsOpen",
    "add_forms",
    "approve_reviewed",
    "bring_back",
    "comment",
    "decide",
    "delete_term",
    "draft_of",
    "keep_version",
    "keep_versions",
    "new_rendition",
    "rewrite_text",
    "sealed",
    "settle",
    "store_draft",
    "take_proposal",
    "term_rows",
    "token_of",
    "write_rendition",
    "write_term",
    "write_text",
]
