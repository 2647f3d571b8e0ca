"""The last half minute of one microphone."""

import threading
from collections import deque

import numpy as np
from numpy.typing import NDArray

from twinhall.captions.ports import SAMPLE_RATE, Samples

KEPT = 30 * SAMPLE_RATE
LATE = 3 * SAMPLE_RATE  # live audio may be lost, never delayed


class Microphone:
    """Takes frames as they come and never waits: what is not read within 3 s is lost, oldest first.

    `hear` may be called from another thread than the rest.
    """

    def __init__(self) -> None:
        self.lost = 0  # samples
        self._inbox: deque[tuple[int, NDArray[np.int16]]] = deque()
        self._lock = threading.Lock()
        self._waiting = 0

    def hear(self, samples: NDArray[np.int16], at_ms: int) -> None:
        """Take int16 mono samples at 16 kHz that begin at a time of the meeting clock."""
        with self._lock:
            self._inbox.append((at_ms, samples))
            self._waiting += len(samples)
            while self._waiting > LATE and len(self._inbox) > 1:
                _, oldest = self._inbox.popleft()
                self._waiting -= len(oldest)
                self.lost += len(oldest)

    def take(self) -> list[tuple[int, NDArray[np.int16]]]:
        """Return the frames that came since the last call, oldest first, with their times in ms."""
        with self._lock:
            frames = list(self._inbox)
            self._inbox.clear()
            self._waiting = 0
        return frames


class Hearing:
    """Half a minute of audio by the meeting clock, for engines that look back."""

    def __init__(self) -> None:
        self._audio = np.zeros(2 * KEPT, np.int16)
        self._length = 0
        self._start = 0  # sample of the meeting clock at _audio[0]

    @property
    def end(self) -> int:
        """Sample of the meeting clock at which the next one goes."""
        return self._start + self._length

    def restart(self, at: int) -> None:
        """Forget everything; the next sample is that one of the meeting clock."""
        self._start, self._length = at, 0

    def append(self, samples: NDArray[np.int16]) -> None:
        """Add at most KEPT samples at the end."""
        if self._length + len(samples) > len(self._audio):
            keep = KEPT - len(samples)
            self._audio[:keep] = self._audio[self._length - keep : self._length]
            self._start += self._length - keep
            self._length = keep
        self._audio[self._length : self._length + len(samples)] = samples
        self._length += len(samples)

    def between(self, start_s: float, end_s: float) -> Samples:
        """Return what was heard between two times of the meeting clock, as far as it is kept."""
        first = max(0, int(start_s * SAMPLE_RATE) - self._start)
        last = min(self._length, int(end_s * SAMPLE_RATE) - self._start)
        return self._audio[first : max(first, last)].astype(np.float32) / np.float32(32768)

    def chunk(self, at: int, length: int) -> NDArray[np.int16]:
        """Return `length` samples from that sample of the meeting clock on; they must be there."""
        first = at - self._start
        return self._audio[first : first + length]
