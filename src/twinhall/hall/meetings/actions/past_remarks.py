"""Remarks as they were before a change of their sentences, and the way back."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from twinhall.hall.meetings.actions.memory import remember
from twinhall.hall.meetings.models import PastRemarks, Remarks, Segment
from twinhall.hall.meetings.queries.past import last_change
from twinhall.hall.people.models import User
from twinhall.hall.translation.actions import keep_version, rewrite_text
from twinhall.hall.translation.models import MADE, Rendition, Text

KEPT = 20  # changes that can be taken back, one after the other
KEPT_FIELDS = (
    "language",
    "body",
    *MADE,
    "status",
    "source_revision",
    "sample",
    "written_by_id",
    "reviewer_id",
    "reviewer_name",
)


class NothingToUndo(Exception):
    """No change is left to take back, or its sentences were worked on since."""


@contextmanager
def keep_past(
    remarks: Remarks, change: str, touched: Iterable[int], *, by: User | None, position: int
) -> Iterator[None]:
    """Keep what the sentences are now, for the change that is made inside the block."""
    words = set(touched)
    past = PastRemarks.objects.create(
        remarks=remarks,
        change=change,
        position=position,
        made_by=by,
        sentences=[_kept(segment, words) for segment in _segments(remarks)],
    )
    yield
    PastRemarks.objects.filter(pk=past.pk).update(made_at=timezone.now())
    _forget(remarks)


def undoable_texts(past: Iterable[PastRemarks]) -> set[int]:
    """Return the ids of the texts that taking a change back would need."""
    return {entry["text"] for row in past for entry in row.sentences}


def _forget(remarks: Remarks) -> None:
    """Let go of changes too old to be taken back, and of sentences that went with them."""
    rows = list(PastRemarks.objects.filter(remarks=remarks))
    old = rows[KEPT:]
    if old:
        gone = undoable_texts(old) - undoable_texts(rows[:KEPT])
        Text.objects.filter(pk__in=gone, segment__isnull=True).delete()
        PastRemarks.objects.filter(pk__in=[row.pk for row in old]).delete()


@transaction.atomic
def undo(remarks_id: int, past_id: int, *, by: User) -> PastRemarks:
    """Put the sentences back as they were before the last change and return it. Raises NothingToUndo.

    Sentences it had not touched keep what was done to them since. One that was taken out comes back with its
    history and its comments: its text was kept.
    """
    remarks = Remarks.objects.select_for_update().get(pk=remarks_id)
    past = last_change(remarks)
    if past is None or past.pk != past_id:
        raise NothingToUndo
    held = {segment.text_id: segment for segment in _segments(remarks)}
    for position, entry in enumerate(past.sentences, 1):
        segment = held.pop(entry["text"], None)
        if segment is None:
            Segment.objects.create(remarks=remarks, position=position, text=_revived(remarks, entry, by))
            continue
        Segment.objects.filter(pk=segment.pk).update(position=position)
        if "body" in entry:
            _restore(segment.text, entry, by)
    for segment in held.values():
        segment.delete()
        segment.text.delete()
    past.delete()
    Remarks.objects.filter(pk=remarks.pk).update(revision=F("revision") + 1)
    remember(remarks)
    return past


def _segments(remarks: Remarks) -> list[Segment]:
    rows = Segment.objects.filter(remarks=remarks).select_related("text")
    return list(rows.prefetch_related("text__renditions"))


def _kept(segment: Segment, touched: set[int]) -> dict[str, Any]:
    """A sentence that the change will not touch is only named."""
    text = segment.text
    if text.pk not in touched:
        return {"text": text.pk}
    renditions = [
        {name: getattr(rendition, name) for name in KEPT_FIELDS}
        | {"reviewed_at": rendition.reviewed_at.isoformat() if rendition.reviewed_at else None}
        for rendition in text.renditions.all()
    ]
    return {"text": text.pk, "body": text.body, "revision": text.revision, "renditions": renditions}


def _revived(remarks: Remarks, entry: dict[str, Any], by: User) -> Text:
    text = Text.objects.filter(pk=entry["text"]).first()
    if text is None:  # it went before texts were kept
        text = Text.objects.create(
            pk=entry["text"], language=remarks.language, body=entry["body"], revision=entry["revision"]
        )
    _restore(text, entry, by)
    return text


def _restore(text: Text, entry: dict[str, Any], by: User) -> None:
    """Give a text its words back; what was current then is current again, what was stale stays so."""
    rewrite_text(text, entry["body"], by=by)
    text.renditions.all().delete()
    for kept in entry["renditions"]:
        current = kept["source_revision"] >= entry["revision"]
        rendition = Rendition.objects.create(
            text=text, **kept | {"source_revision": text.revision if current else kept["source_revision"]}
        )
        keep_version(rendition, by=by)
