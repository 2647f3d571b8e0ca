"""Checks subtitles against the guidelines: fast speech or a long word may leave no room for them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from twinhall.captions.subtitles.cues import Cue
from twinhall.captions.subtitles.guidelines import GAP_S, LEAST_S, LINES, MOST_S

SLACK = 1e-3


class Rule(StrEnum):
    """What a guideline asks."""

    READING = "read faster than viewers can"
    SHORT = "on screen too shortly"
    LONG = "on screen too long"
    WIDE = "with a line too long"
    LINES = "with too many lines"
    GAP = "too near to the next"


@dataclass(frozen=True, slots=True)
class Violation:
    """A subtitle (numbered from 1) that breaks a rule. Unit of both numbers: the rule's own."""

    rule: Rule
    cue: int
    language: str | None
    measured: float
    limit: float


def violations(found: Sequence[Cue]) -> list[Violation]:
    """Return every rule that a subtitle breaks, in order."""
    result = []
    for n, cue in enumerate(found, 1):
        lasts_s = cue.end_s - cue.start_s
        if lasts_s < LEAST_S - SLACK:
            result.append(Violation(Rule.SHORT, n, None, lasts_s, LEAST_S))
        if lasts_s > MOST_S + SLACK:
            result.append(Violation(Rule.LONG, n, None, lasts_s, MOST_S))
        if n < len(found) and found[n].start_s - cue.end_s < GAP_S - SLACK:
            result.append(Violation(Rule.GAP, n, None, found[n].start_s - cue.end_s, GAP_S))
        for text in cue.texts:
            speed = text.width / lasts_s
            widest = max(text.rule.width(line) for line in text.lines)
            if speed > text.rule.reading + 0.05:
                result.append(Violation(Rule.READING, n, text.language, speed, text.rule.reading))
            if widest > text.rule.line:
                result.append(Violation(Rule.WIDE, n, text.language, widest, text.rule.line))
            if len(text.lines) > LINES:
                result.append(Violation(Rule.LINES, n, text.language, len(text.lines), LINES))
    return result


def summary(found: Sequence[Cue]) -> str:
    """Return in one line how many subtitles there are and how many break which rule."""
    counted = Counter(v.rule for v in violations(found))
    broken = "; ".join(f"{counted[rule]} {rule}" for rule in Rule if counted[rule])
    return f"{len(found)} subtitles" + (f": {broken}" if broken else ", all as the guidelines ask")
