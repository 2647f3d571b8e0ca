"""Coming in, being let in, leaving."""

import json

from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from twinhall.hall.api.seat_request import Refused, SeatRequest, admit_token
from twinhall.hall.meetings.actions import admission
from twinhall.hall.meetings.actions.admission import Entrance
from twinhall.hall.meetings.actions.rehearsing import free_seat
from twinhall.hall.meetings.actions.room_copy import publish
from twinhall.hall.meetings.enums import LinkScope, Side
from twinhall.hall.meetings.models import Participant
from twinhall.hall.meetings.queries.passes import room_pass
from twinhall.hall.meetings.queries.room_state import Waiting, lobby_of, rights_of

router = Router()


class Entered(Schema):
    """The answer at the door; url and token only for who is admitted."""

    status: Entrance
    url: str | None = None
    token: str | None = None


class Admit(Schema):
    person: int
    admit: bool


class Lobby(Schema):
    lobby: list[Waiting]


@router.post("/enter", response=Entered, exclude_none=True)
def enter(request: SeatRequest) -> Entered:
    """Knock; polled while waiting."""
    seat = request.auth
    status = admission.knock(seat)
    if status != Entrance.ADMITTED:
        return Entered(status=status)
    if seat.scope == LinkScope.SEAT and seat.participant.synthetic:
        free_seat(seat.participant)  # who comes by the link is a person, whatever sat there
    publish(seat.participant.meeting_id)  # the room may be new, and who comes in reads the copy first
    entry = room_pass(seat.participant, seat.scope)
    return Entered(status=status, url=entry.url, token=entry.token)


@router.post("/leave", auth=None)
def leave(request: SeatRequest) -> dict[str, str]:
    """Say goodbye; also as a beacon, which can send no header and so has the seat in its body."""
    header = request.headers.get("Authorization", "")
    token = header.removeprefix("Seat ") if header else _seat_in_body(request.body)
    admission.leave(admit_token(request, token).participant)
    return {}


@router.post("/admit", response=Lobby)
def admit(request: SeatRequest, asked: Admit) -> Lobby:
    """Let someone in or turn them away; a partner's officer decides for their own side."""
    me = request.auth.participant
    guest = get_object_or_404(Participant, pk=asked.person, meeting_id=me.meeting_id)
    if not rights_of(request.auth).admit or (me.side != Side.HOST and guest.side != me.side):
        raise Refused("not_allowed")
    if asked.admit:
        admission.admit(guest)
    else:
        admission.refuse(guest)
    return Lobby(lobby=lobby_of(request.auth))


def _seat_in_body(body: bytes) -> str:
    try:
        told = json.loads(body)
    except ValueError:
        return ""
    return str(told.get("seat", "")) if isinstance(told, dict) else ""
