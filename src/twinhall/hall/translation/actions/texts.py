"""Writing texts and their renditions, so that provenance and staleness are always right."""

from django.db import transaction
from django.utils import timezone

from twinhall.hall.people.models import User
from twinhall.hall.translation.actions.versions import keep_version
from twinhall.hall.translation.enums import Origin, Status
from twinhall.hall.translation.models import PastText, Rendition, Text


def write_text(language: str, body: str, approved: dict[str, str] | None = None, *, by: User | None) -> Text:
    """Store a new text; `approved` holds versions in other languages that `by` answers for."""
    text = Text.objects.create(language=language, body=body)
    for tag, version in (approved or {}).items():
        if tag != language and version.strip():
            write_rendition(text, tag, version, by=by, status=Status.APPROVED)
    return text


def rewrite_text(text: Text, body: str, *, by: User | None) -> None:
    """Replace the words of a text; its renditions are stale from then on. The same words change nothing.

    What it said before is kept, and who changed it. To be called inside a transaction.
    """
    if text.body != body:
        PastText.objects.create(
            text=text,
            revision=text.revision,
            body=text.body,
            replaced_by=by,
            replaced_by_name=by.name if by else "",
        )
        text.body = body
        text.revision += 1
        text.save(update_fields=["body", "revision"])


@transaction.atomic
def write_rendition(
    text: Text,
    language: str,
    body: str,
    *,
    by: User | None,
    origin: str = Origin.HUMAN,
    status: str = Status.DRAFT,
    engine: str = "",
    sample: bool = False,
) -> Rendition:
    """Store what a text says in `language`, for the text as it now stands."""
    told = new_rendition(
        text, language, body, by=by, origin=origin, status=status, engine=engine, sample=sample
    )
    Text.objects.select_for_update().get(pk=text.pk)  # two at once: one waits, and replaces
    held = Rendition.objects.filter(text=text, language=language).first()
    if held is not None:
        told.pk = held.pk
    told.save()
    keep_version(told, by=by)
    return told


def new_rendition(
    text: Text,
    language: str,
    body: str,
    *,
    by: User | None,
    origin: str = Origin.HUMAN,
    status: str = Status.DRAFT,
    engine: str = "",
    sample: bool = False,
) -> Rendition:
    """Return a rendition of the text as it now stands, not yet stored: for many at once."""
    decided = status != Status.DRAFT
    return Rendition(
        text=text,
        language=language,
        body=body,
        origin=origin,
        engine=engine,
        status=status,
        sample=sample,
        source_revision=text.revision,
        written_by=by,
        reviewer=by if decided else None,
        reviewer_name=by.name if by and decided else "",
        reviewed_at=timezone.now() if decided else None,
    )
