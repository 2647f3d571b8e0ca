"""Plays a recording to a speaker's captions as if it were live."""

from collections.abc import Callable, Iterator
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from twinhall.captions.pipeline import STEP_S, SpeakerCaptions
from twinhall.captions.ports import SAMPLE_RATE
from twinhall.captions.recording import Recording
from twinhall.captions.values import CaptionLine

TAIL_S = 1.6  # time after the end in which the last words come out

Timed = tuple[float, CaptionLine]


class Beside(Protocol):
    """What is done with the lines apart from the steps that bring them: translating."""

    def take(self, t_s: float, line: CaptionLine) -> None:
        """Take in a line that came out."""
        ...

    def until(self, now_s: float) -> Iterator[Timed]:
        """Yield the further lines that came out until a time."""
        ...

    def end(self) -> Iterator[Timed]:
        """Yield the rest."""
        ...


class Nothing:
    """Nothing is done beside."""

    def take(self, t_s: float, line: CaptionLine) -> None:
        """Forget it."""

    def until(self, now_s: float) -> Iterator[Timed]:
        """Yield nothing."""
        yield from ()

    def end(self) -> Iterator[Timed]:
        """Yield nothing."""
        yield from ()


def simulate(
    speaker: SpeakerCaptions, samples: Recording, spent_s: Callable[[], float], beside: Beside | None = None
) -> Iterator[Timed]:
    """Yield each line with the second at which it would have come out live.

    A step begins when its audio has been spoken or the step before it has ended, whichever is later; the
    computing time that `spent_s` says it took passes before its lines come out.
    """
    beside = beside or Nothing()
    clock_s, heard, total_s = 0.0, 0, len(samples) / SAMPLE_RATE
    while clock_s < total_s + TAIL_S:
        spoken = min(len(samples), int(clock_s * SAMPLE_RATE))
        before_s = spent_s()
        lines = hear_and_step(speaker, samples[heard:spoken], heard, clock_s)
        cost_s = spent_s() - before_s
        heard = spoken
        yield from beside.until(clock_s + cost_s)
        for line in lines:
            yield clock_s + cost_s, line
            beside.take(clock_s + cost_s, line)
        clock_s += max(STEP_S, cost_s)
    yield from beside.end()


def play(
    speaker: SpeakerCaptions,
    samples: Recording,
    clock_s: Callable[[], float],
    sleep: Callable[[float], None],
    beside: Beside | None = None,
) -> Iterator[Timed]:
    """Yield each line as it comes out while the recording plays at its own speed."""
    beside = beside or Nothing()
    began_s, heard, total_s, next_s = clock_s(), 0, len(samples) / SAMPLE_RATE, 0.0
    while (now_s := clock_s() - began_s) < total_s + TAIL_S:
        spoken = min(len(samples), int(now_s * SAMPLE_RATE))
        lines = hear_and_step(speaker, samples[heard:spoken], heard, now_s)
        heard = spoken
        yield from beside.until(clock_s() - began_s)
        for line in lines:
            told_s = clock_s() - began_s
            yield told_s, line
            beside.take(told_s, line)
        next_s = max(next_s + STEP_S, clock_s() - began_s)
        sleep(max(0.0, began_s + next_s - clock_s()))
    yield from beside.end()


def hear_and_step(
    speaker: SpeakerCaptions, samples: NDArray[np.int16], first: int, now_s: float
) -> list[CaptionLine]:
    """Let the captions hear the next samples, of which the first has that number, and take a step."""
    if len(samples):
        speaker.hear(samples, round(first * 1000 / SAMPLE_RATE))
    return speaker.step(round(now_s * 1000))
