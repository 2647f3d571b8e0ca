"""A memory in one process that follows a store which several processes write to."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from twinhall.language.memory.index import Memory
from twinhall.language.memory.values import Pair

AT_ONCE = 2_000  # pairs that are read while someone waits, some 60 ms; more are read beside


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed in the store up to a revision: pairs as they now are, and ids of those withdrawn."""

    revision: int
    pairs: Sequence[Pair]
    gone: Sequence[int] = ()


class Store(Protocol):
    """Where the pairs of one direction are kept, each with the revision of its last change."""

    def revision(self) -> int:
        """Return the store's revision: cheap, asked before every look."""
        ...

    def waiting(self, since: int) -> int:
        """Return how many pairs changed after a revision."""
        ...

    def changes(self, since: int) -> Changes:
        """Return what changed after a revision; the whole store after -1."""
        ...


class Kept:
    """The memory of one direction in this process: never older than the last look, but for a large change.

    beside: runs work outside the request. While a large change is read, what was known before is shown.
    """

    def __init__(self, store: Store, beside: Callable[[Callable[[], None]], None]) -> None:
        self._store, self._beside = store, beside
        self._lock = Lock()
        self._memory: Memory | None = None
        self._revision = -1
        self._reading = False

    @contextmanager
    def look(self) -> Iterator[Memory | None]:
        """Hold the memory as the store now has it; None while it is read for the first time."""
        with self._lock:
            begin = self._catch_up()
            memory = self._memory
            if begin is None:
                yield memory
                return
        self._beside(begin)
        with self._lock:
            yield self._memory

    def _catch_up(self) -> Callable[[], None] | None:
        """Take in a small change; of a large one, return what is to be done beside."""
        if self._reading:
            return None
        if self._store.revision() != self._revision:
            if self._store.waiting(self._revision) > AT_ONCE:
                self._reading = True
                return self._read
            self._take(self._store.changes(self._revision))
        if self._memory is not None and self._memory.needs_settling:
            self._reading = True
            return self._read
        return None

    def _take(self, changes: Changes) -> None:
        if self._memory is None:
            self._memory = Memory(changes.pairs)
        else:
            for pair_id in changes.gone:
                self._memory.remove(pair_id)
            for pair in changes.pairs:
                self._memory.put(pair)
        self._revision = changes.revision

    def _read(self) -> None:
        """Read everything anew; what was known before is in use until this is done."""
        try:
            changes = self._store.changes(-1)
            memory = Memory(changes.pairs)
            with self._lock:
                self._memory, self._revision = memory, changes.revision
        finally:
            self._reading = False
