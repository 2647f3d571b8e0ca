"""Translations of a recording that is played as if it were live."""

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import count
from math import inf

from twinhall.captions.lanes import Lanes
from twinhall.captions.ports import SentenceTranslator
from twinhall.captions.replay import Timed
from twinhall.captions.translating import LATE_S, Lane, MachineLines, Outcome, translated
from twinhall.captions.values import CaptionLine

POLL_S = 0.02


class SimulatedTranslation:
    """Translates beside a simulated clock, as one thread on a core of its own does.

    A sentence begins when it was said for good or the one before is done, whichever is later, and is ready
    when the computing time that `spent_s` says it took is over. A meeting has a thread a language; here all
    languages share one, as they do where another core hears the speaker.
    """

    def __init__(
        self,
        translator: SentenceTranslator,
        source: str,
        targets: Sequence[str],
        spent_s: Callable[[], float],
        tell: Callable[[Outcome], None],
        late_s: float = LATE_S,
    ) -> None:
        self._translator, self._spent_s, self._tell = translator, spent_s, tell
        self._lines = MachineLines(source, targets)
        self._lanes = {target: Lane(late_s=late_s) for target in targets if target != source}
        self._free_s = 0.0
        self._ready: list[tuple[float, int, Outcome]] = []
        self._numbers = count()

    def take(self, t_s: float, line: CaptionLine) -> None:
        """Take in a line that came out."""
        for asked in self._lines.asked(line, t_s):
            for outcome in self._lanes[asked.target].put(asked):
                self._tell(outcome)

    def until(self, now_s: float) -> Iterator[Timed]:
        """Yield the machine lines that came out until a time."""
        while waiting := [lane for lane in self._lanes.values() if len(lane)]:
            lane = min(waiting, key=lambda lane: lane.since_s)
            start_s = max(self._free_s, lane.since_s)
            if start_s > now_s:
                break
            self._begin(lane, start_s)
        while self._ready and self._ready[0][0] <= now_s:
            t_s, _, outcome = heappop(self._ready)
            for line in self._lines.told(outcome):
                yield t_s, line

    def end(self) -> Iterator[Timed]:
        """Yield the rest."""
        return self.until(inf)

    def _begin(self, lane: Lane, start_s: float) -> None:
        asked, old = lane.take(start_s)
        for outcome in old:
            self._tell(outcome)
        if asked is None:
            return
        before_s = self._spent_s()
        outcome = translated(self._translator, asked)
        self._free_s = start_s + self._spent_s() - before_s
        self._tell(outcome)
        heappush(self._ready, (self._free_s, next(self._numbers), outcome))


class PlayedTranslation:
    """Translates on threads, beside a recording that plays at its own speed."""

    def __init__(
        self,
        translator: SentenceTranslator,
        source: str,
        targets: Sequence[str],
        tell: Callable[[Outcome], None],
        late_s: float = LATE_S,
    ) -> None:
        self._lines, self._tell, self._late_s = MachineLines(source, targets), tell, late_s
        self._began_s = time.monotonic()
        self._outcomes: deque[tuple[float, Outcome]] = deque()
        self._lanes = Lanes(translator, self._note, time.monotonic, late_s)
        self._lanes.prepare((source, target) for target in dict.fromkeys(targets) if target != source)

    def take(self, t_s: float, line: CaptionLine) -> None:
        """Take in a line that came out."""
        self._began_s = time.monotonic() - t_s
        for asked in self._lines.asked(line, time.monotonic()):
            self._lanes.ask(asked)

    def until(self, now_s: float) -> Iterator[Timed]:
        """Yield the machine lines that came out by now."""
        while self._outcomes:
            at_s, outcome = self._outcomes.popleft()
            self._tell(outcome)
            for line in self._lines.told(outcome):
                yield max(0.0, min(now_s, at_s - self._began_s)), line

    def end(self) -> Iterator[Timed]:
        """Wait for what is being translated, no longer than anything waits, and yield it."""
        until_s = time.monotonic() + self._late_s
        while not self._lanes.is_idle and time.monotonic() < until_s:
            time.sleep(POLL_S)
        yield from self.until(inf)
        self._lanes.close()

    def _note(self, outcome: Outcome) -> None:
        self._outcomes.append((time.monotonic(), outcome))
