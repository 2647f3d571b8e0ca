"""The whole room as one person may see it, in their language."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from twinhall.hall.cities.models import City
from twinhall.hall.cities.queries import name_of_city, title_of_post
from twinhall.hall.meetings.enums import Admission, LinkScope, Role, Side
from twinhall.hall.meetings.models import AgendaItem, ChatMessage, Meeting, Participant
from twinhall.hall.meetings.queries.captions import Caption, history, languages_of
from twinhall.hall.meetings.queries.live import (
    CaptionerNow,
    CueNow,
    HandUp,
    RunNow,
    captioner_now,
    cue_now,
    hands_of,
    remarks_revision,
    run_now,
    run_of,
)
from twinhall.hall.meetings.queries.passes import may_share, may_speak
from twinhall.hall.meetings.queries.seats import Seat
from twinhall.hall.meetings.wire import CAMEL
from twinhall.hall.people.queries import name_of, own_name_of
from twinhall.hall.translation.models import Text
from twinhall.hall.translation.queries import reading

CHAT_KEPT = 200


@dataclass(frozen=True, slots=True)
class Shown:
    """A text on a screen with its provenance."""

    lang: str
    text: str
    origin: str
    engine: str | None = None
    reviewer: str | None = None


@dataclass(frozen=True, slots=True)
class CityShown:
    side: str
    short: Shown
    full: Shown
    timezone: str


@dataclass(frozen=True, slots=True)
class PersonShown:
    __pydantic_config__ = CAMEL
    id: int
    identity: str
    side: str
    role: str
    language: str
    name: Shown
    name_other: Shown | None
    title: Shown
    synthetic: bool
    can_speak: bool


@dataclass(frozen=True, slots=True)
class ItemShown:
    id: int
    position: int
    title: Shown
    minutes: int
    mode: str
    interpretation: str
    speakers: list[int]


@dataclass(frozen=True, slots=True)
class MeetingShown:
    __pydantic_config__ = CAMEL
    id: int
    title: Shown
    title_other: Shown | None
    starts_at: datetime
    ends_at: datetime
    demo: bool
    contact: str | None


@dataclass(frozen=True, slots=True)
class MessageShown:
    id: int
    person: int
    at: datetime
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Waiting:
    person: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Rights:
    """What a seat may do in the room."""

    run: bool
    admit: bool
    cue: bool
    share: bool
    speak: bool
    chat: bool


@dataclass(frozen=True, slots=True)
class RoomState:
    """Everything the room shows. Before admission people, hands, chat, captions and lobby are empty."""

    now: datetime
    me: PersonShown
    meeting: MeetingShown
    cities: list[CityShown]
    people: list[PersonShown]
    agenda: list[ItemShown]
    run: RunNow
    remarks: int  # another number: someone's prepared text changed
    hands: list[HandUp]
    chat: list[MessageShown]
    captions: list[Caption]
    captioner: CaptionerNow
    cue: CueNow
    lobby: list[Waiting]
    languages: list[str]
    can: Rights


def rights_of(seat: Seat) -> Rights:
    """Return what a seat may do, by its link and role alone."""
    participant = seat.participant
    helper = seat.scope == LinkScope.CUE
    officer = participant.role == Role.OFFICER and not helper
    return Rights(
        run=officer,
        admit=officer,
        cue=officer or helper,
        share=not helper and may_share(participant),
        speak=not helper and may_speak(participant),
        chat=not helper and participant.role != Role.VIEWER,
    )


def is_inside(seat: Seat) -> bool:
    """True when the seat may see who and what is in the room."""
    participant = seat.participant
    admitted = participant.admission == Admission.ADMITTED
    return admitted or participant.role == Role.OFFICER or seat.scope == LinkScope.CUE


def lobby_of(seat: Seat) -> list[Waiting]:
    """Return who waits, longest first, of those this seat may let in; the host's officers may let in all."""
    if not rights_of(seat).admit:
        return []
    waiting = Participant.objects.filter(
        meeting_id=seat.participant.meeting_id, admission=Admission.WAITING, asked_at__isnull=False
    )
    if seat.participant.side != Side.HOST:
        waiting = waiting.filter(side=seat.participant.side)
    rows = waiting.order_by("asked_at").values_list("pk", "asked_at")
    return [Waiting(pk, asked_at) for pk, asked_at in rows if asked_at]


