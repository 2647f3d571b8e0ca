"""How busy the engines are with a meeting."""

from collections import deque

WINDOW_MS = 10_000


class Load:
    """The share of what the engine threads could do in the last ten seconds that was done."""

    def __init__(self, threads: int) -> None:
        self._threads = threads
        self._ended: deque[tuple[int, int]] = deque()  # when a step ended, how long it took; ms

    def add(self, ended_ms: int, took_ms: int) -> None:
        """Take note of a step."""
        self._ended.append((ended_ms, took_ms))
        self._forget(ended_ms)

    def share(self, now_ms: int) -> float:
        """Return the share: at 1 every thread computes without a pause, and steps lengthen."""
        self._forget(now_ms)
        took = sum(took for _, took in self._ended)
        return min(1.0, took / (self._threads * max(1, min(WINDOW_MS, now_ms))))

    def _forget(self, now_ms: int) -> None:
        while self._ended and self._ended[0][0] <= now_ms - WINDOW_MS:
            self._ended.popleft()
