"""What the captioner of a meeting must know, read whole whenever something changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twinhall.hall.meetings.enums import Interpretation, MeetingState, Role
from twinhall.hall.meetings.models import Captioner, Meeting, Participant, RunOfShow
from twinhall.hall.meetings.queries.captions import PreparedText, languages_of, prepared_text
from twinhall.hall.meetings.queries.live import cue_of, run_of
from twinhall.hall.meetings.queries.passes import may_speak
from twinhall.hall.meetings.queries.readers import readers_of


@dataclass(frozen=True, slots=True)
class SpeakerPlan:
    """Someone whose microphone is captioned, in the language that they are to speak; never guessed.

    text: what they read from in the item now held. An interpreter reads out its approved renditions in
    their language; renders: the language that they interpret from, whose listeners have read the original.
    """

    identity: str
    language: str
    text: PreparedText | None
    renders: str | None = None


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

    @property
    def first(self) -> frozenset[str]:
        """Whose captions come before all others': the floor's speaker and who interprets them."""
        interpreters = {who for who, planned in self.speakers.items() if planned.renders}
        return frozenset(interpreters | ({self.floor} if self.floor else set()))


def meeting_of_room(room: str) -> int:
    """Return the meeting that is held in a media room. Raises Meeting.DoesNotExist."""
    return Meeting.objects.values_list("pk", flat=True).get(room=room)


def caption_plan(meeting_id: int) -> CaptionPlan:
    """Read a meeting's plan. Three queries a prepared text, and six or eight."""
    run, cue = run_of(meeting_id), cue_of(meeting_id)
    languages = languages_of(meeting_id)
    seats = list(Participant.objects.filter(meeting_id=meeting_id))
    read = readers_of(run, seats)
    texts = {remarks.pk: prepared_text(remarks, languages) for remarks in set(read.values())}
    speakers = {pk: texts[remarks.pk] for pk, remarks in read.items()}
    captioner = Captioner.objects.filter(meeting_id=meeting_id).first()
    planned = [
        *(SpeakerPlan(s.identity, s.language, speakers.get(s.pk)) for s in seats if speaks_for_themself(s)),
        *interpreter_plans(run, seats, speakers),
    ]
    return CaptionPlan(
        meeting=meeting_id,
        ended=run.meeting.state == MeetingState.ENDED,
        item=run.item_id,
        floor=f"p{run.speaker_id}" if run.speaker_id else None,
        languages=tuple(languages),
        speakers={speaker.identity: speaker for speaker in planned},
        held=cue.held,
        held_segment=cue.segment_id,
        dispatch=captioner.dispatch if captioner else "",
        place=captioner.segment_id if captioner else None,
    )


def speaks_for_themself(seat: Participant) -> bool:
    """Say whether a seat's microphone carries its holder's own words."""
    return seat.role != Role.INTERPRETER and may_speak(seat)


def interpreter_plans(
    run: RunOfShow, seats: Sequence[Participant], texts: Mapping[int, PreparedText]
) -> list[SpeakerPlan]:
    """Return the plans of interpreters whose words the whole hall hears: those of a consecutive item.

    One who knows only the speaker's language by their seat speaks the other city's: nobody interprets into
    the language that was just spoken.
    """
    speaker = next((s for s in seats if s.pk == run.speaker_id), None)
    if speaker is None or run.item is None or run.item.interpretation != Interpretation.CONSECUTIVE:
        return []
    text = texts.get(speaker.pk)
    source = text.language if text else speaker.language
    others = {run.meeting.host.language, run.meeting.partner.language} - {source}
    other = others.pop() if len(others) == 1 else None
    interpreters = [s for s in seats if s.role == Role.INTERPRETER and may_speak(s)]
    spoken = {s.identity: other if s.language == source else s.language for s in interpreters}
    return [SpeakerPlan(who, tag, text, renders=source) for who, tag in spoken.items() if tag]
