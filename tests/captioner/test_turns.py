import pytest

from twinhall.captioner.load import Load
from twinhall.captioner.turns import LONGEST_MS, Turns

FLOOR = frozenset({"floor"})
STEP_MS = 200


def turns_of(*who: str, threads: int = 2) -> Turns:
    turns = Turns(threads, STEP_MS)
    for one in who:
        turns.add(one)
    return turns


def step(turns: Turns, who: str, from_ms: int, to_ms: int, *, is_speaking: bool = True) -> None:
    """Let someone's step take so long; nobody else is due before them."""
    assert turns.take(frozenset({who}), from_ms) == who
    turns.end(who, to_ms, is_speaking=is_speaking)


def test_who_comes_first_takes_the_first_turn():
    turns = turns_of("a", "b", "floor")

    assert [turns.take(FLOOR, 0) for _ in range(3)] == ["floor", "a", None]


def test_a_step_is_due_a_step_after_the_last_one_began():
    turns = turns_of("a")
    step(turns, "a", 0, 60)

    assert turns.take(FLOOR, STEP_MS - 1) is None
    assert turns.take(FLOOR, STEP_MS) == "a"


def test_nobody_steps_twice_at_once():
    turns = turns_of("a")
    turns.take(FLOOR, 0)

    assert turns.take(FLOOR, 5000) is None


def test_who_waited_longest_is_next():
    turns = turns_of("a", "b")
    step(turns, "b", 0, 10)
    step(turns, "a", 50, 60)

    assert turns.take(FLOOR, 300) == "b"


def test_the_last_free_thread_is_lent_for_a_short_step_only():
    turns = turns_of("floor", "short", "long", threads=1)
    step(turns, "short", 0, 50)
    step(turns, "long", 50, 350)
    step(turns, "floor", 350, 400)

    assert turns.take(FLOOR, 410) == "short"
    turns.end("short", 460, is_speaking=True)
    assert turns.take(FLOOR, 460) is None  # the long one would end at 760, the floor is due at 550
    assert turns.take(FLOOR, 550) == "floor"


def test_a_floor_that_is_silent_keeps_no_thread_free():
    turns = turns_of("floor", "long", threads=1)
    step(turns, "long", 0, 400)
    step(turns, "floor", 400, 405, is_speaking=False)

    assert turns.take(FLOOR, 410) == "long"


def test_nobody_waits_for_ever():
    turns = turns_of("floor", "long", threads=1)
    step(turns, "long", 0, 400)
    for began in range(400, LONGEST_MS, STEP_MS):
        step(turns, "floor", began, began + 100)

    assert turns.take(FLOOR, LONGEST_MS - 1) is None
    step(turns, "floor", LONGEST_MS, LONGEST_MS + 100)
    assert turns.take(FLOOR, LONGEST_MS + 100) == "long"


@pytest.mark.parametrize(("now", "wait"), [(0, 50), (190, 10), (199, 5), (400, 5)])
def test_the_next_look_is_when_the_next_step_is_due(now, wait):
    turns = turns_of("a")
    step(turns, "a", 0, 10)

    assert turns.wait_ms(now) == wait


def test_load_is_the_share_of_all_threads_in_the_last_ten_seconds():
    load = Load(2)
    load.add(5000, 3000)
    load.add(9000, 2000)

    assert (load.share(10_000), load.share(15_000), load.share(30_000)) == (0.25, 0.1, 0.0)
