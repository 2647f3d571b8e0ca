"""Keeps steady noise from the voice-activity detector: an open microphone must cost next to nothing."""

from collections import deque

import numpy as np
from numpy.typing import NDArray

QUIET = 33  # peak, -60 dBFS: no voice is looked for below it
ABOVE = 2.0  # energy by the noise's, 3 dB: a voice may begin there
NOISE_S = 3.0  # the least energy within so long is the noise's
HOLD_S = 1.0  # stays open so long behind the last chunk that may be a voice
LEAST_ENERGY = 1.0


class Gate:
    """Open while there may be a voice. Steady noise opens it for a few seconds, until it is known.

    Energy is that of the differences from sample to sample: voices have more of it than fans and hum.
    """

    def __init__(self, hop_s: float) -> None:
        self._energies: deque[float] = deque(maxlen=round(NOISE_S / hop_s))
        self._hold = round(HOLD_S / hop_s)
        self._left = self._hold  # chunks until it closes

    def is_open(self, chunk: NDArray[np.int16]) -> bool:
        """Say whether the detector should hear a chunk (here with the sample before it). Cost: 10 µs."""
        samples = chunk.astype(np.float64)
        energy = max(LEAST_ENERGY, float(np.mean(np.diff(samples) ** 2)))
        self._energies.append(energy)
        is_voice = energy > ABOVE * min(self._energies)
        self._left = self._hold if is_voice else max(0, self._left - 1)
        return self._left > 0

    def is_quiet(self, chunk: NDArray[np.int16]) -> bool:
        """Say whether a chunk is as good as silence, and take note of it."""
        if int(np.abs(chunk.astype(np.int32)).max()) >= QUIET:
            return False
        self._energies.append(LEAST_ENERGY)
        self._left = max(0, self._left - 1)
        return True

    def hear_voice(self) -> None:
        """Take note that the last chunk was a voice."""
        self._left = self._hold
