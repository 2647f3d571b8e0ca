"""Writes to the database beside the audio: a thread with a bounded queue, so that no caption ever waits."""

import logging
import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace

from django.db import DatabaseError, close_old_connections, connections

from twinhall.hall.meetings.actions.captioning import KeptLine, beat, keep_line
from twinhall.hall.meetings.enums import LineKind

log = logging.getLogger(__name__)
KEPT = 500  # lines that wait for a database that hiccups: a quarter of an hour of speech
RETRY_S = 1.0
LAST_WORDS_S = 5.0

Beat = tuple[str, float, int, Mapping[str, int]]  # identity, load, dropped ms, sentences not translated


class DatabaseLedger:
    """Keeps lines in order. What cannot be kept is counted, and stored as lost when the database is back."""

    def __init__(
        self,
        meeting: int,
        keep: Callable[[int, KeptLine], None] = keep_line,
        capacity: int = KEPT,
        retry_s: float = RETRY_S,
    ) -> None:
        self._meeting, self._keep, self._capacity, self._retry_s = meeting, keep, capacity, retry_s
        self._lines: deque[KeptLine] = deque()
        self._beat: Beat | None = None
        self._lost: KeptLine | None = None
        self._closing = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._work, name="ledger", daemon=True)
        self._thread.start()

    def keep(self, line: KeptLine) -> None:
        """Store a line soon; of too many that wait, the oldest is lost."""
        with self._changed:
            self._lines.append(line)
            if len(self._lines) > self._capacity:
                self._lose(self._lines.popleft())
            self._changed.notify()

    def beat(self, identity: str, load: float, dropped_ms: int, untranslated: Mapping[str, int]) -> None:
        """Say that the captioner lives; only the newest beat matters."""
        with self._changed:
            self._beat = identity, load, dropped_ms, untranslated
            self._changed.notify()

    def close(self) -> None:
        """Write what waits, for at most LAST_WORDS_S."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(LAST_WORDS_S)

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._lines or self._beat or self._closing)
                if self._closing and not self._lines:
                    break
                beating, self._beat = self._beat, None
                line = self._lines[0] if self._lines else None
            if not self._write(beating, line) and self._rest():
                break
        connections.close_all()

    def _write(self, beating: Beat | None, line: KeptLine | None) -> bool:
        """Write the beat and the oldest line; False when the database did not take them."""
        try:
            close_old_connections()
            if beating is not None:
                identity, load, dropped_ms, untranslated = beating
                beat(self._meeting, identity, load=load, dropped_ms=dropped_ms, untranslated=untranslated)
            if self._lost is not None:
                self._keep(self._meeting, self._lost)
                self._lost = None
            if line is not None:
                self._keep(self._meeting, line)
        except DatabaseError as error:
            log.warning("meeting %s: a line waits: %s", self._meeting, type(error).__name__)
            return False
        with self._changed:
            if line is not None and self._lines and self._lines[0] is line:
                self._lines.popleft()
        return True

    def _rest(self) -> bool:
        """Wait before the next try; True when it is too late for one."""
        with self._changed:
            return self._changed.wait_for(lambda: self._closing, self._retry_s)

    def _lose(self, line: KeptLine) -> None:
        """Widen the gap that the transcript will show."""
        since = self._lost.said if self._lost else line.said
        end = line.said.end or line.said.start
        said = replace(since, id=f"{since.speaker}-lost-{since.start}", end=end, final=True, revision=0)
        self._lost = KeptLine(said, LineKind.LOST, line.language, "")
