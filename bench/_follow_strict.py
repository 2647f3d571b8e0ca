"""The strict scorer: a sentence must be on screen before the next one is well begun."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from _follow_case import Spoken
from _follow_screen import Screen
from _follow_tally import Share, Tally, missed, seconds_at

LATE_S = 0.3  # a sentence counts until so long after the next one begins
LAST_S = 1.5  # ... and the last one until so long after its end
ENDING_S = 0.35  # the screen is judged until so long after a sentence's end
GRACE_S = (0.0, 0.25, 0.5, 0.75, 1.0)  # what was being said at one of these moments ago is right
TICK_S = 0.05
FINE_S = 0.02
LONG_S = 2.0  # leavings that last so long are also told apart
FLASH_S = 1.5
EARLY_S = 0.3


@dataclass(frozen=True, slots=True)
class Strict(Tally):
    """lags, right, false_lock and noticed as in the patient scorer, by stricter limits.

    noticed_long: of leavings that last 2 s. relock: lag of sentences behind an ad-lib, a skip or a jump.
    flashes: sentences shown for less than 1.5 s that were not being said, of minutes.
    """

    lags: tuple[float, ...]
    right: Share
    false_lock: Share
    noticed: tuple[float, ...]
    noticed_long: tuple[float, ...]
    relock: tuple[float, ...]
    flashes: Share

    def figures(self) -> dict[str, Any]:
        """Return the figures as they are reported."""
        return {
            "missed": missed(self.lags),
            "lag_p50_s": seconds_at(self.lags, 0.5),
            "lag_p95_s": seconds_at(self.lags, 0.95),
            "right": self.right.figure(),
            "false_lock": self.false_lock.figure(),
            "noticed_p50_s": seconds_at(self.noticed, 0.5),
            "noticed_p95_s": seconds_at(self.noticed, 0.95),
            "noticed_long_p95_s": seconds_at(self.noticed_long, 0.95),
            "relocks": len(self.relock),
            "relock_p50_s": seconds_at(self.relock, 0.5),
            "relock_p95_s": seconds_at(self.relock, 0.95),
            "flashes_a_minute": self.flashes.figure(2),
        }


def strict(spoken: tuple[Spoken, ...], screen: Screen) -> Strict:
    """Count one run."""
    lags = [lag_s(spoken, k, screen) for k, one in enumerate(spoken) if one.segment is not None]
    again = [lag_s(spoken, k, screen) for k in range(1, len(spoken)) if is_elsewhere(spoken, k)]
    off = leavings(spoken)
    noticed = [(end_s - start_s, noticed_s(start_s, end_s, screen)) for start_s, end_s in off]
    right, false_lock = judged(spoken, screen)
    return Strict(
        tuple(lags),
        right,
        false_lock,
        tuple(after_s for _, after_s in noticed),
        tuple(after_s for length_s, after_s in noticed if length_s >= LONG_S),
        tuple(again),
        Share(flashes(spoken, screen), spoken[-1].end_s / 60),
    )


def next_start_s(spoken: tuple[Spoken, ...], k: int) -> float:
    """Return when the sentence behind this one begins."""
    return spoken[k + 1].start_s if k + 1 < len(spoken) else spoken[k].end_s + LAST_S


def lag_s(spoken: tuple[Spoken, ...], k: int, screen: Screen) -> float:
    """Return how long after its first voice a sentence is on screen, 0 if it is there already."""
    one = spoken[k]
    if screen.at(one.start_s) == one.segment:
        return 0.0
    until_s = next_start_s(spoken, k) + LATE_S
    hits = (s.start_s for s in screen if s.segment == one.segment and one.start_s <= s.start_s < until_s)
    return next(hits, math.inf) - one.start_s


def is_elsewhere(spoken: tuple[Spoken, ...], k: int) -> bool:
    """Say whether a sentence does not follow the one before it in the script."""
    before, here = spoken[k - 1].segment, spoken[k].segment
    return here is not None and (before is None or int(here) != int(before) + 1)


def leavings(spoken: tuple[Spoken, ...]) -> list[tuple[float, float]]:
    """Return the stretches off script, each until the script is read again: (start, end)."""
    found, start_s = [], None
    for one in spoken:
        if one.segment is None and start_s is None:
            start_s = one.start_s
        elif one.segment is not None and start_s is not None:
            found.append((start_s, one.start_s))
            start_s = None
    return found if start_s is None else [*found, (start_s, spoken[-1].end_s)]


def noticed_s(start_s: float, end_s: float, screen: Screen) -> float:
    """Return how long after the script was left no script is on screen."""
    moments = np.arange(start_s, end_s + LATE_S, FINE_S)
    return next((float(at_s) - start_s for at_s in moments if screen.at(at_s) is None), math.inf)


def judged(spoken: tuple[Spoken, ...], screen: Screen) -> tuple[Share, Share]:
    """Return of the time of speech how much is right, and of the time well off script how much is not."""
    hits = ticks = locked = off = 0
    for k, one in enumerate(spoken):
        for at_s in np.arange(one.start_s, min(one.end_s + ENDING_S, next_start_s(spoken, k)), TICK_S):
            said = {said_at(spoken, at_s - ago_s) for ago_s in GRACE_S}
            ticks += 1
            hits += screen.at(at_s) in said
            if said == {None}:
                off += 1
                locked += screen.at(at_s) is not None
    return Share(hits, ticks), Share(locked, off)


def said_at(spoken: tuple[Spoken, ...], at_s: float) -> str | None:
    """Return the segment of the sentence that began last, None before the first."""
    return next((one.segment for one in reversed(spoken) if one.start_s <= at_s), None)


def flashes(spoken: tuple[Spoken, ...], screen: Screen) -> int:
    """Count short appearances of sentences that were not being said around that time."""
    count = 0
    for shown in screen:
        if shown.segment is not None and shown.end_s - shown.start_s < FLASH_S:
            from_s, until_s = shown.start_s - FLASH_S, shown.end_s + EARLY_S
            near = {one.segment for one in spoken if one.start_s <= until_s and one.end_s >= from_s}
            count += shown.segment not in near
    return count
