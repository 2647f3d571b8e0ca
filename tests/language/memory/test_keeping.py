"""Several processes and one store: each is right at its next look, and nobody waits for a large change."""

from collections.abc import Callable
from dataclasses import dataclass, field

from twinhall.language.memory import Memory, Pair
from twinhall.language.memory.keeping import AT_ONCE, Changes, Kept


@dataclass
class Store:
    """Pairs with the revision of their last change; None: withdrawn."""

    held: dict[int, tuple[int, Pair | None]] = field(default_factory=dict)
    now: int = 0
    read: list[int] = field(default_factory=list)

    def put(self, *pairs: Pair) -> None:
        self.now += 1
        self.held |= {pair.id: (self.now, pair) for pair in pairs}

    def withdraw(self, pair_id: int) -> None:
        self.now += 1
        self.held[pair_id] = (self.now, None)

    def revision(self) -> int:
        return self.now

    def waiting(self, since: int) -> int:
        return sum(revision > since for revision, _ in self.held.values())

    def changes(self, since: int) -> Changes:
        self.read.append(since)
        new = {key: pair for key, (revision, pair) in self.held.items() if revision > since}
        pairs = [pair for pair in new.values() if pair]
        return Changes(self.now, pairs, [key for key, pair in new.items() if pair is None])


@dataclass
class Beside:
    """Work that was put beside, done when the test says so."""

    waiting: list[Callable[[], None]] = field(default_factory=list)

    def __call__(self, work: Callable[[], None]) -> None:
        self.waiting.append(work)

    def do(self) -> None:
        while self.waiting:
            self.waiting.pop()()


def found(kept: Kept, sentence: str) -> list[str] | None:
    with kept.look() as memory:
        return None if memory is None else [m.pair.target for m in memory.exact(sentence)]


MANY = [Pair(n, f"문장 {n}", f"Câu {n}") for n in range(AT_ONCE + 1)]


def test_what_one_process_wrote_another_finds_at_its_next_look():
    store = Store()
    first, second = Kept(store, Beside()), Kept(store, Beside())
    store.put(Pair(1, "가", "a"))

    before = [found(kept, "가") for kept in (first, second)]
    store.put(Pair(1, "가", "b"), Pair(2, "나", "c"))
    changed = [found(kept, "가") for kept in (first, second)]
    store.withdraw(1)

    assert (before, changed) == ([["a"], ["a"]], [["b"], ["b"]])
    assert [found(kept, "가") for kept in (first, second)] == [[], []]
    assert found(first, "나") == ["c"]


def test_nothing_is_read_while_nothing_changes():
    store = Store()
    store.put(Pair(1, "가", "a"))
    kept = Kept(store, Beside())

    for _ in range(3):
        found(kept, "가")

    assert store.read == [-1]


def test_a_large_memory_is_read_beside_and_nobody_waits_for_it():
    store, beside = Store(), Beside()
    store.put(*MANY)
    kept = Kept(store, beside)

    first, second = found(kept, "문장 7"), found(kept, "문장 7")
    asked = len(beside.waiting)
    beside.do()

    assert (first, second, asked) == (None, None, 1)
    assert found(kept, "문장 7") == ["Câu 7"]


def test_while_a_large_change_is_read_what_was_known_is_used():
    store, beside = Store(), Beside()
    store.put(Pair(-1, "가", "a"))
    kept = Kept(store, beside)
    found(kept, "가")
    store.put(*MANY)

    meanwhile = (found(kept, "가"), found(kept, "문장 7"))
    beside.do()

    assert meanwhile == (["a"], [])
    assert found(kept, "문장 7") == ["Câu 7"]


def test_a_reading_that_failed_is_tried_again():
    store, beside = Store(), Beside()
    store.put(*MANY)
    kept = Kept(store, beside)
    found(kept, "문장 7")
    sound, store.held[0] = store.held[0], (1, "no pair")  # type: ignore[assignment]
    try:
        beside.do()
    except AttributeError:
        store.held[0] = sound

    assert found(kept, "문장 7") is None
    beside.do()
    assert found(kept, "문장 7") == ["Câu 7"]


def test_many_small_changes_are_counted_anew_beside():
    store, beside = Store(), Beside()
    store.put(Pair(-1, "가", "a"))
    kept = Kept(store, beside)
    for start in range(0, 2_000, 500):
        store.put(*MANY[start : start + 500])
        found(kept, "가")

    assert len(beside.waiting) == 1
    beside.do()
    with kept.look() as memory:
        assert isinstance(memory, Memory)
        assert not memory.needs_settling
        assert len(memory) == 2_001
