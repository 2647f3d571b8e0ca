"""A speaker's own remarks."""

from ninja import Router

from twinhall.hall.api.seat_request import Refused, SeatRequest, inside
from twinhall.hall.meetings.queries.prompter import Prompt, prompt_of
from twinhall.hall.meetings.queries.room_state import rights_of

router = Router()


@router.get("/prompter", response=Prompt, by_alias=True)
def prompter(request: SeatRequest) -> Prompt:
    """The remarks of whoever asks, and of nobody else: there is no way to name another speaker."""
    me = inside(request)
    if not rights_of(request.auth).speak:
        raise Refused("not_allowed")
    return prompt_of(me)
