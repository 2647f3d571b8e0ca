"""Captions as a listener reads them: a sentence of prepared remarks in a language, with its provenance."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from twinhall.captions.ports import Translated
from twinhall.hall.meetings.enums import LineKind
from twinhall.hall.meetings.models import Meeting, Participant, Remarks, Segment, TranscriptLine
from twinhall.hall.meetings.wire import CAMEL
from twinhall.hall.translation.queries import Reading, reading

HISTORY = 30
RECOGNISED, MACHINE = "recognised", "machine"


@dataclass(frozen=True, slots=True)
class Line:
    """Words and the language they are in."""

    lang: str
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """What a listener of one language reads. translated: False when it is not in their language."""

    __pydantic_config__ = CAMEL
    lang: str
    text: str
    translated: bool
    origin: str  # original, human, machine, memory, recognised
    engine: str | None = None
    reviewer: str | None = None
    approved_on: str | None = None  # ISO date
    sample: bool = False
    model: str | None = None  # of the engine, with version and hash
    flags: tuple[str, ...] = ()  # why a machine's words should be compared with the original


@dataclass(frozen=True, slots=True)
class Caption:
    """One message on a caption channel. Times are ms since 1970 by the server's clock."""

    __pydantic_config__ = CAMEL
    v: int
    id: str
    revision: int
    final: bool
    kind: str  # script, machine, source, none
    speaker: str
    author: str | None  # whose remarks the speaker reads, where these are not their own
    item: int | None
    segment: int | None
    position: int | None
    total: int | None
    lang: str
    text: str
    translated: bool
    origin: str
    engine: str | None
    reviewer: str | None
    approved_on: str | None
    sample: bool
    model: str | None
    flags: tuple[str, ...]
    previous: Line | None
    next: Line | None
    source: Line | None
    hand: bool
    start: int
    end: int | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of remarks as every language reads it."""

    segment: int
    position: int
    text: str
    words: Mapping[str, Words]  # by language of the listener


@dataclass(frozen=True, slots=True)
class PreparedText:
    """Remarks of one speaker for one item, ready to be shown."""

    remarks: int
    revision: int
    item: int
    speaker: str  # identity
    language: str
    sample: bool
    sentences: tuple[Sentence, ...]

    def index(self, segment: int | None) -> int | None:
        """Return where a segment stands, None when it is not in this text."""
        return next((n for n, s in enumerate(self.sentences) if s.segment == segment), None)


@dataclass(frozen=True, slots=True)
class Said:
    """What every caption of one line has in common, whatever its language."""

    id: str
    revision: int
    final: bool
    speaker: str
    item: int | None
    start: int
    end: int | None
    hand: bool = False


def languages_of(meeting_id: int) -> list[str]:
    """Return the languages of both cities and of every seat: each has a caption channel. One query."""
    meeting = Meeting.objects.filter(pk=meeting_id)
    rows = Participant.objects.filter(meeting_id=meeting_id).order_by().values_list("language", flat=True)
    both = (meeting.order_by().values_list(f"{city}__language", flat=True) for city in ("host", "partner"))
    return sorted(rows.union(*both))


def prepared_text(remarks: Remarks, languages: list[str]) -> PreparedText:
    """Read remarks with all that listeners may see of them. Three queries."""
    segments = Segment.objects.filter(remarks=remarks).select_related("text")
    return PreparedText(
        remarks=remarks.pk,
        revision=remarks.revision,
        item=remarks.item_id,
        speaker=f"p{remarks.participant_id}",
        language=remarks.language,
        sample=remarks.sample,
        sentences=tuple(
            Sentence(
                segment=segment.pk,
                position=segment.position,
                text=segment.text.body,
                words={tag: words_of(reading(segment.text, tag), tag, remarks) for tag in languages},
            )
            for segment in segments.prefetch_related("text__renditions")
        ),
    )


def words_of(read: Reading, language: str, remarks: Remarks) -> Words:
    """Return a reading as a listener of `language` gets it."""
    original = read.origin == "original"
    return Words(
        lang=read.language,
        text=read.text,
        translated=read.language == language,
        origin=read.origin,
        engine=read.engine or None,
        reviewer=read.reviewer or None,
        approved_on=read.approved_on.isoformat() if read.approved_on else None,
        sample=remarks.sample if original else read.sample,
    )


def script_captions(said: Said, text: PreparedText, index: int) -> Iterator[tuple[str, Caption]]:
    """Return what each language's channel is sent when a prepared sentence is on screen."""
    sentence = text.sentences[index]
    for language, words in sentence.words.items():
        yield (
            language,
            _caption(
                said,
                "script",
                words,
                segment=sentence.segment,
                position=sentence.position,
                total=len(text.sentences),
                author=None if said.speaker == text.speaker else text.speaker,
                previous=_neighbour(text, index - 1, language),
                next=_neighbour(text, index + 1, language),
                source=Line(text.language, sentence.text) if words.lang != text.language else None,
            ),
        )


