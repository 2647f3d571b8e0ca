"""What readers are shown, and the terms that must be kept."""

from twinhall.hall.translation.queries.readings import Reading, approved_rendition, is_stale, reading
from twinhall.hall.translation.queries.terms import (
    Entry,
    as_value,
    concepts_for,
    listed_terms,
    relations_of,
    terms_to_edit,
)

__all__ = [
    "Entry",
    "Reading",
    "approved_rendition",
    "as_value",
    "concepts_for",
    "is_stale",
    "listed_terms",
    "reading",
    "relations_of",
    "terms_to_edit",
]
