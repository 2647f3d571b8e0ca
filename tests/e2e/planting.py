"""What the tests ask of the database: cities, officers and meetings, and what became of them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from tests.e2e.clerk import PASSWORD
from twinhall.hall.cities.models import City, CityName, Officer, Post, PostTitle, Relation
from twinhall.hall.meetings.actions import run
from twinhall.hall.meetings.actions.remarks import edit
from twinhall.hall.meetings.enums import (
    CaptionerState,
    Interpretation,
    ItemMode,
    LineKind,
    LinkScope,
    MeetingState,
    Role,
)
from twinhall.hall.meetings.models import (
    AgendaItem,
    AgendaSpeaker,
    Attendance,
    Captioner,
    ChatMessage,
    Invitation,
    Meeting,
    Participant,
    Remarks,
    RunOfShow,
    Segment,
    TranscriptLine,
)
from twinhall.hall.meetings.queries.seats import officer_token, seat_token
from twinhall.hall.people.models import Person, PersonName, User
from twinhall.hall.translation.actions import write_text

CITIES = {
    "osan": ("KR", "ko", "Asia/Seoul", {"ko": "오산", "vi": "Osan", "ja": "烏山", "en": "Osan"}),
    "quangnam": (
        "VN",
        "vi",
        "Asia/Ho_Chi_Minh",
        {"ko": "꽝남", "vi": "Quảng Nam", "ja": "クアンナム", "en": "Quảng Nam"},
    ),
}
FULL = {
    "osan": {"ko": "오산시", "vi": "Thành phố Osan", "ja": "烏山市", "en": "Osan City"},
    "quangnam": {
        "ko": "꽝남성",
        "vi": "Tỉnh Quảng Nam",
        "ja": "クアンナム省",
        "en": "Quảng Nam Province",
    },
}
PEOPLE: dict[str, tuple[str, str, str, dict[str, str], dict[str, str]]] = {
    "mayor": (
        "osan",
        "host",
        Role.HEAD,
        {"ko": "곽상욱", "vi": "Kwak Sang-wook", "ja": "クァク・サンウク", "en": "Kwak Sang-wook"},
        {"ko": "오산시장", "vi": "Thị trưởng thành phố Osan", "ja": "烏山市長", "en": "Mayor of Osan"},
    ),
    "director": (
        "osan",
        "host",
        Role.DELEGATE,
        {"ko": "경제국장", "vi": "Giám đốc Sở Kinh tế", "ja": "経済局長", "en": "Economy director"},
        {"ko": "경제국", "vi": "Sở Kinh tế", "ja": "経済局", "en": "Economy department"},
    ),
    "press": (
        "osan",
        "host",
        Role.VIEWER,
        {"ko": "오산 기자단", "vi": "Báo chí Osan", "ja": "烏山記者団", "en": "Osan press"},
        {"ko": "기자", "vi": "Phóng viên", "ja": "記者", "en": "Press"},
    ),
    "chairman": (
        "quangnam",
        "partner",
        Role.HEAD,
        {"ko": "레 찌 타인", "vi": "Lê Trí Thanh", "ja": "レ・チー・タイン", "en": "Lê Trí Thanh"},
        {
            "ko": "꽝남성 인민위원회 위원장",
            "vi": "Chủ tịch Ủy ban nhân dân tỉnh Quảng Nam",
            "ja": "クアンナム省人民委員会委員長",
            "en": "Chairman of the People's Committee of Quảng Nam",
        },
    ),
    "sports": (
        "quangnam",
        "partner",
        Role.DELEGATE,
        {"ko": "체육국장", "vi": "Giám đốc Sở Thể thao", "ja": "体育局長", "en": "Sports director"},
        {"ko": "체육국", "vi": "Sở Thể thao", "ja": "体育局", "en": "Sports department"},
    ),
}
AGENDA = (
    ("인사 말씀", "Phát biểu chào mừng", 10, ItemMode.REMARKS, ("mayor", "chairman")),
    ("교류 현황 보고", "Báo cáo tình hình giao lưu", 15, ItemMode.REPORT, ("director",)),
    ("향후 교류 논의", "Thảo luận giao lưu trong thời gian tới", 30, ItemMode.DISCUSSION, ()),
)


def cities() -> dict[str, Any]:
    """Two related cities, an officer with an account in each; before any meeting, and once is enough."""
    if City.objects.exists():
        return {}
    made = {}
    for key, (country, language, zone, short) in CITIES.items():
        made[key] = City.objects.create(
            country=country, language=language, timezone=zone, phone="+82 31 8036 7114"
        )
        for tag, name in short.items():
            CityName.objects.create(city=made[key], language=tag, full=FULL[key][tag], short=name)
    Relation.objects.create(
        home=made["osan"], partner=made["quangnam"], first_contact="2002", signed="2004-03-10"
    )
    names = {"osan": "오산시 의전 담당", "quangnam": "Cán bộ lễ tân Quảng Nam"}
    for key, city in made.items():
        user = User.objects.create_user(
            f"officer@{key}.example", PASSWORD, name=names[key], language=city.language
        )
        Officer.objects.create(user=user, city=city)
    for key in PEOPLE:
        _post(key, made[PEOPLE[key][0]])
    return {key: city.pk for key, city in made.items()}


def meeting(
    *,
    title: str,
    scripts: dict[str, list[list[str]]],
    to: dict[str, str],
    state: str = MeetingState.OPEN,
    lobby: bool = False,
    live: bool = False,
    languages: dict[str, str] | None = None,
    on_two_days: bool = False,
) -> dict[str, Any]:
    """A meeting of everyone in PEOPLE and both officers; returns its links and ids.

    languages: seats that read another language than their city's.
    scripts: speaker → [[sentence, approved rendition], …] for the first item; to: speaker → the language
    of the renditions. live: the first item has begun and the first of its speakers has the floor.
    on_two_days: past midnight in Osan, not yet in Quảng Nam; otherwise it began five minutes ago.
    """
    now = timezone.now().replace(microsecond=0)
    host_officer = User.objects.get(email="officer@osan.example")
    relation = Relation.objects.get()
    held = Meeting.objects.create(
        relation=relation,
        host=relation.home,
        partner=relation.partner,
        title=write_text("ko", title, {"vi": f"{title} (vi)"}, by=host_officer),
        starts_at=now.replace(hour=15, minute=30) if on_two_days else now - timedelta(minutes=5),
        lobby=lobby,
        state=MeetingState.LIVE if live else state,
        created_by=host_officer,
    )
    seats = {key: _seat(held, key) for key in PEOPLE}
    officers = {key: _officer_seat(held, key) for key in CITIES}
    everyone = seats | {f"officer-{key}": seat for key, seat in officers.items()}
    for key, language in (languages or {}).items():
        everyone[key].language = language
        everyone[key].save()
    items = [_item(held, number, row, seats) for number, row in enumerate(AGENDA, start=1)]
    remarks = {
        key: _remarks(items[0], seats[key], script, to[key], host_officer) for key, script in scripts.items()
    }
    speaker = seats[next(iter(scripts))] if live and scripts else None
    RunOfShow.objects.update_or_create(  # the steward may have made it in this very moment
        meeting=held,
        defaults={
            "item": items[0] if live else None,
            "speaker": speaker,
            "item_started_at": timezone.now() if live else None,
        },
    )
    invitations = {key: _invitation(seat, host_officer) for key, seat in seats.items()}
    cue = _invitation(seats["director"], host_officer, LinkScope.CUE)
    return {
        "meeting": held.pk,
        "room": held.room,
        "relation": relation.pk,
        "host": relation.home_id,
        "items": [item.pk for item in items],
        "remarks": remarks,
        "people": {key: seat.pk for key, seat in seats.items()},
        "links": {key: seat_token(row) for key, row in invitations.items()}
        | {"cue": seat_token(cue)}
        | {f"officer-{key}": officer_token(seat) for key, seat in officers.items()},
        "invitations": {key: row.pk for key, row in invitations.items()},
    }


def officer(*, language: str) -> str:
    """An officer of the host city who reads `language`; returns the e-mail address."""
    email = f"officer-{language}@osan.example"
    if User.objects.filter(email=email).exists():
        return email
    name = {"ko": "의전 담당", "vi": "Cán bộ lễ tân", "ja": "儀典担当", "en": "Protocol officer"}[language]
    user = User.objects.create_user(email, PASSWORD, name=name, language=language)
    Officer.objects.create(user=user, city=City.objects.get(country="KR"))
    return email


def session(*, email: str) -> str:
    """A signed-in session of an account: the value of its cookie."""
    user = User.objects.get(email=email)
    kept = SessionStore()
    kept[SESSION_KEY] = str(user.pk)
    kept[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    kept[HASH_SESSION_KEY] = user.get_session_auth_hash()
    kept.save()
    return str(kept.session_key)


def expire(*, invitation: int) -> None:
    """The link's time was over an hour ago."""
    Invitation.objects.filter(pk=invitation).update(expires_at=timezone.now() - timedelta(hours=1))


