"""The officer's moves through the agenda."""

from typing import Literal

from ninja import Router, Schema

from twinhall.hall.api.seat_request import Refused, SeatRequest, inside
from twinhall.hall.meetings.actions import run as moves
from twinhall.hall.meetings.queries.live import RunNow, run_now, run_of
from twinhall.hall.meetings.queries.room_state import rights_of

router = Router()


class Move(Schema):
    action: Literal["open", "start", "next", "previous", "go", "speaker", "end"]
    item: int | None = None
    speaker: int | None = None
    revision: int


class Moved(Schema):
    run: RunNow


@router.post("/run", response=Moved, by_alias=True)
def run(request: SeatRequest, move: Move) -> Moved:
    """Move the meeting; 409 when the revision is no longer the newest."""
    me = inside(request)
    if not rights_of(request.auth).run:
        raise Refused("not_allowed")
    meeting, revision = me.meeting, move.revision
    match move.action:
        case "open":
            moves.open_hall(meeting, revision=revision)
        case "start":
            moves.start(meeting, revision=revision)
        case "next":
            moves.go_on(meeting, revision=revision)
        case "previous":
            moves.go_back(meeting, revision=revision)
        case "go":
            moves.go_to(meeting, move.item or 0, revision=revision)
        case "speaker":
            moves.give_floor(meeting, move.speaker, revision=revision)
        case "end":
            moves.end(meeting, revision=revision)
    return Moved(run=run_now(run_of(meeting.pk)))
