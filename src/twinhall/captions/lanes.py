"""The threads in which sentences are translated: one a language, apart from all that hears and follows.

One language's slow or failing engine keeps no other waiting, and each language gets its sentences in order.
"""

import threading
from collections.abc import Callable, Iterable

from twinhall.captions.ports import EngineError, SentenceTranslator
from twinhall.captions.translating import Asked, Lane, Outcome, translated

Tell = Callable[[Outcome], None]
LAST_WORDS_S = 1.0


class Lanes:
    """Translates on threads of its own. `ask` and `prepare` return at once."""

    def __init__(
        self, translator: SentenceTranslator, tell: Tell, clock_s: Callable[[], float], late_s: float
    ) -> None:
        """tell: is called with each outcome, from any thread. clock_s: the clock of `Asked.at_s`."""
        self._translator, self._tell = translator, tell
        self._clock_s, self._late_s = clock_s, late_s
        self._lanes: dict[str, _Worker] = {}

    def ask(self, asked: Asked) -> None:
        """Have words translated soon, or given up."""
        self._lane(asked.target).ask(asked)

    def prepare(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Have what pairs (source, target) need loaded before their first sentence."""
        for source, target in pairs:
            self._lane(target).prepare(source)

    @property
    def is_idle(self) -> bool:
        """True when nothing waits or is being translated."""
        return all(worker.is_idle for worker in self._lanes.values())

    def close(self) -> None:
        """Let the threads go. What has not begun is not translated."""
        for worker in self._lanes.values():
            worker.close()

    def _lane(self, target: str) -> "_Worker":
        if target not in self._lanes:
            self._lanes[target] = _Worker(target, self._translator, self._tell, self._clock_s, self._late_s)
        return self._lanes[target]


class _Worker:
    """One language's thread."""

    def __init__(
        self,
        target: str,
        translator: SentenceTranslator,
        tell: Tell,
        clock_s: Callable[[], float],
        late_s: float,
    ) -> None:
        self._target, self._translator, self._tell, self._clock_s = target, translator, tell, clock_s
        self._lane = Lane(late_s=late_s)
        self._unprepared: dict[str, None] = {}
        self._known: set[str] = set()
        self._closing = self._working = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._work, name=f"translation-{target}", daemon=True)
        self._thread.start()

    @property
    def is_idle(self) -> bool:
        with self._changed:
            return not (self._working or len(self._lane) or self._unprepared)

    def ask(self, asked: Asked) -> None:
        with self._changed:
            given_up = self._lane.put(asked)
            self._changed.notify()
        for outcome in given_up:
            self._tell(outcome)

    def prepare(self, source: str) -> None:
        with self._changed:
            if source not in self._known:
                self._known.add(source)
                self._unprepared[source] = None
                self._changed.notify()

    def close(self) -> None:
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(LAST_WORDS_S)  # an engine that does not answer is not waited for

    def _work(self) -> None:
        while True:
            with self._changed:
                self._working = False
                self._changed.wait_for(lambda: self._closing or self._unprepared or len(self._lane))
                if self._closing:
                    return
                self._working = True
                source = next(iter(self._unprepared), None)
                if source is not None:
                    del self._unprepared[source]
                asked, outcomes = (None, []) if source else self._lane.take(self._clock_s())
            if source is not None:
                self._load(source)
            if asked is not None:
                outcomes.append(translated(self._translator, asked))
            for outcome in outcomes:
                self._tell(outcome)

    def _load(self, source: str) -> None:
        try:
            self._translator.prepare(source, self._target)
        except EngineError:
            return  # the first sentence finds out as well, and its outcome says so