def room_state(seat: Seat, language: str, captions_in: str) -> RoomState:
    """Return the room for one seat, in one language, with captions as readers of another had them.

    About 25 queries, however many people are in it.
    """
    me = seat.participant
    inside = is_inside(seat)
    run = run_of(me.meeting_id)
    cities = {Side.HOST: _city(me.meeting.host_id), Side.PARTNER: _city(me.meeting.partner_id)}
    people = list(_people(me.meeting))
    return RoomState(
        now=timezone.now(),
        me=person_shown(next(p for p in people if p.pk == me.pk), language),
        meeting=_meeting(me.meeting, language, cities[Side(me.side)].phone or cities[Side.HOST].phone),
        cities=[_city_shown(side, city, language) for side, city in cities.items()],
        people=[person_shown(p, language) for p in people] if inside else [],
        agenda=_agenda(me.meeting, language),
        run=run_now(run),
        remarks=remarks_revision(me.meeting_id),
        hands=hands_of(me.meeting_id) if inside else [],
        chat=_chat(me.meeting_id) if inside else [],
        captions=history(me.meeting_id, captions_in) if inside else [],
        captioner=captioner_now(me.meeting),
        cue=cue_now(run),
        lobby=lobby_of(seat),
        languages=languages_of(me.meeting_id),
        can=rights_of(seat),
    )


def person_shown(participant: Participant, language: str) -> PersonShown:
    """Return a name plate: the name in the reader's script, and in their own where it differs."""
    called, own = name_of(participant.person, language), own_name_of(participant.person)
    title = title_of_post(participant.post, language)
    return PersonShown(
        id=participant.pk,
        identity=participant.identity,
        side=participant.side,
        role=participant.role,
        language=participant.language,
        name=_name(called.language, called.text, participant.person.language),
        name_other=None if own == called else Shown(own.language, own.text, "original"),
        title=Shown(title.language, title.title, "original") if title else Shown(language, "", "original"),
        synthetic=participant.synthetic,
        can_speak=may_speak(participant),
    )


def message_shown(message: ChatMessage) -> MessageShown:
    """Return a chat message as written."""
    return MessageShown(message.pk, message.participant_id, message.sent_at, message.text, message.language)


def _people(meeting: Meeting) -> list[Participant]:
    rows = Participant.objects.filter(meeting=meeting).select_related("person", "post__city")
    return list(rows.prefetch_related("person__names", "post__titles"))


def _city(city_id: int) -> City:
    return City.objects.prefetch_related("names").get(pk=city_id)


def _city_shown(side: Side, city: City, language: str) -> CityShown:
    name = name_of_city(city, language)
    own = city.language
    return CityShown(
        side, _name(name.language, name.short, own), _name(name.language, name.full, own), city.timezone
    )


def _name(language: str, text: str, own: str) -> Shown:
    """A name in another script was agreed by people, so it is never a machine's."""
    return Shown(language, text, "original" if language == own else "human")


def _meeting(meeting: Meeting, language: str, phone: str) -> MeetingShown:
    title = Text.objects.prefetch_related("renditions").get(pk=meeting.title_id)
    minutes = sum(AgendaItem.objects.filter(meeting=meeting).values_list("minutes", flat=True))
    shown = _text(title, language)
    return MeetingShown(
        id=meeting.pk,
        title=shown,
        title_other=None if shown.lang == title.language else Shown(title.language, title.body, "original"),
        starts_at=meeting.starts_at,
        ends_at=meeting.starts_at + timedelta(minutes=minutes),
        demo=meeting.demo,
        contact=phone or None,
    )


def _text(text: Text, language: str) -> Shown:
    read = reading(text, language)
    return Shown(read.language, read.text, read.origin, read.engine or None, read.reviewer or None)


def _agenda(meeting: Meeting, language: str) -> list[ItemShown]:
    rows = AgendaItem.objects.filter(meeting=meeting).select_related("title")
    return [
        ItemShown(
            id=item.pk,
            position=item.position,
            title=_text(item.title, language),
            minutes=item.minutes,
            mode=item.mode,
            interpretation=item.interpretation,
            speakers=[speaker.participant_id for speaker in item.speakers.all()],
        )
        for item in rows.prefetch_related("title__renditions", "speakers")
    ]


def _chat(meeting_id: int) -> list[MessageShown]:
    newest = ChatMessage.objects.filter(meeting_id=meeting_id).order_by("-pk")[:CHAT_KEPT]
    return [message_shown(message) for message in reversed(newest)]
