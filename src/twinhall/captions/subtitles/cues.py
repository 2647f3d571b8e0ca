"""From caption lines to subtitles: what stands on screen from when to when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from twinhall.captions.subtitles.guidelines import (
    CHAINED_S,
    GAP_S,
    LEAST_S,
    MOST_S,
    OVERTIME_S,
    Guideline,
    guideline,
)
from twinhall.captions.subtitles.layout import Lines, laid_out
from twinhall.captions.subtitles.words import MACHINE, ORIGINAL, RECOGNISED, label
from twinhall.captions.values import CaptionLine, Kind

SHORTEST_S = 0.1  # what is left to a subtitle that another one follows at once
SOURCE = "source"


@dataclass(frozen=True, slots=True)
class CueText:
    """The lines of a subtitle in one language, its label included.

    mark: `source` or `machine`, if this is no approved text of the language that was wanted; origin: why.
    """

    language: str
    lines: Lines
    mark: str | None
    origin: str | None
    rule: Guideline

    @property
    def text(self) -> str:
        """The text without its line break."""
        return ("" if self.language == "ja" else " ").join(self.lines)

    @property
    def width(self) -> float:
        """How many characters it counts for."""
        return sum(self.rule.width(line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Cue:
    """What stands on screen for a while. said_s: when the speech ends that it shows."""

    start_s: float
    end_s: float
    texts: tuple[CueText, ...]
    said_s: float

    @property
    def needs_s(self) -> float:
        """How long it takes to read it, and the least that it may be seen."""
        return max(LEAST_S, *(t.width / t.rule.reading for t in self.texts))


@dataclass(frozen=True, slots=True)
class Told:
    """A text in one language, before it is laid out."""

    language: str
    text: str
    mark: str | None
    origin: str | None
    label: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or several short ones, that is said in a stretch."""

    start_s: float
    end_s: float
    told: tuple[Told, ...]


def cues(lines: Sequence[CaptionLine], languages: Sequence[str], spoken: str) -> list[Cue]:
    """Return the subtitles of lines in the languages wanted, or in the spoken one if none is.

    Guidelines are kept where speech leaves room: `violations` tells where it does not.
    """
    wanted = tuple(dict.fromkeys(languages)) or (spoken,)
    shown = [line for line in lines if line.final and line.texts.get(spoken)]
    units = [Unit(line.start_ms / 1000, line.end_ms / 1000, told(line, wanted, spoken)) for line in shown]
    found = [cue for unit in merged(in_turn(units), spoken) for cue in split(unit, spoken)]
    return [stretched(cue, after) for cue, after in zip(found, [*found[1:], None], strict=False)]


def told(line: CaptionLine, wanted: Sequence[str], spoken: str) -> tuple[Told, ...]:
    """Return a line's texts in the languages wanted; without one there, the spoken text, labelled."""
    found: dict[str, Told] = {}
    for tag in wanted:
        language = tag if tag in line.texts else spoken
        origin = mark = None
        if line.kind is Kind.SOURCE or (line.kind is Kind.MACHINE and language == spoken):
            origin, mark = RECOGNISED, SOURCE
        elif language != tag:
            origin, mark = ORIGINAL, SOURCE
        elif line.kind is Kind.MACHINE:
            origin, mark = MACHINE, MACHINE
        sign = label(origin, wanted[0]) if origin else ""
        found.setdefault(language, Told(language, line.texts[language], mark, origin, sign))
    return tuple(found.values())


def in_turn(units: Sequence[Unit]) -> list[Unit]:
    """Return units of which none begins before the one before it has stood for a moment."""
    result: list[Unit] = []
    for unit in units:
        start_s = max(unit.start_s, result[-1].start_s + 2 * SHORTEST_S + GAP_S) if result else unit.start_s
        result.append(replace(unit, start_s=start_s, end_s=max(unit.end_s, start_s + SHORTEST_S)))
    return result


def merged(units: Sequence[Unit], spoken: str) -> list[Unit]:
    """Put a unit that is too short to be read with its neighbour, if both fit one subtitle."""
    result: list[Unit] = []
    for n, unit in enumerate(units):
        after = units[n + 1] if n + 1 < len(units) else None
        last = result[-1] if result else None
        if (
            last
            and (is_short(last, unit) or is_short(unit, after))
            and (both := together(last, unit, spoken))
        ):
            result[-1] = both
        else:
            result.append(unit)
    return result


def is_short(unit: Unit, after: Unit | None) -> bool:
    """Say whether a unit cannot stand as long as it must."""
    room_s = after.start_s - GAP_S - unit.start_s if after else OVERTIME_S + unit.end_s - unit.start_s
    return room_s < LEAST_S


def together(first: Unit, second: Unit, spoken: str) -> Unit | None:
    """Return two units as one, None if they do not belong or fit together."""
    if second.start_s - first.end_s > CHAINED_S or second.end_s - first.start_s > MOST_S:
        return None
    if [(t.language, t.origin) for t in first.told] != [(t.language, t.origin) for t in second.told]:
        return None
    pairs = zip(first.told, second.told, strict=True)
    both = tuple(replace(a, text=a.text + ("" if a.language == "ja" else " ") + b.text) for a, b in pairs)
    if any(len(laid_out(t.text, t.language, guideline(t.language, spoken), 1, t.label)) > 1 for t in both):
        return None
    return Unit(first.start_s, second.end_s, both)


def split(unit: Unit, spoken: str) -> list[Cue]:
    """Return the subtitles of a unit; its time is shared among them by the length of their text."""
    least = ceil((unit.end_s - unit.start_s) / MOST_S - 1e-6)
    rules = [guideline(t.language, spoken) for t in unit.told]
    for _ in range(2):
        laid = [
            laid_out(t.text, t.language, rule, least, t.label)
            for t, rule in zip(unit.told, rules, strict=True)
        ]
        least = max(map(len, laid))
    texts = [
        tuple(
            CueText(t.language, rows[min(n, len(rows) - 1)], t.mark, t.origin, rule)
            for t, rows, rule in zip(unit.told, laid, rules, strict=True)
        )
        for n in range(least)
    ]
    weights = [sum(t.width for t in row) for row in texts]
    edges = [unit.start_s]
    for weight in weights:
        edges.append(edges[-1] + (unit.end_s - unit.start_s) * weight / sum(weights))
    return [Cue(edges[n], edges[n + 1], row, edges[n + 1]) for n, row in enumerate(texts)]


def stretched(cue: Cue, after: Cue | None) -> Cue:
    """Return a subtitle that stands as long as it must to be read, as far as what follows leaves room."""
    limit_s = after.start_s - GAP_S if after else float("inf")
    longest_s = max(cue.said_s + OVERTIME_S, cue.start_s + LEAST_S)
    end_s = max(cue.end_s, min(cue.start_s + cue.needs_s, longest_s))
    if limit_s - end_s < CHAINED_S - GAP_S:
        end_s = limit_s
    end_s = min(end_s, cue.start_s + MOST_S)
    return replace(cue, end_s=max(end_s, cue.start_s + SHORTEST_S))