def revoke(*, invitation: int) -> None:
    """The officer took the link back."""
    Invitation.objects.filter(pk=invitation).update(revoked_at=timezone.now())


def end(*, meeting: int) -> None:
    """The meeting is over, whatever it was doing: nobody captions it any more."""
    held = Meeting.objects.get(pk=meeting)
    if held.state in (MeetingState.OPEN, MeetingState.LIVE):
        run.end(held, revision=RunOfShow.objects.get(meeting=held).revision)


def interpreter(*, meeting: int, language: str) -> dict[str, Any]:
    """The partner's interpreter of a meeting whose first item is interpreted passage by passage."""
    held = Meeting.objects.get(pk=meeting)
    AgendaItem.objects.filter(meeting=held, position=1).update(interpretation=Interpretation.CONSECUTIVE)
    person = Person.objects.create(language=language)
    PersonName.objects.create(person=person, language=language, name="Trần Thị Thu Hà")
    seat = Participant.objects.create(
        meeting=held, person=person, side="partner", role=Role.INTERPRETER, language=language
    )
    return {"person": seat.pk, "link": seat_token(_invitation(seat, held.created_by))}


def floor(*, meeting: int, person: int) -> None:
    """Someone else has the floor."""
    held = Meeting.objects.get(pk=meeting)
    run.give_floor(held, person, revision=RunOfShow.objects.get(meeting=held).revision)


