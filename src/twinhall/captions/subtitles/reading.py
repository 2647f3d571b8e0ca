"""Reads subtitles from SubRip and WebVTT, as people and programs write them."""

import html
import re
from dataclasses import dataclass

from twinhall.captions.subtitles.words import LABELS, MACHINE
from twinhall.language.endings import mark_by_form
from twinhall.language.languages import ends_sentence

CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
TIMES = re.compile(rf"^\s*{CLOCK}\s*-->\s*{CLOCK}(.*)$")
SUBRIP_STARTS = re.compile(rf"\A\s*(?:\d+\s*\n)?\s*{CLOCK}\s*-->")
MACHINE_LABELS = tuple(told[MACHINE] for told in LABELS.values())
OUR_LABELS = re.compile(
    "^(?:" + "|".join(re.escape(w) for told in LABELS.values() for w in told.values()) + r")\s*"
)
LANGUAGE_SPAN = re.compile(r"<lang\s+([A-Za-z-]+)\s*>(.*?)(?:</lang>|\Z)", re.DOTALL)
TAGS = re.compile(r"</?[a-zA-Z][^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}")
HEADS = ("WEBVTT", "STYLE", "REGION", "NOTE")
PAUSE_MS = 1500  # what is said behind such a pause is another sentence
MOST_CUES = 6  # in a sentence: a text without punctuation has sentences too


@dataclass(frozen=True, slots=True)
class TimedCue:
    """A subtitle of a file. text: without mark-up, its lines kept. line: where its time stands, from 1.

    settings: where WebVTT puts it on screen. others: the same in other languages, if the mark-up says so.
    """

    start_ms: int
    end_ms: int
    text: str
    line: int
    name: str = ""
    settings: str = ""
    others: "tuple[Other, ...]" = ()


@dataclass(frozen=True, slots=True)
class Other:
    """What a subtitle says in another language. machine: True where it bears our label for that."""

    language: str
    text: str
    machine: bool


@dataclass(frozen=True, slots=True)
class TimedText:
    """A file of subtitles. head: blocks before the first one. rejected: lines of blocks without a time."""

    webvtt: bool
    head: tuple[str, ...]
    cues: tuple[TimedCue, ...]
    rejected: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, or what of it stands together, and the subtitles (by index) over which it goes."""

    text: str
    cues: tuple[int, ...]


def is_timed_text(text: str) -> bool:
    """Say whether a text is SubRip or WebVTT."""
    return (
        text.lstrip("\ufeff").startswith("WEBVTT") or SUBRIP_STARTS.match(text.lstrip("\ufeff")) is not None
    )


def read_timed_text(text: str, language: str = "") -> TimedText:
    """Return the subtitles of a file. language: which of several in one subtitle is meant."""
    text = text.lstrip("\ufeff")
    webvtt = text.startswith("WEBVTT")
    head: list[str] = []
    cues: list[TimedCue] = []
    rejected: list[int] = []
    for first, block in _blocks(text):
        at = next((n for n, line in enumerate(block[:2]) if "-->" in line), None)
        if at is None:
            known = webvtt and block[0].split(":")[0].split(" ")[0].strip() in HEADS
            if known and not cues:
                head.append("\n".join(block))
            elif not known and any(line.strip() for line in block):
                rejected.append(first)
            continue
        cue = _cue(block, at, first, language)
        if cue is None:
            rejected.append(first + at)
        else:
            cues.append(cue)
    return TimedText(webvtt, tuple(head), tuple(cues), tuple(rejected))


def sentences_said(cues: tuple[TimedCue, ...], language: str) -> list[Said]:
    """Join subtitles to the sentences that go on over them; every subtitle is in exactly one."""
    found: list[Said] = []
    open_: list[int] = []
    for n, cue in enumerate(cues):
        open_.append(n)
        after = cues[n + 1] if n + 1 < len(cues) else None
        pause = after is None or after.start_ms - cue.end_ms >= PAUSE_MS
        over = ends_sentence(cue.text) or mark_by_form(cue.text, language) is not None
        if over or pause or len(open_) == MOST_CUES:
            found.append(Said(joined([cues[i].text for i in open_], language), tuple(open_)))
            open_ = []
    return found


def joined(texts: list[str], language: str) -> str:
    """Return the lines of subtitles as one line of text."""
    blank = "" if language == "ja" else " "
    return blank.join(line.strip() for text in texts for line in text.split("\n") if line.strip())


def _blocks(text: str) -> list[tuple[int, list[str]]]:
    """Return what stands between empty lines, with the number of its first line."""
    blocks: list[tuple[int, list[str]]] = []
    fresh = True
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            fresh = True
        elif fresh:
            blocks.append((number, [line]))
            fresh = False
        else:
            blocks[-1][1].append(line)
    return blocks


def _cue(block: list[str], at: int, first: int, language: str) -> TimedCue | None:
    found = TIMES.match(block[at])
    if found is None:
        return None
    start_ms, end_ms = _ms(found.groups()[:4]), _ms(found.groups()[4:8])
    if end_ms <= start_ms:
        return None
    text, others = _plain("\n".join(block[at + 1 :]), language)
    name = block[0].strip() if at else ""
    return TimedCue(start_ms, end_ms, text, first + at, name, found[9].strip(), others)


def _ms(told: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, fraction = (part or "0" for part in told)
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(fraction.ljust(3, "0"))


def _plain(marked: str, language: str) -> tuple[str, tuple[Other, ...]]:
    """Return a text without mark-up and without our own labels, and what it says in other languages."""
    spans = {tag.split("-")[0].lower(): inner for tag, inner in LANGUAGE_SPAN.findall(marked)}
    if len(spans) > 1 and language in spans:
        others = tuple(
            Other(tag, _bare(inner), inner.startswith(MACHINE_LABELS))
            for tag, inner in spans.items()
            if tag != language
        )
        return _bare(spans[language]), others
    return _bare(marked), ()


def _bare(marked: str) -> str:
    text = html.unescape(TAGS.sub("", marked)).replace("\u200e", "").replace("\u200f", "")
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return OUR_LABELS.sub("", "\n".join(line for line in lines if line))
