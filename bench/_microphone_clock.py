"""Where in its file a fake microphone was, at any moment of the machine's clock.

Chromium plays a microphone's WAV file round and round from the moment the page opened it. The page notes the
level of what its microphone heard, chunk by chunk with the time; here these levels are laid against the
levels of the file. The clock is the one of both pages and this process: all run on one machine.
"""

import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

STEP_MS = 10
LATENESS = 0.05  # a chunk is seen late, never early: the earliest twentieth tells the true times
WINDOW = 3000  # chunks whose lateness is judged together, 30 s

Levels = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Round:
    """One playing of the whole file. Times in ms since 1970."""

    began_ms: float
    likeness: float  # correlation of what was heard with the file, 1 is the same


def rounds(heard: list[tuple[float, float]], wav: Path) -> list[Round]:
    """Return every whole round in what was heard: [(ms since 1970 at the chunk's end, level), …]."""
    file = _log(_levels(wav))
    levels, began_ms = _log(np.array([level for _, level in heard])), _chunk_starts(heard)
    found: list[Round] = []
    at = _best(levels[: 2 * len(file)], file)
    while at + len(file) <= len(levels):
        near = max(0, at - 50)
        at = near + _best(levels[near : at + len(file) + 50], file)
        likeness = _likeness(levels[at : at + len(file)], file)
        found.append(Round(float(began_ms[at]), likeness))
        at += len(file)
    return found


def _chunk_starts(heard: list[tuple[float, float]]) -> Levels:
    """When each chunk began, freed of the moments at which the page was busy."""
    ends = np.array([at for at, _ in heard])
    number = np.arange(len(ends)) * STEP_MS
    late = ends - number
    true = np.array(
        [
            np.quantile(late[max(0, n - WINDOW // 2) : n + WINDOW // 2], LATENESS)
            for n in range(0, len(late), 100)
        ]
    )
    return np.interp(np.arange(len(ends)), np.arange(0, len(late), 100), true) + number - STEP_MS


def _best(levels: Levels, file: Levels) -> int:
    """The place in `levels` from which on it is most like the file; shorter than the file: 0."""
    places = len(levels) - len(file)
    if places <= 0:
        return 0
    size = 1 << (len(levels) + len(file)).bit_length()
    spectrum = np.fft.rfft(levels - levels.mean(), size) * np.conj(np.fft.rfft(file - file.mean(), size))
    return int(np.argmax(np.fft.irfft(spectrum, size)[: places + 1]))


def _likeness(levels: Levels, file: Levels) -> float:
    return round(float(np.corrcoef(levels, file)[0, 1]), 3)


def _log(levels: Levels) -> Levels:
    """Loudness as an ear has it: the browser turns quiet voices up, and this forgives it."""
    loud: Levels = np.log10(np.maximum(levels, 1e-4))
    return loud


def _levels(wav: Path) -> Levels:
    with wave.open(str(wav)) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float64) / 32768
        step = file.getframerate() * STEP_MS // 1000
    whole = samples[: len(samples) // step * step].reshape(-1, step)
    levels: Levels = np.sqrt((whole**2).mean(axis=1))
    return levels
