"""Lays a text out in subtitles of at most two lines: the cheapest way to break it."""

from collections.abc import Sequence
from dataclasses import dataclass

from twinhall.captions.subtitles.breaks import TIED, Piece, pieces_of
from twinhall.captions.subtitles.guidelines import LINES, Guideline

A_CUE = 10.0  # a subtitle more is as bad as a break in a bad place
A_LINE = 2.0
CUE_BREAK = 2.0  # a break between subtitles counts so much more than one between lines
UNEVEN = 12.0  # for a line that is all too short, squared share of the missing part
LONE = 8.0  # for a subtitle of less than a quarter of a line

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Best:
    """The cheapest way to lay out the first pieces of a text; lines of the last subtitle are in `lines`."""

    cost: float
    before: int
    lines: Lines


def laid_out(text: str, language: str, rule: Guideline, least: int = 1, label: str = "") -> list[Lines]:
    """Return the lines of each subtitle of a text, at least so many subtitles if it has the pieces for it.

    label: stands before the text of each subtitle. Cost: O(n²) for n words, 1 ms for an ordinary sentence.
    """
    pieces = [part for piece in pieces_of(text, language) for part in fitting(piece, rule, label)]
    if not pieces:
        return []
    whole = rule.width(joined(pieces))
    longest = LINES * rule.line
    for count in range(least, least + 4):
        most = min(longest, whole / count * 1.35) if count > 1 else longest
        found = cheapest(pieces, rule, most, label)
        if len(found) >= least or len(found) == len(pieces):
            return found
    return found


def cheapest(pieces: Sequence[Piece], rule: Guideline, most: float, label: str) -> list[Lines]:
    """Return the subtitles of pieces that cost least, none wider than `most` unless a piece is."""
    best = [Best(0.0, 0, ())]
    for end in range(1, len(pieces) + 1):
        options = []
        for start in range(end - 1, -1, -1):
            part = pieces[start:end]
            if end - start > 1 and rule.width(joined(part)) > most:
                break
            laid = lines_of(part, rule, label)
            if laid is None:
                if end - start > 1:
                    break
                laid = (1000.0, (label + part[0].text,))
            here = (
                best[start].cost
                + laid[0]
                + A_CUE
                + (CUE_BREAK * pieces[end - 1].cost if end < len(pieces) else 0)
            )
            options.append(Best(here, start, laid[1]))
        best.append(min(options, key=lambda o: o.cost))
    found: list[Lines] = []
    at = len(pieces)
    while at:
        found.append(best[at].lines)
        at = best[at].before
    return found[::-1]


def lines_of(part: Sequence[Piece], rule: Guideline, label: str) -> tuple[float, Lines] | None:
    """Return the cheapest lines of one subtitle and their cost, None if it does not fit."""
    whole = label + joined(part)
    width = rule.width(whole)
    if width <= rule.line:
        return (LONE if width < rule.line / 4 else 0.0) + uneven(width, rule), (whole,)
    options = []
    for at in range(1, len(part)):
        upper, lower = label + joined(part[:at]), joined(part[at:])
        a, b = rule.width(upper), rule.width(lower)
        if a <= rule.line and b <= rule.line:
            shape = UNEVEN * (abs(a - b) / (a + b)) ** 2
            options.append((part[at - 1].cost + A_LINE + shape + uneven(max(a, b), rule) / 2, (upper, lower)))
    return min(options) if options else None


def uneven(width: float, rule: Guideline) -> float:
    """Return how bad it is that a subtitle fills little of its line: many short ones tire."""
    return 0.5 * UNEVEN * max(0.0, 0.5 - width / rule.line) ** 2


def fitting(piece: Piece, rule: Guideline, label: str) -> list[Piece]:
    """Return a piece, or its letters in parts that fit a line where it is longer than one."""
    room = rule.line - rule.width(label)
    if rule.width(piece.text) <= room:
        return [piece]
    parts, part = [], ""
    for letter in piece.text:
        if part and rule.width(part + letter) > room:
            parts.append(Piece(part, TIED, ""))
            part = ""
        part += letter
    return [*parts, Piece(part, piece.cost, piece.glue)]


def joined(pieces: Sequence[Piece]) -> str:
    """Return pieces as text."""
    return "".join(p.text + p.glue for p in pieces[:-1]) + pieces[-1].text