def captioned(*, meeting: int, load: float, lost_s: int = 0) -> None:
    """The captioner has reported how busy it is, and for so many seconds there are no captions."""
    Captioner.objects.update_or_create(
        meeting_id=meeting,
        defaults={"load": load, "state": CaptionerState.ON, "heartbeat_at": timezone.now()},
    )
    if lost_s:
        now = timezone.now()
        speaker = Participant.objects.filter(meeting_id=meeting, role=Role.HEAD).first()
        TranscriptLine.objects.create(
            meeting_id=meeting,
            utterance="lost",
            speaker=speaker,
            kind=LineKind.LOST,
            language="ko",
            started_at=now - timedelta(seconds=lost_s),
            ended_at=now,
            final=True,
        )


def transcript(*, meeting: int) -> list[dict[str, Any]]:
    """Every stored line, oldest first."""
    rows = TranscriptLine.objects.filter(meeting_id=meeting).select_related("segment")
    return [
        {
            "kind": row.kind,
            "speaker": row.speaker_id,
            "position": row.segment.position if row.segment else None,
            "languages": sorted(row.texts),
            "by_hand": row.by_hand,
            "final": row.final,
        }
        for row in rows
    ]


def reword(*, remarks: int, position: int, words: str) -> None:
    """The host's officer changes a sentence."""
    segment = Segment.objects.select_related("text").get(remarks_id=remarks, position=position)
    by = User.objects.get(email="officer@osan.example")
    edit(segment.pk, words, seen=segment.text.revision, by=by)


