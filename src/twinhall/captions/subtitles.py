"""Subtitles from caption lines: WebVTT and SRT."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import zip_longest

from twinhall.captions.values import CaptionLine, Kind
from twinhall.language.languages import CLOSING, DEFAULT_LINE_LENGTH, LANGUAGES, SENTENCE_ENDS

LEAST_S = 1.0
MOST_S = 7.0
SPACING_S = 0.08
LINES = 2
NO_LINE_START = SENTENCE_ENDS + CLOSING + "、，,・ー々ぁぃぅぇぉゃゅょっァィゥェォャュョッン"


@dataclass(frozen=True, slots=True)
class CueText:
    """The text of a cue in one language. mark: how it came about, if not as that language's approved text."""

    language: str
    text: str
    mark: str | None


@dataclass(frozen=True, slots=True)
class Cue:
    """What stands on screen for a while."""

    start_s: float
    end_s: float
    texts: tuple[CueText, ...]


def cues(lines: Sequence[CaptionLine], languages: Sequence[str], spoken: str) -> list[Cue]:
    """Return the cues of lines in the languages wanted, or in the spoken one if none is.

    A cue lasts a second at least and never overlaps the next; a long line becomes several, each of two lines.
    """
    wanted = tuple(languages) or (spoken,)
    shown = [line for line in lines if line.final and line.texts.get(spoken)]
    found: list[Cue] = []
    for line, after in zip_longest(shown, shown[1:]):
        limit_s = after.start_ms / 1000 - SPACING_S if after else float("inf")
        start_s = max(line.start_ms / 1000, found[-1].end_s if found else 0.0)
        end_s = min(max(line.end_ms / 1000, start_s + LEAST_S), max(limit_s, start_s + 0.1))
        found += parts(start_s, end_s, texts_for(line, wanted, spoken))
    return found


def texts_for(line: CaptionLine, wanted: Sequence[str], spoken: str) -> list[CueText]:
    """Return a line's texts in the languages wanted; without one there, the spoken text, marked."""
    found: dict[str, CueText] = {}
    for tag in wanted:
        language = tag if tag in line.texts else spoken
        mark = "machine" if line.kind is Kind.MACHINE else None
        if language != tag or line.kind is Kind.SOURCE:
            mark = "source"
        found.setdefault(language, CueText(language, line.texts[language], mark))
    return list(found.values())


def parts(start_s: float, end_s: float, texts: Sequence[CueText]) -> Iterator[Cue]:
    """Yield the cues of one line, each with at most two lines of text a language, time shared by length."""
    pieces = [cut(t.text, LINES * length_of(t.language)) for t in texts]
    count = max(len(p) for p in pieces)
    weights = [sum(len(p[i]) for p in pieces if i < len(p)) for i in range(count)]
    at_s = start_s
    for i, weight in enumerate(weights):
        until_s = at_s + (end_s - start_s) * weight / sum(weights)
        shown = tuple(
            CueText(t.language, p[i], t.mark) for t, p in zip(texts, pieces, strict=True) if i < len(p)
        )
        last_s = min(until_s, at_s + MOST_S) if i == count - 1 else until_s
        yield Cue(at_s, last_s, shown)
        at_s = until_s


def length_of(language: str) -> int:
    """Return how many characters a line holds."""
    return LANGUAGES[language].line_length if language in LANGUAGES else DEFAULT_LINE_LENGTH


def cut(text: str, longest: int) -> list[str]:
    """Cut a text into pieces of like length, none longer than `longest` if it can be helped."""
    text = " ".join(text.split())
    count = -(-len(text) // longest)
    pieces = []
    while count > 1:
        at = break_near(text, len(text) // count)
        pieces.append(text[:at].rstrip())
        text = text[at:].lstrip()
        count -= 1
    return [*pieces, text]


def break_near(text: str, middle: int) -> int:
    """Return the best place for a line break near the middle: behind punctuation, at a blank, or anywhere."""
    reach = range(max(1, middle // 2), min(len(text), middle + middle // 2 + 1))
    rated = [(abs(i - middle) + penalty(text, i), i) for i in reach]
    return min(rated)[1] if rated else middle


def penalty(text: str, at: int) -> float:
    """Return how bad a line break in front of a character is, in characters of distance."""
    if text[at] in NO_LINE_START:
        return 99.0
    before = text[at - 1]
    if re.match(r"[.,;:?!。、？！，]", before):
        return -4.0
    if before == " " or text[at] == " ":
        return 0.0
    return 3.0 if not (before.isascii() or " " in text) else 50.0


def wrapped(text: str, language: str) -> str:
    """Return a text on two lines if it is too long for one."""
    return "\n".join(cut(text, length_of(language)))


def as_vtt(found: Sequence[Cue]) -> str:
    """Return WebVTT; text that is no approved text of its language bears the class `source` or `machine`."""
    blocks = ["WEBVTT"]
    for cue in found:
        lines = []
        for t in cue.texts:
            text = f"<lang {t.language}>{escape(wrapped(t.text, t.language), quote=False)}</lang>"
            lines.append(f"<c.{t.mark}>{text}</c>" if t.mark else text)
        blocks.append(f"{clock(cue.start_s, '.')} --> {clock(cue.end_s, '.')}\n" + "\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def as_srt(found: Sequence[Cue]) -> str:
    """Return SubRip."""
    blocks = []
    for n, cue in enumerate(found, 1):
        text = "\n".join(wrapped(t.text, t.language) for t in cue.texts)
        blocks.append(f"{n}\n{clock(cue.start_s, ',')} --> {clock(cue.end_s, ',')}\n{text}\n")
    return "\n".join(blocks)


def clock(seconds: float, point: str) -> str:
    """Return a time as hh:mm:ss and milliseconds."""
    ms = round(seconds * 1000)
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}{point}{ms % 1000:03}"
