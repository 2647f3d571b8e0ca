"""What a reader of a language is shown of a text, with its provenance."""

from dataclasses import dataclass
from datetime import date

from twinhall.hall.translation.enums import Origin, Status
from twinhall.hall.translation.models import Rendition, Text


@dataclass(frozen=True, slots=True)
class Reading:
    """Words on a page, the language they are in, and who answers for them.

    origin: "original" (written in this language), or the rendition's origin.
    """

    text: str
    language: str
    origin: str
    status: str  # "" for an original
    engine: str = ""
    reviewer: str = ""
    approved_on: date | None = None
    sample: bool = False


def is_stale(rendition: Rendition, text: Text) -> bool:
    """True when the text was changed after this rendition was made."""
    return rendition.source_revision < text.revision


def open_to_machine(rendition: Rendition | None, text: Text) -> bool:
    """True where a machine may write: nothing is there, or an older draft of a machine for other words."""
    if rendition is None:
        return True
    untouched = rendition.origin == Origin.MACHINE and rendition.status == Status.DRAFT
    return untouched and is_stale(rendition, text)


def approved_rendition(text: Text, language: str) -> Rendition | None:
    """Return the approved rendition of the text as it now stands. Uses text.renditions.all()."""
    for rendition in text.renditions.all():
        approved = rendition.status == Status.APPROVED and not is_stale(rendition, text)
        if rendition.language == language and approved:
            return rendition
    return None


def reading(text: Text, language: str) -> Reading:
    """Return the approved rendition in `language`, else the original. Never an unapproved text."""
    rendition = approved_rendition(text, language) if language != text.language else None
    if rendition is None:
        return Reading(text.body, text.language, "original", "")
    return Reading(
        text=rendition.body,
        language=rendition.language,
        origin=rendition.origin,
        status=rendition.status,
        engine=rendition.engine,
        reviewer=rendition.reviewer_name,
        approved_on=rendition.reviewed_at.date() if rendition.reviewed_at else None,
        sample=rendition.sample,
    )
