"""What the captions leave in the database: the transcript, the place in the script, the heartbeat."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from twinhall.hall.meetings.actions.room_copy import changed
from twinhall.hall.meetings.enums import CaptionerState, LineKind
from twinhall.hall.meetings.models import Captioner, TranscriptLine
from twinhall.hall.meetings.queries.captions import Said, Words, moment_of
from twinhall.hall.meetings.queries.live import is_late


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line for the transcript. Storing it again with the same id replaces it."""

    said: Said
    kind: str  # LineKind
    language: str
    text: str
    segment: int | None = None
    words: Mapping[str, Words] = field(default_factory=dict)  # by language of the listener


def keep_line(meeting_id: int, line: KeptLine) -> None:
    """Store a line as it was shown; a prepared sentence is also the place to go on from after a crash."""
    said = line.said
    TranscriptLine.objects.update_or_create(
        meeting_id=meeting_id,
        utterance=said.id,
        defaults={
            "speaker_id": int(said.speaker.removeprefix("p")),
            "item_id": said.item,
            "kind": line.kind,
            "segment_id": line.segment,
            "language": line.language,
            "text": line.text,
            "texts": {tag: asdict(words) for tag, words in line.words.items()},
            "by_hand": said.hand,
            "started_at": moment_of(said.start),
            "ended_at": None if said.end is None else moment_of(said.end),
            "final": said.final,
        },
    )
    if line.kind == LineKind.SCRIPT:
        Captioner.objects.update_or_create(meeting_id=meeting_id, defaults={"segment_id": line.segment})
    if line.kind == LineKind.LOST:
        changed(meeting_id)  # the officers see how much it is


def beat(
    meeting_id: int,
    identity: str,
    *,
    load: float,
    dropped_ms: int,
    untranslated: Mapping[str, int] | None = None,
) -> None:
    """Say that a meeting's captioner lives, and tell the room when it begins or ceases to fall behind.

    load: share of what its engine threads could do lately that they did.
    untranslated: how many sentences no engine could translate, by language wanted.
    """
    before = Captioner.objects.filter(meeting_id=meeting_id).values_list("load", flat=True).first()
    Captioner.objects.update_or_create(
        meeting_id=meeting_id,
        defaults={
            "identity": identity,
            "heartbeat_at": timezone.now(),
            "load": load,
            "dropped_ms": dropped_ms,
            "untranslated": dict(untranslated or {}),
        },
    )
    if is_late(load) != is_late(before):
        changed(meeting_id)


def note_dispatch(meeting_id: int, dispatch: str, at: datetime) -> None:
    """Remember that a captioner was sent for."""
    Captioner.objects.update_or_create(
        meeting_id=meeting_id, defaults={"dispatch": dispatch, "dispatched_at": at}
    )


def see(meeting_id: int, state: CaptionerState) -> None:
    """Tell the room how the captioner does, when that is new."""
    with transaction.atomic():
        Captioner.objects.get_or_create(meeting_id=meeting_id)
        other = Captioner.objects.filter(meeting_id=meeting_id).exclude(state=state)
        if other.update(state=state, since=timezone.now()):
            changed(meeting_id)
