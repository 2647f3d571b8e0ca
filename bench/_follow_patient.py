"""The patient scorer: what a listener sees who forgives 1.2 s. The captions' targets are counted by it."""

import math
from dataclasses import dataclass
from typing import Any

from _follow_case import Spoken, off_script
from _follow_screen import Screen
from _follow_tally import Share, Tally, missed, seconds_at

EARLY_S, LATE_S = 1.0, 3.0  # a sentence counts from so long before it begins until so long after it ends
GRACE_S = 1.2  # for so long after it was said, a sentence may be on screen
LEAVE_S = 1.5  # for so long after the script was left, it may be on screen
TICKS = 10  # a second: so often the screen is judged


@dataclass(frozen=True, slots=True)
class Patient(Tally):
    """lags: first voice of each sentence → it is on screen, infinite if it never is.

    right: of all time, how much something just said is on screen, or nothing while off script.
    false_lock: of the time off script, how much the script is on screen.
    noticed: each leaving of the script → no script on screen.
    """

    lags: tuple[float, ...]
    right: Share
    false_lock: Share
    noticed: tuple[float, ...]

    def figures(self) -> dict[str, Any]:
        """Return the figures as they are reported."""
        return {
            "sentences": len(self.lags),
            "missed": missed(self.lags),
            "lag_p50_s": seconds_at(self.lags, 0.5),
            "lag_p95_s": seconds_at(self.lags, 0.95),
            "right": self.right.figure(),
            "false_lock": self.false_lock.figure(),
            "left": len(self.noticed),
            "noticed_p50_s": seconds_at(self.noticed, 0.5),
            "noticed_p95_s": seconds_at(self.noticed, 0.95),
        }


def patient(spoken: tuple[Spoken, ...], screen: Screen) -> Patient:
    """Count one run."""
    lags = tuple(lag_s(one, screen) for one in spoken if one.segment is not None)
    off = off_script(spoken)
    ticks = [
        screen.at(start_s + LEAVE_S + k / TICKS) is not None
        for start_s, end_s in off
        for k in range(math.ceil(round((end_s - start_s - LEAVE_S) * TICKS, 6)))
    ]
    noticed = tuple(noticed_s(start_s, end_s, screen) for start_s, end_s in off)
    return Patient(lags, right(spoken, screen), Share(sum(ticks), len(ticks)), noticed)


def lag_s(one: Spoken, screen: Screen) -> float:
    """Return how long after its first voice a sentence is on screen; below zero if it was early."""
    earliest_s = one.start_s - EARLY_S
    for shown in screen:
        if shown.segment == one.segment and shown.end_s > earliest_s and shown.start_s < one.end_s + LATE_S:
            return max(shown.start_s, earliest_s) - one.start_s
    return math.inf


def right(spoken: tuple[Spoken, ...], screen: Screen) -> Share:
    """Count the moments at which the screen is right, from 1.2 s after the first voice to the last one."""
    first = int(spoken[0].start_s * TICKS) + round(GRACE_S * TICKS)
    ticks = range(first, int(spoken[-1].end_s * TICKS))
    hits = sum(screen.at(tick / TICKS) in just_said(spoken, tick / TICKS) for tick in ticks)
    return Share(hits, len(ticks))


def just_said(spoken: tuple[Spoken, ...], at_s: float) -> set[str | None]:
    """Return what may be on screen: what was said last, and what ended or was followed within the grace."""
    begun = [one for one in spoken if one.start_s <= at_s]
    allowed = {begun[-1].segment} | {one.segment for one in begun if one.end_s >= at_s - GRACE_S}
    if begun[-1].start_s >= at_s - GRACE_S:
        allowed |= {one.segment for one in begun[-2:]}
    return allowed


def noticed_s(start_s: float, end_s: float, screen: Screen) -> float:
    """Return how long after the script was left no script is on screen."""
    for k in range(int((end_s - start_s) * TICKS) + round(LATE_S * TICKS)):
        if screen.at(start_s + k / TICKS) is None:
            return k / TICKS
    return math.inf
