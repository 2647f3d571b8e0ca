"""The remarks being read out, for whoever cues them."""

from dataclasses import dataclass

from twinhall.hall.meetings.models import Segment
from twinhall.hall.meetings.queries.captions import languages_of
from twinhall.hall.meetings.queries.live import remarks_on_floor, run_of
from twinhall.hall.translation.models import Text
from twinhall.hall.translation.queries import is_stale


@dataclass(frozen=True, slots=True)
class ScriptRendition:
    lang: str
    text: str
    status: str  # draft, reviewed, approved, stale


@dataclass(frozen=True, slots=True)
class ScriptSegment:
    id: int
    position: int
    text: str
    rendition: ScriptRendition | None


@dataclass(frozen=True, slots=True)
class ScriptOnFloor:
    """Empty when whoever has the floor has nothing prepared."""

    item: int | None
    speaker: int | None
    language: str
    segments: list[ScriptSegment]


def script_on_floor(meeting_id: int, language: str) -> ScriptOnFloor:
    """Return the current speaker's remarks beside their version in `language`. Five queries.

    Where there is none, as in the remarks' own language, the version is another one that the room reads.
    """
    run = run_of(meeting_id)
    remarks = remarks_on_floor(run)
    if remarks is None:
        return ScriptOnFloor(run.item_id, run.speaker_id, language, [])
    rows = Segment.objects.filter(remarks=remarks).select_related("text").prefetch_related("text__renditions")
    wanted = [language, *(tag for tag in languages_of(meeting_id) if tag != language)]
    segments = [
        ScriptSegment(row.pk, row.position, row.text.body, _rendition(row.text, wanted)) for row in rows
    ]
    return ScriptOnFloor(run.item_id, run.speaker_id, remarks.language, segments)


def _rendition(text: Text, wanted: list[str]) -> ScriptRendition | None:
    """Return the first of the wanted languages that the text is rendered in."""
    known = {rendition.language: rendition for rendition in text.renditions.all()}
    for language in wanted:
        if rendition := known.get(language):
            status = "stale" if is_stale(rendition, text) else rendition.status
            return ScriptRendition(language, rendition.body, status)
    return None
