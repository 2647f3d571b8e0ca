"""A case: what is spoken, what the script holds, and so what belongs on screen at any time."""

from dataclasses import dataclass

from _follow_recordings import Audio
from twinhall.captions.values import Script, Segment


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence as it is heard, by the clock of the audio. segment: its id, None if the script lacks it."""

    start_s: float  # first voice
    end_s: float
    segment: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """One run of the follower."""

    recording: str
    language: str
    scenario: str
    seed: int
    audio: Audio
    sentences: tuple[str, ...]  # the script; their ids are "1", "2", …
    spoken: tuple[Spoken, ...]

    @property
    def script(self) -> Script:
        """The script as captions take it."""
        segments = (Segment(str(n), text) for n, text in enumerate(self.sentences, start=1))
        return Script(self.language, tuple(segments))


def off_script(spoken: tuple[Spoken, ...]) -> list[tuple[float, float]]:
    """Return the stretches that the script lacks, sentences that follow each other as one: (start, end)."""
    found: list[tuple[float, float]] = []
    was_on = True
    for one in spoken:
        if one.segment is None:
            start_s = one.start_s if was_on else found.pop()[0]
            found.append((start_s, one.end_s))
        was_on = one.segment is not None
    return found
