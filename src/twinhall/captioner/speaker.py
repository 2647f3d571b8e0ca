"""One speaker: their pipeline, their prepared text, and what of it listeners are shown."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from twinhall.captioner.ports import Clock
from twinhall.captions.pipeline import SpeakerCaptions
from twinhall.captions.ports import SpeechEngines
from twinhall.captions.values import CaptionLine, Kind, Script, Segment
from twinhall.hall.meetings.actions.captioning import KeptLine
from twinhall.hall.meetings.enums import LineKind
from twinhall.hall.meetings.queries.captioning import SpeakerPlan
from twinhall.hall.meetings.queries.captions import (
    Caption,
    PreparedText,
    Said,
    recognised_captions,
    script_captions,
)

Sent = tuple[str, Caption]


class Speaker:
    """Captions one seat's microphone for as long as the job lives, however often the track comes and goes."""

    def __init__(self, plan: SpeakerPlan, engines: SpeechEngines, clock: Clock) -> None:
        self.identity, self.language = plan.identity, plan.language
        self.item: int | None = None
        self._clock = clock
        self._text: PreparedText | None = None
        self._held: int | bool | None = False  # the segment (or None) that the hand holds, False without
        self._open: KeptLine | None = None  # the stored line that has no end yet
        self._pipeline = SpeakerCaptions(engines, plan.language)
        self.prepare(plan.text)

    @property
    def lost_ms(self) -> int:
        """Audio that was dropped because no step came in time."""
        return self._pipeline.lost_ms

    def hear(self, samples: NDArray[np.int16], at_ms: int) -> None:
        """Take int16 mono samples at 16 kHz that begin at a time of the job's clock."""
        self._pipeline.hear(samples, at_ms)

    def prepare(self, text: PreparedText | None) -> None:
        """Follow another text. New translations of the same sentences do not disturb the follower."""
        if _spoken(text) != _spoken(self._text):
            self._pipeline.load_script(None if text is None else _script(text))
        self._text = text

    def resume_at(self, segment: int | None) -> None:
        """Go on behind a segment, as after a crash."""
        if segment is not None and self._text and self._text.index(segment) is not None:
            self._pipeline.resume_at(str(segment))

    def hold(self, segment: int | None) -> None:
        """Keep quiet while a hand shows a segment."""
        if self._held is False or self._held != segment:
            self._held = segment
            self._pipeline.hold(None if segment is None else str(segment))

    def release(self) -> None:
        """Follow again, from the segment that the hand showed last."""
        if self._held is not False:
            self._held = False
            self._pipeline.release()

    @property
    def is_held(self) -> bool:
        """True while a hand shows this speaker's sentences."""
        return self._held is not False

    def step(self) -> list[CaptionLine]:
        """Do what is to be done about the audio heard so far. Raises EngineError."""
        return self._pipeline.step(self._clock.ms())

    def shown(self, line: CaptionLine, languages: tuple[str, ...]) -> Iterator[Sent]:
        """Return what each caption channel is sent of a line."""
        index = self._index(line)
        if index is not None and self._text is not None:
            return script_captions(self._said(line), self._text, index)
        heard = line.texts.get(self.language, "")
        return recognised_captions(self._said(line), self.language, heard, None, list(languages))

    def kept(self, line: CaptionLine) -> list[KeptLine]:
        """Return what the transcript is told of a line: the one before has ended, this one has begun."""
        lines: list[KeptLine] = []
        said = self._said(line)
        if self._open is not None and self._open.said.id != said.id:
            lines.append(replace(self._open, said=replace(self._open.said, end=said.start)))
            self._open = None
        index = self._index(line)
        if index is not None and self._text is not None:
            sentence = self._text.sentences[index]
            begun = KeptLine(
                said, LineKind.SCRIPT, self.language, sentence.text, sentence.segment, sentence.words
            )
            self._open = begun
            lines.append(begun)
        elif line.texts:
            lines.append(KeptLine(said, LineKind.SOURCE, self.language, line.texts[self.language]))
        return lines

    def lost(self, start_ms: int, end_ms: int) -> KeptLine:
        """Return the line that says that captions were lost between two times of the job's clock."""
        epoch = self._clock.epoch_ms
        said = Said(
            id=f"{self.identity}-{epoch}-lost-{start_ms}",
            revision=0,
            final=True,
            speaker=self.identity,
            item=self.item,
            start=epoch + start_ms,
            end=epoch + end_ms,
        )
        return KeptLine(said, LineKind.LOST, self.language, "")

    def _index(self, line: CaptionLine) -> int | None:
        if line.kind is not Kind.SCRIPT or line.segment is None or self._text is None:
            return None
        return self._text.index(int(line.segment))

    def _said(self, line: CaptionLine) -> Said:
        epoch = self._clock.epoch_ms
        return Said(
            id=f"{self.identity}-{epoch}-{line.utterance}",
            revision=line.revision,
            final=line.final,
            speaker=self.identity,
            item=self.item,
            start=epoch + line.start_ms,
            end=None if line.kind is Kind.SCRIPT else epoch + line.end_ms,
        )


def _script(text: PreparedText) -> Script:
    return Script(text.language, tuple(Segment(str(s.segment), s.text) for s in text.sentences))


def _spoken(text: PreparedText | None) -> object:
    return text and (text.language, [(s.segment, s.text) for s in text.sentences])
