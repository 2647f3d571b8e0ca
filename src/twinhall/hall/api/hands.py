"""Raised hands."""

from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from twinhall.hall.api.seat_request import Refused, SeatRequest, inside
from twinhall.hall.meetings.actions import hands
from twinhall.hall.meetings.models import Participant
from twinhall.hall.meetings.queries.live import HandUp, hands_of
from twinhall.hall.meetings.queries.room_state import rights_of

router = Router()


class Raise(Schema):
    raised: bool
    person: int | None = None  # an officer takes another's hand down


class Hands(Schema):
    hands: list[HandUp]


@router.post("/hand", response=Hands)
def hand(request: SeatRequest, asked: Raise) -> Hands:
    """Put one's hand up or down."""
    me = inside(request)
    whose = (
        me
        if asked.person is None
        else get_object_or_404(Participant, pk=asked.person, meeting_id=me.meeting_id)
    )
    if whose.pk != me.pk and (asked.raised or not rights_of(request.auth).run):
        raise Refused("not_allowed")
    if not rights_of(request.auth).speak and asked.raised:
        raise Refused("not_allowed")
    (hands.raise_hand if asked.raised else hands.lower_hand)(whose)
    return Hands(hands=hands_of(me.meeting_id))
