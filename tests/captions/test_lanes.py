"""Real threads, and engines that are slow, fail, or never answer."""

import threading
import time
from queue import Queue

import pytest

from twinhall.captions.lanes import Lanes
from twinhall.captions.translating import Asked, Outcome
from twinhall.engines.fakes import FakeSentenceTranslator

PATIENCE_S = 10.0


class Asking:
    """Asks for translations, and gets their outcomes in the order in which they come."""

    def __init__(self, engine: FakeSentenceTranslator) -> None:
        self.outcomes: Queue[Outcome] = Queue()
        self.lanes = Lanes(engine, self.outcomes.put, lambda: 0.0, 5.0)

    def ask(self, number: int, target: str) -> None:
        self.lanes.ask(Asked(str(number), f"sentence {number}", "ko", target, 0.0))

    def come(self, count: int) -> list[tuple[str, str, bool]]:
        outcomes = [self.outcomes.get(timeout=PATIENCE_S) for _ in range(count)]
        return [(o.asked.target, o.asked.utterance, o.translated is not None) for o in outcomes]


@pytest.fixture
def asking():
    """asking(engine) asks it; its threads end with the test."""
    made: list[tuple[Asking, FakeSentenceTranslator]] = []

    def make(engine: FakeSentenceTranslator) -> Asking:
        made.append((Asking(engine), engine))
        return made[-1][0]

    yield make
    for one, engine in made:
        if engine.waits_for:
            engine.waits_for.set()
        one.lanes.close()


def test_each_language_gets_its_sentences_in_order(asking):
    engine = FakeSentenceTranslator()
    one = asking(engine)
    for number in range(3):
        for target in ("vi", "ja", "en"):
            one.ask(number, target)

    came = one.come(9)

    for target in ("vi", "ja", "en"):
        assert [c for c in came if c[0] == target] == [(target, str(n), True) for n in range(3)]
    assert len(engine.asked) == len(set(engine.asked)) == 9


def test_a_language_that_fails_keeps_no_other_waiting(asking):
    engine = FakeSentenceTranslator(fails={"vi"})
    one = asking(engine)
    for target in ("vi", "ja"):
        one.ask(1, target)

    assert sorted(one.come(2)) == [("ja", "1", True), ("vi", "1", False)]

    engine.fails.clear()  # and when it is well again, it goes on
    one.ask(2, "vi")
    assert one.come(1) == [("vi", "2", True)]


def test_asking_a_slow_engine_never_waits_and_gives_up_the_oldest(asking):
    engine = FakeSentenceTranslator(waits_for=threading.Event())
    one = asking(engine)
    one.ask(0, "vi")
    until = time.monotonic() + PATIENCE_S
    while not engine.asked and time.monotonic() < until:
        time.sleep(0.005)

    for number in range(1, 6):
        one.ask(number, "vi")
    assert one.come(2) == [("vi", "1", False), ("vi", "2", False)]

    engine.waits_for.set()
    assert one.come(4) == [("vi", "0", True), ("vi", "3", True), ("vi", "4", True), ("vi", "5", True)]


def test_what_a_pair_needs_is_loaded_before_its_first_sentence_and_once(asking):
    engine = FakeSentenceTranslator(fails={"ja"})
    one = asking(engine)
    for _ in range(2):
        one.lanes.prepare([("ko", "vi"), ("ko", "ja")])
    one.ask(1, "vi")
    one.ask(1, "ja")

    assert sorted(one.come(2)) == [("ja", "1", False), ("vi", "1", True)]
    assert sorted(engine.prepared) == [("ko", "ja"), ("ko", "vi")]


def test_an_engine_that_never_answers_does_not_hold_up_the_end(asking):
    engine = FakeSentenceTranslator(waits_for=threading.Event())
    one = asking(engine)
    one.ask(1, "vi")

    one.lanes.close()

    assert one.outcomes.empty()
