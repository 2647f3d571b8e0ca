"""Who was in the hall, and when: told by the media server, checked by counting who is there."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import QuerySet

from twinhall.hall.meetings.media.port import Present
from twinhall.hall.meetings.models import Attendance, Participant


def joined(room: str, identity: str, connection: str, at: datetime) -> None:
    """Begin a stay; told twice, it begins once. Whoever has no seat in the room's meeting is nobody."""
    seat = _seats(room).filter(pk=_number(identity)).first()
    if seat is not None:
        Attendance.objects.get_or_create(participant=seat, connection=connection, defaults={"joined_at": at})


def left(room: str, identity: str, connection: str, at: datetime) -> None:
    """End a stay, once."""
    stays = Attendance.objects.filter(participant__in=_seats(room), participant_id=_number(identity))
    stays.filter(connection=connection, left_at__isnull=True).update(left_at=at)


def reconcile(room: str, present: Sequence[Present], now: datetime) -> None:
    """Make up for what was not told: begin the stays of all who are there, end those of all who are not."""
    there = {someone.connection: someone for someone in present if _number(someone.identity)}
    stays = Attendance.objects.filter(participant__in=_seats(room))
    known = set(stays.filter(connection__in=there).values_list("connection", flat=True))
    for connection in there.keys() - known:
        joined(room, there[connection].identity, connection, there[connection].joined_at)
    stays.filter(left_at__isnull=True).exclude(connection__in=there).update(left_at=now)
    stays.filter(left_at__isnull=False, connection__in=there).update(left_at=None)


def _seats(room: str) -> QuerySet[Participant]:
    return Participant.objects.filter(meeting__room=room)


def _number(identity: str) -> int:
    """Return the seat's number, 0 for the captioner and for helpers."""
    number = identity.removeprefix("p")
    return int(number) if identity.startswith("p") and number.isdecimal() else 0
