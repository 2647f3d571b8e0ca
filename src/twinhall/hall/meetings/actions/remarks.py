"""Changing the sentences of remarks. Each change is one revision, and can be taken back.

Positions stay 1…n without gaps. A rendition of a sentence that changed is stale, never silently approved.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum

from django.db import transaction
from django.db.models import F

from twinhall.hall.meetings.actions.memory import remember
from twinhall.hall.meetings.actions.past_remarks import keep_past
from twinhall.hall.meetings.actions.room_copy import edited
from twinhall.hall.meetings.models import AgendaItem, Participant, Remarks, Segment
from twinhall.hall.people.models import User
from twinhall.hall.translation.actions import keep_version, rewrite_text, write_text
from twinhall.hall.translation.enums import Origin, Status
from twinhall.hall.translation.models import MADE, Comment, PastText, Rendition, Text
from twinhall.language.sentences import split_sentences


class Change(StrEnum):
    """What was done to the sentences."""

    SPLIT = "split"
    JOIN = "join"
    EDIT = "edit"
    MOVE = "move"
    DELETE = "delete"
    ADD = "add"
    REPLACE = "replace"
    APPEND = "append"


class NotChanged(Exception):
    """The sentences stay as they were."""


class SentenceMoved(NotChanged):
    """Someone else changed the sentence since the page was made. Attribute: segment, None if it is gone."""

    def __init__(self, segment: Segment | None) -> None:
        super().__init__()
        self.segment = segment


class NotPossible(NotChanged):
    """There is nothing to split, to join with, or to move past."""


def open_remarks(item: AgendaItem, participant: Participant) -> Remarks:
    """Return the speaker's remarks for an item, made when they are first asked for."""
    remarks, _created = Remarks.objects.get_or_create(
        item=item, participant=participant, defaults={"language": participant.language}
    )
    return remarks


@contextmanager
def changing(
    remarks_id: int, change: Change, touched: Iterable[int], *, by: User | None, position: int = 0
) -> Iterator[Remarks]:
    """Hold the remarks for one change of their sentences, kept or broken whole.

    touched: ids of the texts whose words will change or go.
    """
    with transaction.atomic():
        remarks = Remarks.objects.select_for_update().get(pk=remarks_id)
        with keep_past(remarks, change, touched, by=by, position=position):
            yield remarks
        bump(remarks)


def bump(remarks: Remarks) -> None:
    """Say that the sentences, or what they are in another language, are others now.

    An open room is told: the speaker may be reading them from the prompter. The translation memory learns it.
    """
    Remarks.objects.filter(pk=remarks.pk).update(revision=F("revision") + 1)
    remarks.refresh_from_db(fields=["revision"])
    remember(remarks)
    edited(remarks.item.meeting_id, people=False)


def split(segment_id: int, first: str, second: str, *, seen: int, by: User) -> Segment:
    """Make two sentences of one and return the second. seen: the revision of the text that was cut.

    A rendition of exactly two sentences is cut likewise; any other stays with the first. All are stale.
    Raises SentenceMoved, NotPossible.
    """
    with _one(segment_id, seen, Change.SPLIT, by) as segment:
        text = segment.text
        first, second = " ".join(first.split()), " ".join(second.split())
        if not first or not second:
            raise NotPossible
        _make_room(segment, 1)
        new = write_text(text.language, second, by=by)
        whole = text.body
        halves = [(r, split_sentences(r.body, r.language)) for r in text.renditions.all()]
        rewrite_text(text, first, by=by)
        for rendition, parts in halves:
            if len(parts) == 2:
                rendition.body = parts[0]
                rendition.save(update_fields=["body"])
                keep_version(rendition, by=by)
                _stale_copy(rendition, new, parts[1], made_for=whole, by=by)
        return Segment.objects.create(remarks=segment.remarks, position=segment.position + 1, text=new)


def join(segment_id: int, *, seen: int, by: User) -> Segment:
    """Join a sentence with the next, their renditions too, which are stale then.

    Raises SentenceMoved, NotPossible.
    """
    following = _next_of(segment_id)
    with _one(segment_id, seen, Change.JOIN, by, following.text_id) as segment:
        text, gone = segment.text, following.text
        held = {rendition.language: rendition for rendition in text.renditions.all()}
        for other in gone.renditions.all():
            mine = held.get(other.language)
            if mine is None:
                _stale_copy(other, text, other.body, made_for=gone.body, by=by)
            else:
                _take_in(mine, other)
                mine.save()
                keep_version(mine, by=by)
        rewrite_text(text, _joined(text.body, gone.body, text.language), by=by)
        Comment.objects.filter(text=gone).update(text=text)
        _remove(following)
        return segment


