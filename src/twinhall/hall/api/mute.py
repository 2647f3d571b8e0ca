"""An officer mutes someone's microphone."""

from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from twinhall.hall.api.seat_request import Refused, SeatRequest, inside
from twinhall.hall.meetings.actions.mute import mute as mute_them
from twinhall.hall.meetings.models import Participant
from twinhall.hall.meetings.queries.room_state import rights_of

router = Router()


class Mute(Schema):
    person: int


@router.post("/mute")
def mute(request: SeatRequest, asked: Mute) -> dict[str, str]:
    """Close a microphone; only its owner can open it again."""
    me = inside(request)
    if not rights_of(request.auth).run:
        raise Refused("not_allowed")
    mute_them(get_object_or_404(Participant, pk=asked.person, meeting_id=me.meeting_id))
    return {}
