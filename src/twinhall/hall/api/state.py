"""Reading the room."""

from dataclasses import dataclass

from ninja import Router

from twinhall.hall.api.seat_request import SeatRequest
from twinhall.hall.base.languages import Language
from twinhall.hall.meetings.queries.captions import Caption, history
from twinhall.hall.meetings.queries.room_state import RoomState, is_inside, room_state

router = Router()


@dataclass(frozen=True, slots=True)
class Captions:
    """Stored captions, oldest first."""

    captions: list[Caption]


@router.get("/state", response=RoomState, by_alias=True)
def state(request: SeatRequest, lang: str = "") -> RoomState:
    """Everything the room shows; captions in the language asked for."""
    tag = lang if lang in Language.values else request.LANGUAGE_CODE
    return room_state(request.auth, request.LANGUAGE_CODE, tag)


@router.get("/captions", response=Captions, by_alias=True)
def captions(request: SeatRequest, lang: Language, after: int = 0) -> Captions:
    """Captions that were missed."""
    if not is_inside(request.auth):
        return Captions([])
    return Captions(history(request.auth.participant.meeting_id, lang, after))
