"""Whose turn it is at the engines: the order in which the speakers of a meeting are computed for."""

from collections import deque
from collections.abc import Container
from dataclasses import dataclass, field

from twinhall.captions.pipeline import STEP_S

STEP_MS = round(STEP_S * 1000)  # from one step of a speaker to their next
PATIENCE_MS = 40  # what a first speaker's step may begin late because of another's
LONGEST_MS = 2000  # nobody is kept waiting longer: a microphone drops what is not read within three seconds
REMEMBERED = 4  # steps of a speaker from which the cost of the next is expected
SOONEST_MS, LATEST_MS = 5, 50  # between two looks for a turn


@dataclass(slots=True)
class Place:
    """What is known of one speaker's steps. Times by the job's clock."""

    began_ms: int
    is_running: bool = False
    is_speaking: bool = False
    costs_ms: deque[int] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    def cost_ms(self) -> int:
        """What the next step is expected to cost: a silent one's next to nothing."""
        return max(self.costs_ms, default=0)


class Turns:
    """Shares out the engine threads.

    Who comes first (the floor's speaker, their interpreter) finds a thread free: the last free one is lent
    to another only for a step that should be over in time. When there is more to compute than time, the
    others' steps lengthen, then the first ones'; each step hears all that was said since the one before, and
    what waited too long was dropped by the microphone. Nothing queues.
    """

    def __init__(self, threads: int, step_ms: int = STEP_MS) -> None:
        self._threads, self._step_ms = threads, step_ms
        self._places: dict[str, Place] = {}

    def add(self, who: str) -> None:
        """Give someone turns from now on."""
        self._places.setdefault(who, Place(-self._step_ms))

    def take(self, first: Container[str], now_ms: int) -> str | None:
        """Begin the most urgent step and return whose it is, None if none is due or no thread may take it."""
        free = self._threads - sum(p.is_running for p in self._places.values())
        if not free:
            return None
        due = [w for w, p in self._places.items() if not p.is_running and self._due_ms(p) <= now_ms]
        due.sort(key=lambda w: (w not in first, self._places[w].began_ms))
        for who in due:
            if who in first or free > 1 or self._may_lend(who, first, now_ms):
                place = self._places[who]
                place.began_ms, place.is_running = now_ms, True
                return who
        return None

    def end(self, who: str, now_ms: int, *, is_speaking: bool) -> None:
        """Take note that a step has ended."""
        place = self._places[who]
        place.is_running, place.is_speaking = False, is_speaking
        place.costs_ms.append(now_ms - place.began_ms)

    def wait_ms(self, now_ms: int) -> int:
        """Return how long it is until it is worth asking again."""
        idle = [self._due_ms(p) - now_ms for p in self._places.values() if not p.is_running]
        return min(LATEST_MS, max(SOONEST_MS, min(idle, default=LATEST_MS)))

    def _due_ms(self, place: Place) -> int:
        """Return when a speaker's next step should begin."""
        return place.began_ms + self._step_ms

    def _may_lend(self, who: str, first: Container[str], now_ms: int) -> bool:
        """Say whether the last free thread will be back before someone who comes first needs it."""
        place = self._places[who]
        if now_ms - place.began_ms >= LONGEST_MS:
            return True
        ends_ms = now_ms + place.cost_ms()
        expected = [p for w, p in self._places.items() if w in first and p.is_speaking and not p.is_running]
        return all(ends_ms <= self._due_ms(p) + PATIENCE_MS for p in expected)
