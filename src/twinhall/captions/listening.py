"""From the frames of one microphone to speech: the first stage."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from twinhall.captions.hearing import KEPT, Hearing, Microphone
from twinhall.captions.ports import SAMPLE_RATE, VoiceActivity
from twinhall.captions.speech import Speech

SLACK = SAMPLE_RATE // 5  # frames that come so much early or late still join on
PIECE = SAMPLE_RATE
QUIET = 33  # peak, -60 dBFS: no voice is looked for below it


class Listening:
    """Keeps what one microphone heard and where it held speech."""

    def __init__(self, activity: VoiceActivity) -> None:
        self.microphone = Microphone()
        self.hearing = Hearing()
        self.speech = Speech(activity.chunk / SAMPLE_RATE)
        self._activity = activity
        self._next = 0  # sample at which the next chunk begins

    def listen(self) -> None:
        """Take in what the microphone heard since the last call. Cost: 1 ms per 32 ms that are not quiet."""
        for at_ms, samples in self.microphone.take():
            at = at_ms * SAMPLE_RATE // 1000
            for piece in pieces(samples):
                self._take(piece, at)
                at += len(piece)

    def _take(self, samples: NDArray[np.int16], at: int) -> None:
        gap = at - self.hearing.end
        if gap < -SLACK:
            samples = samples[-gap:]
        elif gap > KEPT:
            self._jump(at)
        elif gap > SLACK:
            self._append(np.zeros(gap, np.int16))
        self._append(samples)

    def _jump(self, at: int) -> None:
        steps = -(-(at - self._next) // self._activity.chunk)
        self.speech.skip(steps)
        self._next += steps * self._activity.chunk
        self.hearing.restart(at)

    def _append(self, samples: NDArray[np.int16]) -> None:
        for piece in pieces(samples):
            self.hearing.append(piece)
            while self._next + self._activity.chunk <= self.hearing.end:
                chunk = self.hearing.chunk(self._next, self._activity.chunk)
                quiet = int(np.abs(chunk.astype(np.int32)).max()) < QUIET
                self.speech.push(0.0 if quiet else self._activity.probability(chunk))
                self._next += self._activity.chunk


def pieces(samples: NDArray[np.int16]) -> Iterator[NDArray[np.int16]]:
    """Cut samples into stretches of at most a second."""
    return (samples[i : i + PIECE] for i in range(0, len(samples), PIECE))
