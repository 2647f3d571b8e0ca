"""How far a meeting is prepared: its order with clocks, its texts, its names, its links."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Prefetch, QuerySet, Sum
from django.utils import timezone

from twinhall.hall.meetings.enums import ItemMode, LinkScope, MeetingState, Role, Side
from twinhall.hall.meetings.models import (
    AgendaItem,
    AgendaSpeaker,
    Attendance,
    Invitation,
    Meeting,
    Participant,
    Remarks,
    Segment,
)
from twinhall.hall.people.models import Person
from twinhall.hall.translation.enums import Status
from twinhall.hall.translation.models import Text
from twinhall.hall.translation.queries import approved_rendition, is_stale

SHORTEST = timedelta(minutes=60)  # what a meeting without an agenda is taken to last
READ_OUT = {ItemMode.REMARKS, ItemMode.REPORT}  # items for which a text is prepared


def ends_at(meeting: Meeting) -> datetime:
    """Return when the agenda is done; SHORTEST after the start while there is none."""
    minutes = meeting.agenda.aggregate(sum=Sum("minutes"))["sum"]
    return meeting.starts_at + (timedelta(minutes=minutes) if minutes else SHORTEST)


def with_names(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """The meetings with what a list of them shows."""
    return meetings.select_related("host", "partner", "title").prefetch_related(
        "host__names", "partner__names", "title__renditions"
    )


def seats_of(meeting: Meeting) -> list[Participant]:
    """Return everyone with names, titles and links, in order of side and precedence. Six queries."""
    rows = meeting.participants.select_related("person", "post__city").prefetch_related(
        "person__names", "post__titles", "invitations", "attendance"
    )
    return list(rows)


# ── the agenda ───────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """Someone who speaks in an item, and how far their text is translated for the other side.

    pieces: a status a sentence, in order; "" is not yet decided. None: nothing is read out here.
    """

    seat: Participant
    target: str
    remarks: Remarks | None
    pieces: tuple[str, ...] | None

    @property
    def ready(self) -> bool:
        return bool(self.pieces) and all(piece == Status.APPROVED for piece in self.pieces or ())

    @property
    def left(self) -> int:
        """Sentences that wait for approval."""
        return sum(piece != Status.APPROVED for piece in self.pieces or ())


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item with the moment it is planned to begin."""

    item: AgendaItem
    starts_at: datetime
    speakers: list[SpeakerRow]


def agenda_of(meeting: Meeting) -> list[ItemRow]:
    """Return the agenda in order. The number of queries does not grow with items, speakers or sentences."""
    speakers = AgendaSpeaker.objects.select_related(
        "participant__person", "participant__post__city"
    ).prefetch_related("participant__person__names", "participant__post__titles")
    segments = Segment.objects.select_related("text").prefetch_related("text__renditions")
    items = meeting.agenda.select_related("title").prefetch_related(
        "title__renditions",
        Prefetch("speakers", speakers),
        Prefetch("remarks", Remarks.objects.prefetch_related(Prefetch("segments", segments))),
    )
    rows, clock = [], meeting.starts_at
    for item in items:
        rows.append(ItemRow(item, clock, _speakers(meeting, item)))
        clock += timedelta(minutes=item.minutes)
    return rows


def pieces_of(remarks: Remarks, language: str) -> tuple[str, ...]:
    """Return where each sentence stands in `language`. Uses prefetched segments, texts and renditions."""
    return tuple(_piece(segment.text, language) for segment in remarks.segments.all())


def target_of(meeting: Meeting, seat: Participant) -> str:
    """Return the language of those who listen on the other side."""
    other = meeting.partner if seat.side == Side.HOST else meeting.host
    return other.language


def _speakers(meeting: Meeting, item: AgendaItem) -> list[SpeakerRow]:
    texts = {remarks.participant_id: remarks for remarks in item.remarks.all()}
    rows = []
    for speaker in item.speakers.all():
        seat, remarks = speaker.participant, texts.get(speaker.participant_id)
        target = target_of(meeting, seat)
        if remarks is not None:
            pieces: tuple[str, ...] | None = pieces_of(remarks, target)
        else:
            pieces = () if item.mode in READ_OUT else None
        rows.append(SpeakerRow(seat, target, remarks, pieces))
    return rows


def _piece(text: Text, language: str) -> str:
    if text.language == language:
        return Status.APPROVED  # read as it was written
    for rendition in text.renditions.all():
        if rendition.language == language:
            if is_stale(rendition, text):
                return "stale"
            return "" if rendition.status == Status.DRAFT else rendition.status
    return ""


