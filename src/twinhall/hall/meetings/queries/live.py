"""What is live in a meeting, as the media room's copy of it: small, complete, the same for everyone."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import F, Sum

from twinhall.hall.meetings.enums import Admission, LineKind
from twinhall.hall.meetings.models import (
    Captioner,
    ChatMessage,
    Cue,
    Hand,
    Meeting,
    Participant,
    Remarks,
    RunOfShow,
    Segment,
    TranscriptLine,
)
from twinhall.hall.meetings.queries.readers import readers_of
from twinhall.hall.meetings.wire import CAMEL

FULL = 0.9  # load from which steps have to wait for each other


@dataclass(frozen=True, slots=True)
class RunNow:
    """The run-of-show. `revision` is what a move must name."""

    __pydantic_config__ = CAMEL
    revision: int
    state: str  # MeetingState
    item: int | None
    speaker: int | None
    item_started_at: datetime | None
    item_ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class HandUp:
    """A raised hand."""

    __pydantic_config__ = CAMEL
    person: int
    at: datetime


@dataclass(frozen=True, slots=True)
class CueNow:
    """The hand over the captions. While held, `segment` is on every screen."""

    __pydantic_config__ = CAMEL
    held: bool
    by: int | None
    segment: int | None
    position: int | None
    total: int | None  # sentences in the speaker's remarks; None without remarks
    revision: int


@dataclass(frozen=True, slots=True)
class CaptionerNow:
    """Whether captions come, and keep up. `load`: share of the engine threads' time that was used lately."""

    __pydantic_config__ = CAMEL
    state: str  # CaptionerState
    since: datetime
    load: float | None
    late: bool = False
    lost: int = 0  # seconds without captions so far, all speakers together
    untranslated: dict[str, int] = field(default_factory=dict)  # sentences, by language


@dataclass(frozen=True, slots=True)
class RoomCopy:
    """The media room's metadata."""

    __pydantic_config__ = CAMEL
    revision: int
    run: RunNow
    hands: list[HandUp]
    cue: CueNow
    captioner: CaptionerNow
    people: int  # another number: people changed
    remarks: int  # another number: someone's prepared text changed
    chat: int  # id of the last message, 0 for none
    lobby: int  # how many wait


def run_of(meeting_id: int) -> RunOfShow:
    """Return the run-of-show, made when it is first asked for. One query, with meeting and item."""
    try:
        return RunOfShow.objects.select_related("meeting", "item").get(meeting_id=meeting_id)
    except RunOfShow.DoesNotExist:
        RunOfShow.objects.get_or_create(meeting_id=meeting_id)
        return RunOfShow.objects.select_related("meeting", "item").get(meeting_id=meeting_id)


def cue_of(meeting_id: int) -> Cue:
    """Return the cue, made when it is first asked for."""
    cue = Cue.objects.select_related("segment").filter(meeting_id=meeting_id).first()
    return cue or Cue.objects.get_or_create(meeting_id=meeting_id)[0]


def remarks_on_floor(run: RunOfShow) -> Remarks | None:
    """Return what the speaker reads out in the item now held, if it was prepared. Three queries."""
    if run.item_id is None or run.speaker_id is None:
        return None
    seats = Participant.objects.filter(meeting_id=run.meeting_id)
    return readers_of(run, list(seats)).get(run.speaker_id)


def remarks_revision(meeting_id: int) -> int:
    """Return a number that grows with every change of any prepared text of the meeting. One query."""
    every = Remarks.objects.filter(item__meeting_id=meeting_id)
    return every.aggregate(sum=Sum("revision"))["sum"] or 0


def hands_of(meeting_id: int) -> list[HandUp]:
    """Return the raised hands in order."""
    rows = Hand.objects.filter(participant__meeting_id=meeting_id)
    return [HandUp(row.participant_id, row.raised_at) for row in rows]


def cue_now(run: RunOfShow) -> CueNow:
    """Return the cue of the speaker who has the floor. Five queries."""
    cue, remarks = cue_of(run.meeting_id), remarks_on_floor(run)
    return CueNow(
        held=cue.held,
        by=cue.by_id,
        segment=cue.segment_id,
        position=cue.segment.position if cue.segment else None,
        total=Segment.objects.filter(remarks=remarks).count() if remarks else None,
        revision=cue.revision,
    )


def captioner_now(meeting: Meeting) -> CaptionerNow:
    """Return the captioner's state; off when there never was one. Two queries."""
    row = Captioner.objects.filter(meeting=meeting).first()
    if row is None:
        return CaptionerNow("off", meeting.created_at, None)
    load = None if row.load is None else round(row.load, 2)
    return CaptionerNow(
        row.state, row.since, load, is_late(row.load), lost_seconds(meeting.pk), row.untranslated
    )


def is_late(load: float | None) -> bool:
    """Say whether a captioner with that load falls behind the speakers."""
    return load is not None and load >= FULL


def lost_seconds(meeting_id: int) -> int:
    """Return for how many seconds of speech there are no captions. One query."""
    lines = TranscriptLine.objects.filter(meeting_id=meeting_id, kind=LineKind.LOST, ended_at__isnull=False)
    lost = lines.aggregate(lost=Sum(F("ended_at") - F("started_at")))["lost"]
    return round(lost.total_seconds()) if lost else 0


def run_now(run: RunOfShow) -> RunNow:
    """Return the run-of-show as browsers see it."""
    ends = None
    if run.item and run.item_started_at:
        ends = run.item_started_at + timedelta(minutes=run.item.minutes)
    return RunNow(run.revision, run.meeting.state, run.item_id, run.speaker_id, run.item_started_at, ends)


def room_copy(meeting_id: int) -> RoomCopy:
    """Return all that is live in a meeting. Twelve queries.

    Read the revision first: a copy that is newer than its number is sent once more, an older one never stays.
    """
    run = run_of(meeting_id)
    chat = ChatMessage.objects.filter(meeting_id=meeting_id).order_by("-pk").values_list("pk", flat=True)
    waiting = Participant.objects.filter(meeting_id=meeting_id, admission=Admission.WAITING)
    return RoomCopy(
        revision=run.copy,
        run=run_now(run),
        hands=hands_of(meeting_id),
        cue=cue_now(run),
        captioner=captioner_now(run.meeting),
        people=run.people_revision,
        remarks=remarks_revision(meeting_id),
        chat=chat.first() or 0,
        lobby=waiting.count(),
    )
