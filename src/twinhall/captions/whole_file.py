"""Captions of a whole recording at their best, for subtitles: nothing is live, so nothing is left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from twinhall.captions.alignment import AlignmentSettings, Reading, ScriptText, Walk, readings_of
from twinhall.captions.doubt import is_figures, is_loop
from twinhall.captions.ports import SpeechEngines, SpokenLanguage, Transcriber, Word
from twinhall.captions.recording import (
    PAUSE_S,
    Recording,
    Span,
    SpeechMap,
    joined,
    listen_through,
    sound,
    uncovered,
)
from twinhall.captions.values import CaptionLine, Kind, Script, texts_of
from twinhall.language.languages import ends_sentence
from twinhall.language.places import ScriptIndex
from twinhall.language.spoken import spoken

JOIN_S = 1.5  # silence that does not part two stretches of speech
LEAST_S = 0.4  # speech that is worth recognising
MARGIN_S = 0.15
LEAD_S = 0.3  # audio around a stretch of speech that is given to the recogniser
LONGEST_S = 240.0  # audio that is recognised at a time
GAP_S = 0.8  # silence that ends a line
MOST_CHARS = 84
SAMPLES, SAMPLE_S, SURE = 3, 15.0, 0.8  # stretches by which a language is told


@dataclass(frozen=True, slots=True)
class Captioned:
    """The lines of a recording in order, and what of the script was read out where.

    other: the language that is spoken if it is not the one named; then there are no lines.
    """

    lines: list[CaptionLine]
    readings: list[Reading]
    speech: SpeechMap
    other: str | None = None


def caption_recording(
    engines: SpeechEngines,
    transcriber: Transcriber | None,
    recording: Recording,
    language: str,
    script: Script | None,
) -> list[CaptionLine]:
    """Return a recording's lines in order: segments where they are read out, recognised speech elsewhere."""
    return captioned(engines, transcriber, recording, language, script).lines


def captioned(
    engines: SpeechEngines,
    transcriber: Transcriber | None,
    recording: Recording,
    language: str,
    script: Script | None,
    ear: SpokenLanguage | None = None,
) -> Captioned:
    """Caption a recording, of which no more than a few minutes are held in memory.

    ear: tells whether it is in the language named, where no script does.
    Cost: about .1 of the recording's length where the script is read out, .5 elsewhere. Raises EngineError.
    """
    speech = listen_through(recording, engines.activity)
    read = read_out(engines, recording, speech, script)
    heard = heard_language(ear, recording, speech) if ear and speech.runs and not read else None
    if heard not in (None, language):
        return Captioned([], [], speech, heard)
    lines = [script_line(r, script, language) for r in read if script]
    for span in off_script(speech, [r.span for r in read]) if transcriber else []:
        words = recognized(transcriber, recording, span, speech) if transcriber else []
        words = [w for w in words if not is_read(w, read)]
        lines += [source_line(sentence, language) for sentence in lines_of(words)]
    lines.sort(key=lambda line: line.start_ms)
    lines = [replace(line, utterance=n) for n, line in enumerate(lines, 1)]
    return Captioned(lines, read, speech)


def heard_language(ear: SpokenLanguage, recording: Recording, speech: SpeechMap) -> str | None:
    """Return the language in which most is said, by three stretches; None if it is not clear. Cost: 2 s."""
    runs = sorted(speech.runs, key=lambda r: -speech.seconds(r.start_s, r.start_s + SAMPLE_S))[:SAMPLES]
    told = [ear.language_of(sound(recording, r.start_s, r.start_s + SAMPLE_S)) for r in runs]
    languages = {tag if probability > SURE else None for tag, probability in told}
    return languages.pop() if len(languages) == 1 else None


def read_out(
    engines: SpeechEngines, recording: Recording, speech: SpeechMap, script: Script | None
) -> list[Reading]:
    """Return which segments are read out from when to when."""
    if script is None or engines.scorer is None or not speech.runs:
        return []
    sentences = [spoken(s.text, script.language) for s in script.segments]
    settings = AlignmentSettings()
    text = ScriptText(engines.scorer, sentences, recording, speech, settings)
    found = readings_of(Walk(text, ScriptIndex(sentences, script.language)), text)
    return [
        r for r in found if len(sentences[r.segment]) * min(1.0, r.share) < settings.fastest * r.span.length_s
    ]


def off_script(speech: SpeechMap, read: Sequence[Span]) -> Iterator[Span]:
    """Yield the stretches of speech in which nothing is read out, with a little around them."""
    rest = [
        s
        for s in joined(uncovered(speech.runs, read, MARGIN_S), JOIN_S)
        if speech.seconds(s.start_s, s.end_s) > LEAST_S
    ]
    edges = sorted([0.0, speech.length_s, *(e for s in read for e in (s.start_s, s.end_s))])
    for span in rest:
        before_s = max((e for e in edges if e <= span.start_s), default=0.0)
        after_s = min((e for e in edges if e >= span.end_s), default=speech.length_s)
        yield Span(max(before_s, span.start_s - LEAD_S), min(after_s, span.end_s + LEAD_S))


def recognized(transcriber: Transcriber, recording: Recording, span: Span, speech: SpeechMap) -> list[Word]:
    """Return the words of a stretch, nothing where there is no speech or the recogniser has lost its way."""
    found: list[Word] = []
    for part in parts(span, speech):
        words = transcriber.transcribe(sound(recording, part.start_s, part.end_s), [(0.0, part.length_s)])
        if is_loop([w.text for w in words]) or is_figures("".join(w.text for w in words)):
            continue
        placed = [Word(w.text, w.start_s + part.start_s, w.end_s + part.start_s) for w in words]
        found += [w for w in placed if speech.seconds(w.start_s - LEAD_S, w.end_s + LEAD_S) > 0]
    return found


def parts(span: Span, speech: SpeechMap) -> Iterator[Span]:
    """Cut a long stretch at its pauses into parts that can be recognised at a time."""
    start_s = span.start_s
    while span.end_s - start_s > LONGEST_S:
        onsets = speech.onsets_between(start_s + LONGEST_S / 2, start_s + LONGEST_S)
        cut_s = onsets[-1] - PAUSE_S / 2 if onsets else start_s + LONGEST_S
        yield Span(start_s, cut_s)
        start_s = cut_s
    yield Span(start_s, span.end_s)


def is_read(word: Word, readings: Sequence[Reading]) -> bool:
    """Say whether a word lies where the script is read out."""
    middle_s = (word.start_s + word.end_s) / 2
    return any(r.span.start_s < middle_s < r.span.end_s for r in readings)


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