def kept(*, meeting: int) -> dict[str, Any]:
    """What is stored of a meeting: its state, its place, and how many of everything."""
    place = RunOfShow.objects.select_related("meeting", "item").get(meeting_id=meeting)
    attended = Attendance.objects.filter(participant__meeting_id=meeting)
    return {
        "state": place.meeting.state,
        "item": place.item.position if place.item else None,
        "chat": list(ChatMessage.objects.filter(meeting_id=meeting).values_list("text", flat=True)),
        "attended": attended.values("participant").distinct().count(),
    }


def newest_meeting() -> int:
    """The meeting made last."""
    return Meeting.objects.latest("pk").pk


def _post(key: str, city: City) -> None:
    _city, _side, _role, names, titles = PEOPLE[key]
    person = Person.objects.create(language=city.language)
    for tag, name in names.items():
        PersonName.objects.create(person=person, language=tag, name=name)
    post = Post.objects.create(person=person, city=city, precedence=list(PEOPLE).index(key) + 1)
    for tag, title in titles.items():
        PostTitle.objects.create(post=post, language=tag, title=title)


def _seat(held: Meeting, key: str) -> Participant:
    _city, side, role, names, _titles = PEOPLE[key]
    post = Post.objects.get(person__names__name=names["vi"], person__names__language="vi")
    return Participant.objects.create(
        meeting=held,
        person=post.person,
        post=post,
        side=side,
        role=role,
        language=post.person.language,
        precedence=post.precedence,
    )


def _officer_seat(held: Meeting, key: str) -> Participant:
    user = User.objects.get(email=f"officer@{key}.example")
    person = Person.objects.create(language=user.language)
    PersonName.objects.create(person=person, language=user.language, name=user.name)
    side = "host" if key == "osan" else "partner"
    return Participant.objects.create(
        meeting=held, person=person, user=user, side=side, role=Role.OFFICER, language=user.language
    )


def _item(
    held: Meeting,
    position: int,
    row: tuple[str, str, int, str, tuple[str, ...]],
    seats: dict[str, Participant],
) -> AgendaItem:
    title, in_vietnamese, minutes, mode, speakers = row
    item = AgendaItem.objects.create(
        meeting=held,
        position=position,
        title=write_text("ko", title, {"vi": in_vietnamese}, by=held.created_by),
        minutes=minutes,
        mode=mode,
    )
    for number, key in enumerate(speakers, start=1):
        AgendaSpeaker.objects.create(item=item, participant=seats[key], position=number)
    return item


def _remarks(item: AgendaItem, seat: Participant, script: list[list[str]], to: str, officer: User) -> int:
    remarks = Remarks.objects.create(item=item, participant=seat, language=seat.language)
    for position, (sentence, rendition) in enumerate(script, start=1):
        text = write_text(seat.language, sentence, {to: rendition}, by=officer)
        Segment.objects.create(remarks=remarks, position=position, text=text)
    return remarks.pk


def _invitation(seat: Participant, officer: User, scope: str = LinkScope.SEAT) -> Invitation:
    expires_at = timezone.now() + timedelta(hours=12)
    return Invitation.objects.create(participant=seat, scope=scope, expires_at=expires_at, created_by=officer)


DEEDS: dict[str, Callable[..., Any]] = {
    deed.__name__: deed
    for deed in (
        cities,
        meeting,
        officer,
        session,
        captioned,
        end,
        expire,
        floor,
        interpreter,
        revoke,
        transcript,
        reword,
        kept,
        newest_meeting,
    )
}
