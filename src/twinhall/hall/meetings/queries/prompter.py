"""A speaker's own remarks, as their prompter shows them, also before it is their turn."""

from dataclasses import dataclass

from twinhall.hall.meetings.enums import Side
from twinhall.hall.meetings.models import Captioner, Participant, Remarks, Segment
from twinhall.hall.meetings.queries.captions import Words, words_of
from twinhall.hall.meetings.queries.live import cue_of, run_of
from twinhall.hall.meetings.wire import CAMEL
from twinhall.hall.translation.queries import reading


@dataclass(frozen=True, slots=True)
class PromptedSentence:
    """A sentence, and what a listener of the other side reads while it is spoken."""

    __pydantic_config__ = CAMEL
    id: int
    position: int
    text: str
    reads: Words | None  # None where the other side has the speaker's own language


@dataclass(frozen=True, slots=True)
class Prompt:
    """What one speaker reads out. Without sentences when nothing was prepared for them."""

    __pydantic_config__ = CAMEL
    item: int | None
    language: str
    reader: str  # the other side's language
    place: int | None  # the sentence on every screen now, or last
    segments: list[PromptedSentence]


def prompt_of(speaker: Participant) -> Prompt:
    """Return the speaker's own remarks: of the item now held, else of their next, else their last.

    Seven queries, however long the text; eight with a place.
    """
    meeting = speaker.meeting
    reader = (meeting.partner if speaker.side == Side.HOST else meeting.host).language
    remarks = _remarks_to_read(speaker)
    if remarks is None:
        return Prompt(None, speaker.language, reader, None, [])
    rows = Segment.objects.filter(remarks=remarks).select_related("text").prefetch_related("text__renditions")
    return Prompt(
        item=remarks.item_id,
        language=remarks.language,
        reader=reader,
        place=_place(meeting.pk, remarks),
        segments=[
            PromptedSentence(row.pk, row.position, row.text.body, _reads(row, reader, remarks))
            for row in rows
        ],
    )


def _remarks_to_read(speaker: Participant) -> Remarks | None:
    """Empty remarks were opened by an officer and not written yet: nothing to read."""
    mine = (
        Remarks.objects.filter(participant=speaker, segments__isnull=False).select_related("item").distinct()
    )
    rows = list(mine.order_by("item__position", "item__pk"))
    held = run_of(speaker.meeting_id).item
    now = held.position if held else 0
    return next((row for row in rows if row.item.position >= now), rows[-1] if rows else None)


def _reads(segment: Segment, reader: str, remarks: Remarks) -> Words | None:
    if reader == remarks.language:
        return None
    return words_of(reading(segment.text, reader), reader, remarks)


def _place(meeting_id: int, remarks: Remarks) -> int | None:
    """The hand's sentence while it holds, else where the captioner is, if it is in these remarks."""
    cue = cue_of(meeting_id)
    shown = Captioner.objects.filter(meeting_id=meeting_id).values_list("segment_id", flat=True).first()
    place = cue.segment_id if cue.held else shown
    return place if place and Segment.objects.filter(pk=place, remarks=remarks).exists() else None
