"""The run-of-show: opening the hall, moving through the agenda, giving the floor, ending.

Every move names the revision it was decided on; when another officer was first, nothing is moved.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from twinhall.hall.meetings.actions.room_copy import changed
from twinhall.hall.meetings.enums import MeetingState
from twinhall.hall.meetings.models import (
    AgendaItem,
    AgendaSpeaker,
    Cue,
    Hand,
    Meeting,
    Participant,
    RunOfShow,
)
from twinhall.hall.meetings.queries.live import run_of


class StaleRun(Exception):
    """Someone else moved the agenda first."""


class NoSuchMove(Exception):
    """The meeting's state, or its agenda, has no such move."""


def open_hall(meeting: Meeting, *, revision: int) -> None:
    """Open the hall for guests. Raises StaleRun or NoSuchMove."""
    with transaction.atomic():
        _move(meeting, revision)
        _state(meeting, (MeetingState.PREPARING,), MeetingState.OPEN)


def start(meeting: Meeting, *, revision: int) -> None:
    """Begin the meeting with the first item. Raises StaleRun or NoSuchMove."""
    with transaction.atomic():
        _to(meeting, meeting.agenda.first(), revision)
        _state(meeting, (MeetingState.PREPARING, MeetingState.OPEN), MeetingState.LIVE)


def go_on(meeting: Meeting, *, revision: int) -> None:
    """Move to the next item. Raises StaleRun, or NoSuchMove at the end of the agenda."""
    _step(meeting, +1, revision)


def go_back(meeting: Meeting, *, revision: int) -> None:
    """Move to the item before. Raises StaleRun, or NoSuchMove at the beginning."""
    _step(meeting, -1, revision)


def go_to(meeting: Meeting, item_id: int, *, revision: int) -> None:
    """Move to an item of the agenda. Raises StaleRun or NoSuchMove."""
    item = meeting.agenda.filter(pk=item_id).first()
    if item is None:
        raise NoSuchMove
    with transaction.atomic():
        _to(meeting, item, revision)
        _state(meeting, (MeetingState.LIVE,), MeetingState.LIVE)


def give_floor(meeting: Meeting, participant_id: int | None, *, revision: int) -> None:
    """Give someone the floor, or nobody; their raised hand goes down. Raises StaleRun or NoSuchMove."""
    with transaction.atomic():
        _move(meeting, revision, speaker=participant_id)
        _state(meeting, (MeetingState.OPEN, MeetingState.LIVE), None)
        if participant_id is not None:
            if not Participant.objects.filter(meeting=meeting, pk=participant_id).exists():
                raise NoSuchMove
            Hand.objects.filter(participant_id=participant_id).delete()


def end(meeting: Meeting, *, revision: int) -> None:
    """End the meeting; links open nothing from then on. Raises StaleRun or NoSuchMove."""
    with transaction.atomic():
        _move(meeting, revision, item=None, speaker=None, started=None)
        _state(meeting, (MeetingState.OPEN, MeetingState.LIVE), MeetingState.ENDED)
        Meeting.objects.filter(pk=meeting.pk).update(ended_at=timezone.now())
        Hand.objects.filter(participant__meeting=meeting).delete()


def _step(meeting: Meeting, by: int, revision: int) -> None:
    agenda = list(meeting.agenda.all())
    run = run_of(meeting.pk)
    if run.revision != revision:
        raise StaleRun
    index = next((i for i, item in enumerate(agenda) if item.pk == run.item_id), -1)
    if not 0 <= index + by < len(agenda):
        raise NoSuchMove
    go_to(meeting, agenda[index + by].pk, revision=revision)


def _to(meeting: Meeting, item: AgendaItem | None, revision: int) -> None:
    speakers = AgendaSpeaker.objects.filter(item=item).values_list("participant_id", flat=True)
    _move(
        meeting,
        revision,
        item=item.pk if item else None,
        speaker=speakers.first(),
        started=timezone.now() if item else None,
    )


def _state(meeting: Meeting, from_: tuple[str, ...], to: str | None) -> None:
    """Take the meeting from one of some states to another (None: leave it). Raises NoSuchMove."""
    there = Meeting.objects.filter(pk=meeting.pk, state__in=from_)
    if not (there.update(state=to) if to else there.exists()):
        raise NoSuchMove


class _Keep:
    """Leave a field as it is."""


_KEEP = _Keep()


def _move(
    meeting: Meeting,
    revision: int,
    *,
    item: int | _Keep | None = _KEEP,
    speaker: int | _Keep | None = _KEEP,
    started: datetime | _Keep | None = _KEEP,
) -> None:
    """Move the run-of-show and take the hand off the captions. Raises StaleRun."""
    run_of(meeting.pk)
    fields = {"item_id": item, "speaker_id": speaker, "item_started_at": started}
    moved = {name: value for name, value in fields.items() if not isinstance(value, _Keep)}
    rows = RunOfShow.objects.filter(meeting=meeting, revision=revision)
    if not rows.update(revision=F("revision") + 1, **moved):
        raise StaleRun
    if moved:
        cues = Cue.objects.filter(meeting=meeting)
        cues.update(held=False, segment=None, by=None, revision=F("revision") + 1)
    changed(meeting.pk)
