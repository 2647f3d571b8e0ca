"""Captions by hand."""

from typing import Literal

from ninja import Router, Schema

from twinhall.hall.api.seat_request import Refused, SeatRequest, inside
from twinhall.hall.base.languages import Language
from twinhall.hall.meetings.actions import cue as hand
from twinhall.hall.meetings.queries.live import CueNow, cue_now, run_of
from twinhall.hall.meetings.queries.room_state import rights_of
from twinhall.hall.meetings.queries.script import ScriptOnFloor, script_on_floor

router = Router()


class Cued(Schema):
    action: Literal["next", "previous", "hold", "release", "go"]
    segment: int | None = None
    revision: int


class CueAnswer(Schema):
    cue: CueNow


@router.post("/cue", response=CueAnswer)
def cue(request: SeatRequest, asked: Cued) -> CueAnswer:
    """Put a sentence on every screen, keep it there, or let the captioner follow again."""
    me = inside(request)
    if not rights_of(request.auth).cue:
        raise Refused("not_allowed")
    meeting, revision = me.meeting, asked.revision
    match asked.action:
        case "next":
            hand.step(meeting, +1, hand=me, revision=revision)
        case "previous":
            hand.step(meeting, -1, hand=me, revision=revision)
        case "go":
            hand.go(meeting, asked.segment or 0, hand=me, revision=revision)
        case "hold":
            hand.hold(meeting, hand=me, revision=revision)
        case "release":
            hand.release(meeting, hand=me, revision=revision)
    return CueAnswer(cue=cue_now(run_of(meeting.pk)))


@router.get("/script", response=ScriptOnFloor)
def script(request: SeatRequest, lang: Language) -> ScriptOnFloor:
    """The remarks being read out, for who cues them and for the speaker."""
    me = inside(request)
    if not rights_of(request.auth).cue and run_of(me.meeting_id).speaker_id != me.pk:
        raise Refused("not_allowed")
    return script_on_floor(me.meeting_id, lang)
