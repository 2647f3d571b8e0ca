"""Captions of a whole recording at their best, for subtitles: nothing is live, so nothing is left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from twinhall.captions.follower import Follower
from twinhall.captions.listening import Listening
from twinhall.captions.ports import SAMPLE_RATE, SpeechEngines, Transcriber, Word
from twinhall.captions.values import CaptionLine, Kind, Script, texts_of
from twinhall.language.languages import ends_sentence

STEP = SAMPLE_RATE // 5
JOIN_S = 1.5  # silence that does not part two stretches of speech
LEAST_S = 0.5  # speech that is worth recognising
MARGIN_S = 0.2
LEAD_S = 0.3  # audio around a stretch of speech that is given to the recogniser
FASTEST = 25  # characters a second: what is "read" faster than that was not read
GAP_S = 0.8  # silence that ends a line
MOST_CHARS = 84


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a recording, seconds."""

    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch in which a segment of the script is read out."""

    span: Span
    segment: int


@dataclass(slots=True)
class Heard:
    """What one pass over a recording found: where speech is, and what of the script is read out where."""

    hop_s: float
    is_speech: list[bool]
    readings: list[Reading]

    def speech(self) -> list[Span]:
        """Return the stretches of speech with a little around them; short silences inside are no gap."""
        edges = np.flatnonzero(np.diff(np.array([False, *self.is_speech, False], np.int8)))
        spans = [Span(a * self.hop_s, b * self.hop_s) for a, b in zip(edges[::2], edges[1::2], strict=True)]
        return joined([Span(max(0.0, s.start_s - LEAD_S), s.end_s + LEAD_S) for s in spans], JOIN_S)

    def trimmed(self, span: Span) -> Span:
        """Return a span without the silence at its ends."""
        first, last = int(span.start_s / self.hop_s), int(span.end_s / self.hop_s)
        spoken = [i for i in range(first, min(last, len(self.is_speech))) if self.is_speech[i]]
        if not spoken:
            return span
        return Span(max(span.start_s, spoken[0] * self.hop_s), min(span.end_s, (spoken[-1] + 1) * self.hop_s))


def caption_recording(
    engines: SpeechEngines,
    transcriber: Transcriber | None,
    samples: NDArray[np.int16],
    language: str,
    script: Script | None,
) -> list[CaptionLine]:
    """Return a recording's lines in order: segments where they are read out, recognised speech elsewhere.

    Cost: about .5 of the recording's length. Raises EngineError.
    """
    length_s = len(samples) / SAMPLE_RATE
    heard = listen_through(engines, samples, script)
    read = believable(heard, script) if script else []
    lines = [script_line(r, script, language) for r in read if script]
    rest = uncovered(heard.speech(), [r.span for r in read])
    if rest and transcriber:
        spans = [(s.start_s, min(s.end_s, length_s)) for s in rest]
        words = transcriber.transcribe(samples.astype(np.float32) / np.float32(32768), spans)
        words = [w for w in words if not is_read(w, read)]
        lines += [source_line(sentence, language) for sentence in lines_of(words)]
    lines.sort(key=lambda line: line.start_ms)
    return [replace(line, utterance=n) for n, line in enumerate(lines, 1)]


def is_read(word: Word, readings: Sequence[Reading]) -> bool:
    """Say whether a word lies where the script is read out."""
    middle_s = (word.start_s + word.end_s) / 2
    return any(r.span.start_s < middle_s < r.span.end_s for r in readings)


def listen_through(engines: SpeechEngines, samples: NDArray[np.int16], script: Script | None) -> Heard:
    """Listen to a recording once and follow the script through it."""
    listening = Listening(engines.activity)
    speech = listening.speech
    heard = Heard(speech.hop_s, [], [])
    follower = None
    if script and script.segments and engines.scorer:
        sentences = [s.text for s in script.segments]
        follower = Follower(engines.scorer, sentences, script.language, speech, listening.hearing.between)
    shown: int | None = None
    since_s = 0.0
    for at in range(0, len(samples), STEP):
        listening.microphone.hear(samples[at : at + STEP], at * 1000 // SAMPLE_RATE)
        listening.listen()
        while (len(heard.is_speech) + 1) * speech.hop_s <= speech.until_s + 1e-6:
            middle_s = (len(heard.is_speech) + 0.5) * speech.hop_s
            heard.is_speech.append(speech.seconds(middle_s, middle_s + speech.hop_s) > 0)
        if follower is None:
            continue
        before_s = follower.explained_s
        now = follower.step(min(len(samples), at + STEP) / SAMPLE_RATE)
        if now != shown:
            if shown is not None:
                end_s = before_s if now is None else max(since_s, follower.started_s)
                heard.readings.append(Reading(Span(since_s, end_s), shown))
            shown, since_s = now, follower.started_s
    if shown is not None:
        heard.readings.append(Reading(Span(since_s, len(samples) / SAMPLE_RATE), shown))
    return heard


def believable(heard: Heard, script: Script) -> list[Reading]:
    """Return the readings, without silence at their ends, that last long enough for their text."""
    trimmed = [Reading(heard.trimmed(r.span), r.segment) for r in heard.readings]
    return [
        r for r in trimmed if len(script.segments[r.segment].text) < FASTEST * (r.span.end_s - r.span.start_s)
    ]


def script_line(reading: Reading, script: Script, language: str) -> CaptionLine:
    """Return the line of a segment that is read out."""
    segment = script.segments[reading.segment]
    start_ms, end_ms = round(reading.span.start_s * 1000), round(reading.span.end_s * 1000)
    return CaptionLine(Kind.SCRIPT, segment.id, 0, 0, True, start_ms, end_ms, texts_of(segment, language))


def source_line(words: Sequence[Word], language: str) -> CaptionLine:
    """Return the line of recognised words."""
    text = "".join(w.text for w in words).strip()
    start_ms, end_ms = round(words[0].start_s * 1000), round(words[-1].end_s * 1000)
    return CaptionLine(Kind.SOURCE, None, 0, 0, True, start_ms, end_ms, {language: text})


def lines_of(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Cut recognised words into lines, at ends of sentences, at silences, and where a line gets too long."""
    line: list[Word] = []
    for word in words:
        text = "".join(w.text for w in line)
        is_gap = bool(line) and word.start_s - line[-1].end_s > GAP_S
        if line and (is_gap or ends_sentence(text) or len(text) + len(word.text) > MOST_CHARS):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def uncovered(spans: Sequence[Span], covers: Sequence[Span]) -> list[Span]:
    """Return what of the spans lies under no cover and is long enough to matter."""
    rest = list(spans)
    for cover in covers:
        rest = [piece for span in rest for piece in without(span, cover)]
    return [s for s in joined(rest, JOIN_S) if s.end_s - s.start_s > LEAST_S]


def without(span: Span, cover: Span) -> list[Span]:
    """Return the parts of a span before and behind a cover."""
    start_s, end_s = cover.start_s - MARGIN_S, cover.end_s + MARGIN_S
    if end_s <= span.start_s or start_s >= span.end_s:
        return [span]
    parts = Span(span.start_s, min(span.end_s, start_s)), Span(max(span.start_s, end_s), span.end_s)
    return [p for p in parts if p.end_s > p.start_s]


def joined(spans: Sequence[Span], gap_s: float) -> list[Span]:
    """Join spans, in order, that no more than a gap parts."""
    result: list[Span] = []
    for span in spans:
        if result and span.start_s - result[-1].end_s <= gap_s:
            result[-1] = Span(result[-1].start_s, span.end_s)
        else:
            result.append(span)
    return result
