"""Whose request it is: the seat in `Authorization: Seat <token>`, and the language they read."""

from typing import Any

from django.http import HttpRequest
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header
from pydantic import TypeAdapter

from twinhall.hall.api.rates import ADDRESS, SEAT, WRONG_LINK, counts
from twinhall.hall.base.languages import Language
from twinhall.hall.meetings.enums import MeetingState
from twinhall.hall.meetings.models import Participant
from twinhall.hall.meetings.queries.room_state import RoomState, is_inside, room_state
from twinhall.hall.meetings.queries.seats import Seat, UnknownSeat, seat_of

SCHEME = "Seat "
_STATE: TypeAdapter[RoomState] = TypeAdapter(RoomState)


class Refused(Exception):
    """A refusal by the API itself; the argument is its code."""


class SeatRequest(HttpRequest):
    """A request that came with a seat; its language is active."""

    auth: Seat
    LANGUAGE_CODE: str


def by_seat(request: SeatRequest) -> Seat:
    """Authenticate by the header. Raises SeatError or TooMany."""
    header = request.headers.get("Authorization", "")
    return admit_token(request, header.removeprefix(SCHEME) if header.startswith(SCHEME) else "")


def admit_token(request: SeatRequest, token: str) -> Seat:
    """Return the seat of a token, and speak its language from now on. Raises SeatError or TooMany."""
    address = address_of(request)
    counts.count(ADDRESS, address)
    _speak(request, None)
    try:
        seat = seat_of(token)
    except UnknownSeat:
        counts.count(WRONG_LINK, address)
        raise
    counts.count(SEAT, str(seat.participant.pk))
    _speak(request, seat.participant.language)
    return seat


def inside(request: SeatRequest) -> Participant:
    """Return who asks, if they may act in the room. Raises Refused."""
    participant = request.auth.participant
    if participant.meeting.state == MeetingState.ENDED:
        raise Refused("ended")
    if not is_inside(request.auth):
        raise Refused("not_allowed")
    return participant


def state_of(request: SeatRequest, captions_in: str | None = None) -> Any:
    """Return the room for this request's seat, as JSON can hold it."""
    tag = captions_in if captions_in in Language.values else request.LANGUAGE_CODE
    state = room_state(request.auth, request.LANGUAGE_CODE, tag)
    return _STATE.dump_python(state, mode="json", by_alias=True)


def address_of(request: HttpRequest) -> str:
    """Return the client's address; behind our own proxy on this machine, the one that it saw."""
    direct = str(request.META.get("REMOTE_ADDR", ""))
    forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return forwarded if forwarded and direct in {"127.0.0.1", "::1", ""} else direct


def _speak(request: SeatRequest, otherwise: str | None) -> None:
    """Activate the first language asked for that we have, else `otherwise`."""
    asked = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    tags = [tag.partition("-")[0] for tag, _quality in asked]
    known = next((tag for tag in tags if tag in Language.values), otherwise)
    request.LANGUAGE_CODE = known or translation.get_language()
    translation.activate(request.LANGUAGE_CODE)
