"""What readers are shown, and the terms that must be kept."""

from twinhall.hall.translation.queries.listing import Entry, Spoken, listed_terms, spoken
from twinhall.hall.translation.queries.names import Named, names_of, people_at
from twinhall.hall.translation.queries.readings import (
    Reading,
    approved_rendition,
    is_stale,
    open_to_machine,
    reading,
)
from twinhall.hall.translation.queries.terms import (
    added_to,
    all_concepts,
    as_value,
    concepts_for,
    named_by,
    relations_of,
    terms_to_edit,
)

__all__ = [
    "Entry",
    "Named",
    "Reading",
    "Spoken",
    "added_to",
    "all_concepts",
    "approved_rendition",
    "as_value",
    "concepts_for",
    "is_stale",
    "listed_terms",
    "named_by",
    "names_of",
    "open_to_machine",
    "people_at",
    "reading",
    "relations_of",
    "spoken",
    "terms_to_edit",
]
