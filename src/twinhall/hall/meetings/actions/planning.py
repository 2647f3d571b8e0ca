"""Planning a meeting: its title, its time and its agenda.

Two officers may have the same form open. Each form carries the `seen` fingerprint of what it showed, and a
change is refused with Changed when the rows say something else by then.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from twinhall.hall.cities.models import City, Relation
from twinhall.hall.meetings.actions.past_remarks import undoable_texts
from twinhall.hall.meetings.actions.room_copy import edited
from twinhall.hall.meetings.enums import Interpretation, ItemMode, MeetingState
from twinhall.hall.meetings.models import (
    AgendaItem,
    AgendaSpeaker,
    Attendance,
    Captioner,
    Cue,
    Invitation,
    Meeting,
    Participant,
    PastRemarks,
    RunOfShow,
    Segment,
    TranscriptLine,
)
from twinhall.hall.meetings.queries.planning import ends_at
from twinhall.hall.people.models import User
from twinhall.hall.translation.actions import rewrite_text, write_rendition, write_text
from twinhall.hall.translation.enums import Status
from twinhall.hall.translation.models import Text
from twinhall.hall.translation.queries import is_stale

LINKS_LAST = timedelta(hours=12)  # after the end of the meeting


class Changed(Exception):
    """Someone else changed it since this form was opened."""


class NotRemovable(Exception):
    """Something that must be kept hangs on it: a text, a stay in the room, a transcript."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A title as its officer writes it: the original, and versions they answer for, by language."""

    language: str
    texts: Mapping[str, str]  # texts[language] is the original; an empty one is not yet known

    @property
    def original(self) -> str:
        return self.texts[self.language]


@dataclass(frozen=True, slots=True)
class ItemPlan:
    """One item of the agenda as an officer plans it. speakers: keys of participants, in order."""

    wording: Wording
    minutes: int = 10
    mode: str = ItemMode.REMARKS
    interpretation: str = Interpretation.CAPTIONS
    speakers: Sequence[int] = ()


def plan_meeting(
    relation: Relation,
    host: City,
    wording: Wording,
    starts_at: datetime,
    *,
    by: User | None,
    lobby: bool = True,
    demo: bool = False,
) -> Meeting:
    """Store a meeting of the relation's two cities, held by `host`."""
    partner = relation.partner if host.pk == relation.home_id else relation.home
    with transaction.atomic():
        title = write_text(wording.language, wording.original, dict(wording.texts), by=by)
        meeting = Meeting.objects.create(
            relation=relation,
            host=host,
            partner=partner,
            title=title,
            starts_at=starts_at,
            lobby=lobby,
            demo=demo,
            created_by=by,
        )
        for live in (RunOfShow, Cue, Captioner):
            live.objects.get_or_create(meeting=meeting)
    return meeting


def change_meeting(
    meeting: Meeting, wording: Wording, starts_at: datetime, lobby: bool, *, by: User, seen: str
) -> None:
    """Change title, time and lobby; live links move with the time. Raises Changed."""
    with transaction.atomic():
        row = Meeting.objects.select_for_update(of=("self",)).select_related("title").get(pk=meeting.pk)
        if seen_of_meeting(row) != seen:
            raise Changed
        reword(row.title, wording, by=by)
        row.starts_at, row.lobby = starts_at, lobby
        row.save(update_fields=["starts_at", "lobby"])
        _move_links(row)
        edited(row.pk)


def delete_meeting(meeting: Meeting) -> None:
    """Delete a meeting that was never held, with its agenda and seats. Raises NotRemovable.

    Written remarks are never deleted along: take them away first.
    """
    with transaction.atomic():
        row = Meeting.objects.select_for_update().get(pk=meeting.pk)
        held = (
            row.state != MeetingState.PREPARING
            or Attendance.objects.filter(participant__meeting=row).exists()
            or TranscriptLine.objects.filter(meeting=row).exists()
            or Segment.objects.filter(remarks__item__meeting=row).exists()
        )
        if held:
            raise NotRemovable
        texts = [row.title_id, *row.agenda.values_list("title_id", flat=True)]
        texts += undoable_texts(PastRemarks.objects.filter(remarks__item__meeting=row))
        row.delete()
        Text.objects.filter(pk__in=texts).delete()


def add_item(meeting: Meeting, plan: ItemPlan, *, by: User | None) -> AgendaItem:
    """Add an item at the end of the agenda."""
    with transaction.atomic():
        Meeting.objects.select_for_update().get(pk=meeting.pk)
        last = meeting.agenda.order_by("-position").values_list("position", flat=True).first() or 0
        title = write_text(plan.wording.language, plan.wording.original, dict(plan.wording.texts), by=by)
        item = AgendaItem.objects.create(
            meeting=meeting,
            position=last + 1,
            title=title,
            minutes=plan.minutes,
            mode=plan.mode,
            interpretation=plan.interpretation,
        )
        _set_speakers(item, plan.speakers)
        _move_links(meeting)
        edited(meeting.pk)
    return item


