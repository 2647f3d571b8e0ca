"""What the captioner of a meeting must know, read whole whenever something changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from twinhall.hall.meetings.enums import MeetingState, Role
from twinhall.hall.meetings.models import Captioner, Meeting, Participant, Remarks
from twinhall.hall.meetings.queries.captions import PreparedText, languages_of, prepared_text
from twinhall.hall.meetings.queries.live import cue_of, run_of
from twinhall.hall.meetings.queries.passes import may_speak


@dataclass(frozen=True, slots=True)
class SpeakerPlan:
    """Someone whose microphone is captioned, in the language of their delegation; never guessed."""

    identity: str
    language: str
    text: PreparedText | None  # what they prepared for the item now held


@dataclass(frozen=True, slots=True)
class CaptionPlan:
    """Who speaks, what they prepared, who has the floor, and whether a hand holds the captions."""

    meeting: int
    ended: bool
    item: int | None
    floor: str | None  # identity
    languages: tuple[str, ...]  # one caption channel each
    speakers: Mapping[str, SpeakerPlan]  # by identity
    held: bool
    held_segment: int | None
    dispatch: str  # the captioner that was sent for last; any other leaves
    place: int | None  # the segment that was on screen last


def meeting_of_room(room: str) -> int:
    """Return the meeting that is held in a media room. Raises Meeting.DoesNotExist."""
    return Meeting.objects.values_list("pk", flat=True).get(room=room)


def caption_plan(meeting_id: int) -> CaptionPlan:
    """Read a meeting's plan. Three queries a prepared text, and six."""
    run, cue = run_of(meeting_id), cue_of(meeting_id)
    languages = languages_of(meeting_id)
    seats = Participant.objects.filter(meeting_id=meeting_id).exclude(role=Role.INTERPRETER)
    texts = {
        remarks.participant_id: prepared_text(remarks, languages)
        for remarks in Remarks.objects.filter(item_id=run.item_id, item__isnull=False)
    }
    captioner = Captioner.objects.filter(meeting_id=meeting_id).first()
    return CaptionPlan(
        meeting=meeting_id,
        ended=run.meeting.state == MeetingState.ENDED,
        item=run.item_id,
        floor=f"p{run.speaker_id}" if run.speaker_id else None,
        languages=tuple(languages),
        speakers={
            seat.identity: SpeakerPlan(seat.identity, seat.language, texts.get(seat.pk))
            for seat in seats
            if may_speak(seat)
        },
        held=cue.held,
        held_segment=cue.segment_id,
        dispatch=captioner.dispatch if captioner else "",
        place=captioner.segment_id if captioner else None,
    )
