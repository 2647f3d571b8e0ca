"""Subtitles in another language: the times stay, the words are laid out anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from twinhall.captions.subtitles.breaks import Piece, pieces_of
from twinhall.captions.subtitles.files import clock
from twinhall.captions.subtitles.guidelines import GAP_S, Guideline, guideline
from twinhall.captions.subtitles.layout import CUE_BREAK, joined, laid_out
from twinhall.captions.subtitles.reading import Said, TimedCue, TimedText
from twinhall.captions.subtitles.words import MACHINE, ORIGINAL, label, note

UNEVEN = 200.0  # how bad it is, squared, that a subtitle has another share of the words than of the original
CLOSING_S = 4.0  # how long SubRip says at its end where the words come from


@dataclass(frozen=True, slots=True)
class Retold:
    """A sentence in the language wanted. origin: MACHINE; ORIGINAL where it stands as it was; or ""."""

    text: str
    language: str
    origin: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The lines of one subtitle."""

    lines: tuple[str, ...]
    language: str
    origin: str


def retold(
    timed: TimedText, said: Sequence[Said], told: Sequence[Retold], spoken: str, target: str
) -> list[Shown]:
    """Return what each subtitle of a file says, sentence by sentence spread over the subtitles it had.

    A subtitle is broken as guidelines ask; one whose words need more room than two lines has more lines.
    """
    shown: dict[int, Shown] = {}
    for sentence, words in zip(said, told, strict=True):
        weights = [max(1, len(timed.cues[n].text)) for n in sentence.cues]
        rule = guideline(words.language, spoken)
        sign = label(words.origin, target) if words.origin else ""
        for n, part in zip(sentence.cues, spread(words.text, words.language, weights, rule), strict=True):
            lines = tuple(line for cue in laid_out(part, words.language, rule, 1, sign) for line in cue)
            shown[n] = Shown(_label_once(lines, sign), words.language, words.origin)
    return [shown[n] for n in range(len(timed.cues))]


def spread(text: str, language: str, weights: Sequence[int], rule: Guideline) -> list[str]:
    """Return a text in as many parts as there are weights, cut where it reads well and as they share it.

    A text of fewer words than parts stands longer: its last part is said again.
    """
    pieces = pieces_of(text, language)
    count = min(len(weights), len(pieces))
    if count < 2:
        return [text] * len(weights)
    sums = [0.0]
    for piece in pieces:
        sums.append(sums[-1] + rule.width(piece.text + piece.glue))
    whole = sum(weights)
    ends = [0]
    for part in range(1, count):
        wanted = sums[-1] * sum(weights[:part]) / whole
        places = range(ends[-1] + 1, len(pieces) - (count - part) + 1)
        ends.append(min(places, key=lambda at: _cost(pieces, sums, at, wanted)))
    ends.append(len(pieces))
    parts = [joined(pieces[a:b]) for a, b in pairwise(ends)]
    return parts + parts[-1:] * (len(weights) - len(parts))


def as_retold_vtt(timed: TimedText, shown: Sequence[Shown], target: str, statement: str) -> str:
    """Return WebVTT: what stood at its head, then a NOTE on where the words come from, then the subtitles."""
    head = list(timed.head) if timed.webvtt else ["WEBVTT"]
    origins = dict.fromkeys(s.origin for s in shown if s.origin)
    told = [statement] * bool(statement) + [note(origin, target, "") for origin in origins]
    blocks = [head[0], *(["NOTE\n" + "\n".join(told)] if told else []), *head[1:]]
    for cue, said in zip(timed.cues, shown, strict=True):
        marked = f"<lang {said.language}>{escape(chr(10).join(said.lines), quote=False)}</lang>"
        if said.origin:
            marked = f"<c.{'machine' if said.origin == MACHINE else 'source'}>{marked}</c>"
        name = f"{cue.name}\n" if timed.webvtt and cue.name else ""
        settings = f" {cue.settings}" if timed.webvtt and cue.settings else ""
        blocks.append(f"{name}{_times(cue, '.')}{settings}\n{marked}")
    return "\n\n".join(blocks) + "\n"


def as_retold_srt(timed: TimedText, shown: Sequence[Shown], target: str, statement: str) -> str:
    """Return SubRip. It has no notes: labels stand in the subtitles, and the last one says who translated."""
    texts = ["\n".join(s.lines) for s in shown]
    times = [_times(cue, ",") for cue in timed.cues]
    if statement and timed.cues:
        start_s = max(cue.end_ms for cue in timed.cues) / 1000 + GAP_S
        times.append(f"{clock(start_s, ',')} --> {clock(start_s + CLOSING_S, ',')}")
        laid = laid_out(statement, target, guideline(target, target))
        texts.append("\n".join(line for cue in laid for line in cue))
    blocks = (f"{n}\n{time}\n{text}\n" for n, (time, text) in enumerate(zip(times, texts, strict=True), 1))
    return "\n".join(blocks)


def origin_of(*, machine: bool, untranslated: bool) -> str:
    """Return whose words a sentence is in."""
    return ORIGINAL if untranslated else MACHINE if machine else ""


def _cost(pieces: Sequence[Piece], sums: Sequence[float], at: int, wanted: float) -> float:
    return CUE_BREAK * pieces[at - 1].cost + UNEVEN * ((sums[at] - wanted) / sums[-1]) ** 2


def _label_once(lines: tuple[str, ...], sign: str) -> tuple[str, ...]:
    """Return lines of which the first alone bears the label: text too long for one subtitle stays in one."""
    return lines[:1] + tuple(line.removeprefix(sign) for line in lines[1:])


def _times(cue: TimedCue, point: str) -> str:
    return f"{clock(cue.start_ms / 1000, point)} --> {clock(cue.end_ms / 1000, point)}"