def change_item(item: AgendaItem, plan: ItemPlan, *, by: User, seen: str) -> None:
    """Change an item. Raises Changed, or NotRemovable for a speaker whose remarks are written."""
    with transaction.atomic():
        row = AgendaItem.objects.select_for_update(of=("self",)).select_related("title").get(pk=item.pk)
        if seen_of_item(row) != seen:
            raise Changed
        reword(row.title, plan.wording, by=by)
        row.minutes, row.mode, row.interpretation = plan.minutes, plan.mode, plan.interpretation
        row.save(update_fields=["minutes", "mode", "interpretation"])
        _set_speakers(row, plan.speakers)
        _move_links(row.meeting)
        edited(row.meeting_id)


def move_item(item: AgendaItem, *, up: bool) -> None:
    """Change places with the item before or after; at the end of the list nothing happens."""
    with transaction.atomic():
        rows = list(AgendaItem.objects.select_for_update().filter(meeting=item.meeting_id))
        here = next((i for i, row in enumerate(rows) if row.pk == item.pk), None)
        if here is None:
            return
        there = here + (-1 if up else 1)
        if 0 <= there < len(rows):
            rows[here], rows[there] = rows[there], rows[here]
        _number(rows)
        edited(item.meeting_id)


def remove_item(item: AgendaItem) -> None:
    """Take an item off the agenda. Raises NotRemovable when remarks are written for it or it is now held."""
    with transaction.atomic():
        row = AgendaItem.objects.select_for_update().get(pk=item.pk)
        now_held = RunOfShow.objects.filter(item=row).exists()
        if now_held or row.remarks.filter(segments__isnull=False).exists():
            raise NotRemovable
        texts = [row.title_id, *undoable_texts(PastRemarks.objects.filter(remarks__item=row))]
        row.delete()
        Text.objects.filter(pk__in=texts).delete()
        _number(list(AgendaItem.objects.filter(meeting=item.meeting_id)))
        _move_links(item.meeting)
        edited(item.meeting_id)


def reword(text: Text, wording: Wording, *, by: User) -> None:
    """Write a title anew with the versions that stand beside it. An emptied version is taken away.

    Original and versions are read side by side on one form: who saves them answers for all of them.
    """
    if wording.language == text.language:
        rewrite_text(text, wording.original, by=by)
    known = {rendition.language: rendition for rendition in text.renditions.all()}
    for language, words in wording.texts.items():
        rendition = known.get(language)
        if language == text.language:
            continue
        if not words:
            if rendition is not None:
                rendition.delete()
        elif (
            rendition is None
            or rendition.body != words
            or rendition.status != Status.APPROVED
            or is_stale(rendition, text)
        ):
            write_rendition(text, language, words, by=by, status=Status.APPROVED)


def translate_title(text: Text, language: str, words: str, *, by: User) -> None:
    """Write what a title says in the partner's language; the original is left alone."""
    reword(text, Wording(language, {language: words}), by=by)


def seen_of_meeting(meeting: Meeting) -> str:
    """Fingerprint of what the meeting's form shows."""
    return _fingerprint(_words(meeting.title), meeting.starts_at.isoformat(), meeting.lobby)


def seen_of_item(item: AgendaItem) -> str:
    """Fingerprint of what the item's form shows."""
    speakers = list(item.speakers.order_by("position").values_list("participant_id", flat=True))
    return _fingerprint(_words(item.title), item.minutes, str(item.mode), str(item.interpretation), speakers)


def _words(text: Text) -> list[tuple[str, str]]:
    renditions = text.renditions.order_by("language").values_list("language", "body")
    return [(text.language, text.body), *renditions]


def _fingerprint(*values: object) -> str:
    return hashlib.sha256(repr(values).encode()).hexdigest()[:16]


def _set_speakers(item: AgendaItem, speakers: Sequence[int]) -> None:
    allowed = set(Participant.objects.filter(meeting=item.meeting_id).values_list("pk", flat=True))
    wanted = [pk for pk in dict.fromkeys(speakers) if pk in allowed]
    gone = item.remarks.exclude(participant__in=wanted)
    if gone.filter(segments__isnull=False).exists():
        raise NotRemovable
    gone.delete()
    item.speakers.all().delete()
    AgendaSpeaker.objects.bulk_create(
        AgendaSpeaker(item=item, participant_id=pk, position=position)
        for position, pk in enumerate(wanted, start=1)
    )


def _number(rows: list[AgendaItem]) -> None:
    for position, row in enumerate(rows, start=1):
        row.position = position
    AgendaItem.objects.bulk_update(rows, ["position"])


def _move_links(meeting: Meeting) -> None:
    """Links that still open go on to do so until LINKS_LAST after the end, wherever that now is."""
    live = Invitation.objects.filter(
        participant__meeting=meeting, revoked_at=None, expires_at__gt=timezone.now()
    )
    live.update(expires_at=links_until(meeting))


def links_until(meeting: Meeting) -> datetime:
    """Return when links made now stop: LINKS_LAST after the end, or from now for a meeting of the past."""
    return max(ends_at(meeting), timezone.now()) + LINKS_LAST
