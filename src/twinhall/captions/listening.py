"""From the frames of one microphone to speech: the first stage."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from twinhall.captions.gate import Gate
from twinhall.captions.hearing import KEPT, Hearing, Microphone
from twinhall.captions.ports import SAMPLE_RATE, VoiceActivity
from twinhall.captions.speech import OFF, Speech

SLACK = SAMPLE_RATE // 5  # frames that come so much early or late still join on
PIECE = SAMPLE_RATE
CONTEXT = 3  # chunks before the gate opens that the detector is told of, to find its feet


class Listening:
    """Keeps what one microphone heard and where it held speech."""

    def __init__(self, activity: VoiceActivity) -> None:
        self.microphone = Microphone()
        self.hearing = Hearing()
        self.speech = Speech(activity.chunk / SAMPLE_RATE)
        self._activity = activity
        self._gate = Gate(self.speech.hop_s)
        self._was_open = False
        self._next = 0  # sample at which the next chunk begins
        self._first = 0  # sample at which what is heard without a gap begins

    def listen(self) -> None:
        """Take in what the microphone heard since the last call. Cost: 1 ms per 32 ms of possible speech."""
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
        self._first = at

    def _append(self, samples: NDArray[np.int16]) -> None:
        for piece in pieces(samples):
            self.hearing.append(piece)
            while self._next + self._activity.chunk <= self.hearing.end:
                self.speech.push(self._probability())
                self._next += self._activity.chunk

    def _probability(self) -> float:
        """Return how probable speech is in the next chunk."""
        size, at = self._activity.chunk, self._next
        chunk = self.hearing.chunk(at, size)
        if self._gate.is_quiet(chunk):
            return 0.0
        before = min(1, at - self._first)
        is_open = self._gate.is_open(self.hearing.chunk(at - before, size + before))
        if is_open and not self._was_open:
            for back in range(min(CONTEXT, (at - self._first) // size), 0, -1):
                self._activity.probability(self.hearing.chunk(at - back * size, size))
        self._was_open = is_open
        if not is_open:
            return 0.0
        probability = self._activity.probability(chunk)
        if probability > OFF:
            self._gate.hear_voice()
        return probability


def pieces(samples: NDArray[np.int16]) -> Iterator[NDArray[np.int16]]:
    """Cut samples into stretches of at most a second."""
    return (samples[i : i + PIECE] for i in range(0, len(samples), PIECE))