# ── names, titles, links ─────────────────────────────────────────────────────────────────────────
def city_languages(meeting: Meeting) -> tuple[str, ...]:
    """Return the two cities' languages, the host's first; one if they share it."""
    return tuple(dict.fromkeys((meeting.host.language, meeting.partner.language)))


def missing_names(person: Person, languages: Iterable[str]) -> list[str]:
    """Return the languages in which the person's name is not yet confirmed. Uses person.names.all()."""
    known = {name.language for name in person.names.all() if name.name}
    return [language for language in languages if language not in known]


def missing_title(text: Text, languages: Iterable[str]) -> list[str]:
    """Return the languages in which a title has no approved version of what it now says."""
    return [
        language
        for language in languages
        if language != text.language and approved_rendition(text, language) is None
    ]


def link_of(seat: Participant) -> Invitation | None:
    """Return the personal link that opens now, the newest first. Uses seat.invitations.all()."""
    now = timezone.now()
    live = [
        link
        for link in seat.invitations.all()
        if link.scope == LinkScope.SEAT and link.revoked_at is None and link.expires_at > now
    ]
    return max(live, key=lambda link: link.pk, default=None)


def needs_link(seat: Participant) -> bool:
    """Officers come by their account, everyone else by a link."""
    return seat.role != Role.OFFICER and not seat.synthetic and link_of(seat) is None


# ── what is left to do ───────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class Preparation:
    """What is done and what is left, counted from the rows themselves."""

    texts: tuple[str, ...]  # a piece a prepared text: "approved" or ""
    waiting: list[tuple[AgendaItem, SpeakerRow]]  # texts not yet approved
    unnamed: list[Participant]
    unlinked: list[Participant]
    untitled: int  # titles without the other language
    sides_without_head: list[Side]
    items: int
    seats: int

    @property
    def ready(self) -> int:
        return sum(piece == Status.APPROVED for piece in self.texts)


def preparation(
    meeting: Meeting, rows: Sequence[ItemRow], seats: Sequence[Participant], sides: Collection[str]
) -> Preparation:
    """Count what is left. Links are counted for `sides` only: another's officer makes their own."""
    languages = city_languages(meeting)
    speaking = [(row.item, who) for row in rows for who in row.speakers if who.pieces is not None]
    heads = {seat.side for seat in seats if seat.role == Role.HEAD}
    titles = [meeting.title, *(row.item.title for row in rows)]
    return Preparation(
        texts=tuple(Status.APPROVED if who.ready else "" for _, who in speaking),
        waiting=[(item, who) for item, who in speaking if not who.ready],
        unnamed=[seat for seat in seats if missing_names(seat.person, languages)],
        unlinked=[seat for seat in seats if seat.side in sides and needs_link(seat)],
        untitled=sum(bool(missing_title(title, languages)) for title in titles),
        sides_without_head=[which for which in Side if which not in heads],
        items=len(rows),
        seats=len(seats),
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """A meeting that comes, with what its officer still has to do."""

    meeting: Meeting
    preparation: Preparation
    agenda: list[ItemRow] = field(default_factory=list)

    @property
    def things(self) -> int:
        """How many lines this meeting adds to the list of things to do."""
        left = self.preparation
        return len(left.waiting) + bool(left.unnamed) + bool(left.unlinked) + bool(left.untitled)


def coming(meetings: QuerySet[Meeting]) -> list[Meeting]:
    """Return meetings that are not over, soonest first: one that was never ended is over after a day."""
    open_now = [MeetingState.OPEN, MeetingState.LIVE]
    since = timezone.now() - timedelta(days=1)
    rows = with_names(meetings.exclude(state=MeetingState.ENDED))
    return [row for row in rows if row.state in open_now or row.starts_at > since]


def waiting_for(meetings: Sequence[Meeting], ours: Sequence[int]) -> list[Waiting]:
    """Return what is left to do in each of the meetings, from the side of the cities `ours`."""
    found = []
    for meeting in meetings:
        rows, seats = agenda_of(meeting), seats_of(meeting)
        side = Side.HOST if meeting.host_id in ours else Side.PARTNER
        found.append(Waiting(meeting, preparation(meeting, rows, seats, {side}), rows))
    return found


# ── attendance ───────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class Presence:
    """Someone's stays in the room and their sum; a stay that has not ended lasts until now."""

    seat: Participant
    stays: list[Attendance]
    total: timedelta
    here: bool


def presence_of(meeting: Meeting) -> list[Presence]:
    """Return everyone's attendance, also of those who never came, in order of side and precedence."""
    now = timezone.now()
    found = []
    for seat in seats_of(meeting):
        stays = list(seat.attendance.all())
        total = sum(((stay.left_at or now) - stay.joined_at for stay in stays), timedelta())
        found.append(Presence(seat, stays, total, any(stay.left_at is None for stay in stays)))
    return found