def recognised_captions(
    said: Said, language: str, text: str, engine: str | None, languages: list[str]
) -> Iterator[tuple[str, Caption]]:
    """Return what each channel is sent of recognised speech: the words as spoken, not translated."""
    for listener in languages:
        words = Words(language, text, translated=listener == language, origin=RECOGNISED, engine=engine)
        yield listener, _caption(said, "source" if text else "none", words)


def machine_words(language: str, made: Translated) -> Words:
    """Return what a listener reads of recognised speech that a machine translated into their language."""
    return Words(
        language,
        made.text,
        translated=True,
        origin=MACHINE,
        engine=made.engine,
        model=made.model,
        flags=made.flags,
    )


def machine_caption(said: Said, words: Words, spoken: Line) -> Caption:
    """Return what the channel of a language is sent when recognised speech has been translated."""
    return _caption(said, "machine", words, source=spoken)


def history(meeting_id: int, language: str, after: int = 0) -> list[Caption]:
    """Return the last captions as a reader of `language` saw them, oldest first. One query.

    after: id of a stored line; only later ones are returned.
    """
    rows = TranscriptLine.objects.filter(meeting_id=meeting_id, pk__gt=after).exclude(text="")
    newest = list(rows.select_related("segment__remarks").order_by("-pk")[:HISTORY])
    return [_stored(row, language) for row in reversed(newest)]


def ms_of(moment: datetime) -> int:
    """Return a time as ms since 1970."""
    return round(moment.timestamp() * 1000)


def moment_of(ms: int) -> datetime:
    """Return ms since 1970 as a time."""
    return datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=ms)


def _stored(row: TranscriptLine, language: str) -> Caption:
    told: dict[str, Any] = row.texts.get(language) or {
        "lang": row.language,
        "text": row.text,
        "translated": row.language == language,
        "origin": "original" if row.segment_id else RECOGNISED,
    }
    words = Words(**told | {"flags": tuple(told.get("flags", ()))})
    said = Said(
        id=row.utterance,
        revision=0,
        final=row.final,
        speaker=f"p{row.speaker_id}",
        item=row.item_id,
        start=ms_of(row.started_at),
        end=ms_of(row.ended_at) if row.ended_at else None,
        hand=row.by_hand,
    )
    return _caption(
        said,
        LineKind.MACHINE if row.kind == LineKind.SOURCE and words.origin == MACHINE else row.kind,
        words,
        segment=row.segment_id,
        position=row.segment.position if row.segment else None,
        author=_author(row),
        source=Line(row.language, row.text) if words.lang != row.language else None,
    )


def _author(row: TranscriptLine) -> str | None:
    """Return whose remarks a line was read from, None if these are the speaker's own."""
    if row.segment is None or row.segment.remarks.participant_id == row.speaker_id:
        return None
    return f"p{row.segment.remarks.participant_id}"


def _neighbour(text: PreparedText, index: int, language: str) -> Line | None:
    if not 0 <= index < len(text.sentences):
        return None
    words = text.sentences[index].words[language]
    return Line(words.lang, words.text)


def _caption(
    said: Said,
    kind: str,
    words: Words,
    *,
    segment: int | None = None,
    position: int | None = None,
    total: int | None = None,
    author: str | None = None,
    previous: Line | None = None,
    next: Line | None = None,
    source: Line | None = None,
) -> Caption:
    return Caption(
        v=1,
        kind=kind,
        segment=segment,
        position=position,
        total=total,
        author=author,
        previous=previous,
        next=next,
        source=source,
        **asdict(said),
        **asdict(words),
    )