def edit(segment_id: int, body: str, *, seen: int, by: User) -> Segment:
    """Change the words of a sentence; its renditions are stale then. Raises SentenceMoved, NotPossible."""
    body = " ".join(body.split())
    if not body:
        raise NotPossible
    with _one(segment_id, seen, Change.EDIT, by) as segment:
        rewrite_text(segment.text, body, by=by)
        return segment


def add(remarks_id: int, after: int, body: str, *, by: User) -> list[Segment]:
    """Add what was written, cut into sentences, behind position `after` (0: in front). Raises NotPossible."""
    with changing(remarks_id, Change.ADD, (), by=by, position=after + 1) as remarks:
        sentences = split_sentences(body, remarks.language)
        if not sentences:
            raise NotPossible
        after = min(after, remarks.segments.count())
        behind = remarks.segments.filter(position__gt=after)
        behind.update(position=F("position") + len(sentences))
        return [
            Segment.objects.create(
                remarks=remarks, position=after + n, text=write_text(remarks.language, sentence, by=by)
            )
            for n, sentence in enumerate(sentences, 1)
        ]


def move(segment_id: int, by_places: int, *, by: User) -> Segment:
    """Move a sentence up (-1) or down (1). Renditions keep standing. Raises SentenceMoved, NotPossible."""
    with _one(segment_id, None, Change.MOVE, by) as segment:
        here, there = segment.position, segment.position + by_places
        other = Segment.objects.filter(remarks=segment.remarks, position=there).first()
        if other is None:
            raise NotPossible
        Segment.objects.filter(pk=other.pk).update(position=here)
        Segment.objects.filter(pk=segment.pk).update(position=there)
        segment.position = there
        return segment


def delete(segment_id: int, *, seen: int, by: User) -> None:
    """Take a sentence out, with its renditions. Raises SentenceMoved."""
    with _one(segment_id, seen, Change.DELETE, by) as segment:
        _remove(segment)


@contextmanager
def _one(segment_id: int, seen: int | None, change: Change, by: User, *others: int) -> Iterator[Segment]:
    """Hold one sentence as the page showed it. Raises SentenceMoved when it no longer is so."""
    with transaction.atomic():
        segment = _found(segment_id)
        touched = () if change is Change.MOVE else (segment.text_id, *others)
        with changing(segment.remarks_id, change, touched, by=by, position=segment.position):
            segment = _found(segment_id)  # as it is now that the remarks are held
            if seen is not None and segment.text.revision != seen:
                raise SentenceMoved(segment)
            yield segment


def _found(segment_id: int) -> Segment:
    rows = Segment.objects.select_related("text", "remarks")
    segment = rows.filter(pk=segment_id).first()
    if segment is None:
        raise SentenceMoved(None)
    return segment


def _next_of(segment_id: int) -> Segment:
    here = _found(segment_id)
    rows = Segment.objects.select_related("text").filter(remarks=here.remarks_id)
    following = rows.filter(position=here.position + 1).first()
    if following is None:
        raise NotPossible
    return following


def _make_room(segment: Segment, places: int) -> None:
    behind = Segment.objects.filter(remarks=segment.remarks_id, position__gt=segment.position)
    behind.update(position=F("position") + places)


def _remove(segment: Segment) -> None:
    """Take a sentence out. Its text stays as long as that can be undone, with its history."""
    segment.delete()
    behind = Segment.objects.filter(remarks=segment.remarks_id, position__gt=segment.position)
    behind.update(position=F("position") - 1)


def _stale_copy(rendition: Rendition, text: Text, body: str, *, made_for: str, by: User) -> None:
    """Give a text a rendition that was made for another one: a draft to start from, stale from the start.

    made_for: the words it was made for, which are kept as the text's revision 0 so that the change is shown.
    """
    PastText.objects.update_or_create(
        text=text, revision=0, defaults={"body": made_for, "replaced_by": by, "replaced_by_name": by.name}
    )
    made = {name: getattr(rendition, name) for name in MADE}
    copy = Rendition.objects.create(
        text=text,
        language=rendition.language,
        body=body,
        status=Status.DRAFT,
        source_revision=0,
        sample=rendition.sample,
        written_by_id=rendition.written_by_id,
        **made,
    )
    keep_version(copy, by=by)


def _take_in(mine: Rendition, other: Rendition) -> None:
    """Join a rendition to another; of the two, the machine's provenance stands for both."""
    mine.body = _joined(mine.body, other.body, mine.language)
    if other.origin == Origin.MACHINE and mine.origin != Origin.MACHINE:
        for name in MADE:
            setattr(mine, name, getattr(other, name))


def _joined(left: str, right: str, language: str) -> str:
    return left + ("" if language == "ja" else " ") + right
