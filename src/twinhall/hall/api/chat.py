"""Written messages."""

from ninja import Router, Schema

from twinhall.hall.api.rates import CHAT, counts
from twinhall.hall.api.seat_request import Refused, SeatRequest, inside
from twinhall.hall.meetings.actions.chat import say
from twinhall.hall.meetings.queries.room_state import MessageShown, message_shown, rights_of

router = Router()


class Say(Schema):
    text: str


@router.post("/chat", response=MessageShown)
def chat(request: SeatRequest, asked: Say) -> MessageShown:
    """Write to everyone."""
    me = inside(request)
    if not rights_of(request.auth).chat:
        raise Refused("not_allowed")
    counts.count(CHAT, str(me.pk))
    return message_shown(say(me, asked.text))
