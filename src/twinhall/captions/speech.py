"""Where one speaker speaks and where they pause."""

from collections import deque

ON = 0.5
OFF = 0.3
PAUSE_S = 0.2
KEPT = 4096  # steps: two minutes at 32 ms


class Speech:
    """Speech and pauses of one microphone, from voice-activity probabilities, one per `hop_s` seconds.

    Times are seconds of the speaker's audio clock. Only the last two minutes are known; what is older counts
    as silence.
    """

    def __init__(self, hop_s: float, pause_s: float = PAUSE_S) -> None:
        self.hop_s = hop_s
        self.onset_s: float | None = None  # start of the latest speech after a pause
        self._pause = round(pause_s / hop_s)
        self._sums: deque[int] = deque([0], maxlen=KEPT + 1)  # speech steps so far, before each step
        self._first = 0  # step that the oldest sum stands before
        self._silent = self._pause
        self._speaking = False

    @property
    def until_s(self) -> float:
        """End of what is known."""
        return (self._first + len(self._sums) - 1) * self.hop_s

    def push(self, probability: float) -> None:
        """Take the next step."""
        self._speaking = probability > (OFF if self._speaking else ON)
        if self._speaking:
            if self._silent >= self._pause:
                self.onset_s = self.until_s
            self._silent = 0
        else:
            self._silent += 1
        if len(self._sums) == self._sums.maxlen:
            self._first += 1
        self._sums.append(self._sums[-1] + self._speaking)

    def skip(self, steps: int) -> None:
        """Take so many steps of silence, at the cost of at most KEPT."""
        for _ in range(min(steps, KEPT)):
            self.push(0.0)
        self._first += max(0, steps - KEPT)

    def seconds(self, start_s: float, end_s: float) -> float:
        """Return how much speech lies between two times."""
        return max(0, self._sum(end_s) - self._sum(start_s)) * self.hop_s

    @property
    def ended_s(self) -> float:
        """End of the latest speech."""
        return self.until_s - self._silent * self.hop_s

    def _sum(self, at_s: float) -> int:
        step = int(max(0.0, at_s) / self.hop_s) - self._first
        return self._sums[min(max(step, 0), len(self._sums) - 1)]
