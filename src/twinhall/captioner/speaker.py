"""One speaker: their pipeline, their prepared text, and what of it listeners are shown."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Recognised:
    """Words that were recognised for good, and the languages in which listeners want them."""

    said: Said
    language: str
    text: str
    wanted: tuple[str, ...]


class Speaker:
    """Captions one seat's microphone for as long as the job lives, however often the track comes and goes."""

    def __init__(self, plan: SpeakerPlan, engines: SpeechEngines, clock: Clock) -> None:
        self.identity, self.language = plan.identity, plan.language
        self.item: int | None = None
        self._clock = clock
        self._text: PreparedText | None = None
        self._renders: str | None = None
        self._held: int | bool | None = False  # the segment (or None) that the hand holds, False without
        self._open: KeptLine | None = None  # the stored line that has no end yet
        self._told_before = 0  # utterances in languages spoken before
        self._told = 0
        self._shown: CaptionLine | None = None
        self._lost_before_ms = 0
        self._pipeline = SpeakerCaptions(engines, plan.language)
        self.follow(plan)

    @property
    def lost_ms(self) -> int:
        """Audio that was dropped because no step came in time."""
        return self._lost_before_ms + self._pipeline.lost_ms

    @property
    def reads(self) -> tuple[int, str] | None:
        """The remarks they read from and the language in which they do: who has both the same takes turns."""
        return None if self._text is None else (self._text.remarks, self.language)

    def spoke_within(self, ms: int) -> bool:
        """Say whether they spoke lately."""
        return self._pipeline.spoke_s * 1000 > self._clock.ms() - ms

    @property
    def is_reading(self) -> bool:
        """Say whether a sentence of theirs is on screen and no hand holds it."""
        return self._pipeline.read_s is not None and not self.is_held

    def reads_on_since(self, moment_ms: int, for_ms: int) -> bool:
        """Say whether what they said since a moment, for so long without a pause, is in that sentence."""
        read_s = self._pipeline.read_s
        if read_s is None or self.is_held:
            return False
        return read_s * 1000 > max(moment_ms, self._pipeline.onset_s * 1000) + for_ms

    def hear(self, samples: NDArray[np.int16], at_ms: int) -> None:
        """Take int16 mono samples at 16 kHz that begin at a time of the job's clock."""
        self._pipeline.hear(samples, at_ms)

    def speak(self, plan: SpeakerPlan, engines: SpeechEngines) -> None:
        """Go on in another language: an interpreter whose direction turned."""
        self._lost_before_ms += self._pipeline.lost_ms
        self._told_before, self._told, self._shown = self._told_before + self._told, 0, None
        self.language, self._text, self._held = plan.language, None, False
        self._pipeline = SpeakerCaptions(engines, plan.language)
        self.follow(plan)

    def follow(self, plan: SpeakerPlan | None) -> None:
        """Follow the text of a plan. New translations of the same sentences do not disturb the follower."""
        text = plan.text if plan else None
        script = None if text is None else _script(text, self.language)
        if script != (None if self._text is None else _script(self._text, self.language)):
            self._pipeline.load_script(script)
        self._text, self._renders = text, plan.renders if plan else None

    def resume_at(self, segment: int | None) -> None:
        """Go on behind a segment: after a crash, or where another reader of the text stopped."""
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

    def has(self, line: CaptionLine) -> bool:
        """Say whether a line's segment is in the text."""
        return self._index(line) is not None

    def shown(self, line: CaptionLine, languages: tuple[str, ...]) -> Iterator[Sent]:
        """Return what each caption channel is sent of a line.

        Who listens in the language that an interpreter renders has read the original, and keeps it.
        """
        self._told = max(self._told, line.utterance)
        index = self._index(line)
        if index is not None and self._text is not None:
            self._shown = line
            return script_captions(self._said(line), self._text, index)
        self._shown = None
        heard = line.texts.get(self.language, "")
        listeners = [tag for tag in languages if tag != self._renders]
        return recognised_captions(self._said(line), self.language, heard, None, listeners)

    def shown_again(self, languages: tuple[str, ...]) -> Iterator[Sent]:
        """Return the sentence on screen once more, as a later revision."""
        if self._shown is None:
            return iter(())
        return self.shown(replace(self._shown, revision=self._shown.revision + 1), languages)

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
            spoken = _spoken(self._text, index, self.language) or sentence.text
            begun = KeptLine(said, LineKind.SCRIPT, self.language, spoken, sentence.segment, sentence.words)
            self._open = begun
            lines.append(begun)
        elif line.texts:
            lines.append(KeptLine(said, LineKind.SOURCE, self.language, line.texts[self.language]))
        return lines

    def recognised(self, line: CaptionLine, languages: tuple[str, ...]) -> "Recognised":
        """Return what translating a line of recognised words must know of it."""
        wanted = tuple(tag for tag in languages if tag not in (self.language, self._renders))
        return Recognised(self._said(line), self.language, line.texts[self.language], wanted)

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
            id=f"{self.identity}-{epoch}-{self._told_before + line.utterance}",
            revision=line.revision,
            final=line.final,
            speaker=self.identity,
            item=self.item,
            start=epoch + line.start_ms,
            end=None if line.kind is Kind.SCRIPT else epoch + line.end_ms,
        )


def _script(text: PreparedText, language: str) -> Script:
    """Return what is read out of a text in a language: itself, or its approved renditions."""
    read = ((s.segment, _spoken(text, n, language)) for n, s in enumerate(text.sentences))
    return Script(language, tuple(Segment(str(segment), words) for segment, words in read if words))


def _spoken(text: PreparedText, index: int, language: str) -> str | None:
    sentence = text.sentences[index]
    if language == text.language:
        return sentence.text
    words = sentence.words.get(language)
    return words.text if words and words.translated else None
