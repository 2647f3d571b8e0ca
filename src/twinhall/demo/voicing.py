"""The voices of the demonstration's speakers."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from twinhall.demo import sample
from twinhall.rehearsal.synthesis import Voice
from twinhall.rehearsal.voices import record, recording_of

NOT_HEAD = 3  # half tones by which other speakers sound above the head of their delegation


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence that someone says in a voice."""

    text: str
    voice: Voice


def voice_of(language: str, role: str) -> Voice:
    """Return the voice of a seat: heads speak at the usual pitch."""
    return Voice(language, 0 if role == "head" else NOT_HEAD)


def lines() -> list[Line]:
    """Return everything that is said in the demonstration, each sentence of a voice once."""
    said: dict[Line, None] = {}
    for meeting in sample.meetings():
        roles = {seat.person: seat.role for seat in meeting.seats}
        for speaker, texts in meeting.all_spoken():
            voice = voice_of(sample.language_of(speaker), roles[speaker])
            said |= {Line(text, voice): None for text in texts}
    return list(said)


def missing(folder: Path) -> list[Line]:
    """Return what was never spoken yet."""
    return [line for line in lines() if not recording_of(line.text, line.voice, folder).exists()]


def make(folder: Path) -> Iterator[Line]:
    """Speak what is missing, one line at a time. Raises VoiceMissing or VoiceFailed."""
    for line in missing(folder):
        record(line.text, line.voice, folder)
        yield line
