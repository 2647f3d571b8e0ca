"""The strict scorer, on timelines made by hand."""

import math

import pytest

from _follow_case import Spoken
from _follow_screen import Screen
from _follow_strict import strict
from _follow_tally import Share

READ = (Spoken(1.0, 3.0, "1"), Spoken(4.0, 6.0, "2"))
LEFT = (Spoken(1.0, 3.0, "1"), Spoken(4.0, 7.0, None), Spoken(8.0, 10.0, "2"))


def test_a_sentence_that_is_there_already_has_no_lag():
    assert strict(READ, Screen([(0.5, "1"), (4.4, "2")])).lags == pytest.approx((0.0, 0.4))


def test_a_sentence_is_missed_when_the_next_one_is_well_begun():
    told = strict(READ, Screen([(4.35, "1"), (4.5, "2")]))

    assert told.lags == pytest.approx((math.inf, 0.5))


def test_the_screen_is_right_for_a_second_after_the_next_sentence_began():
    in_time = strict(READ, Screen([(0.9, "1"), (4.95, "2")])).right
    late = strict(READ, Screen([(0.9, "1"), (5.45, "2")])).right

    assert in_time.hits == in_time.of
    assert (late.of - late.hits) * 0.05 == pytest.approx(0.4, abs=0.051)


def test_a_leaving_lasts_until_the_script_is_read_again():
    told = strict(LEFT, Screen([(1.2, "1"), (5.0, None), (8.6, "2")]))

    assert told.noticed == pytest.approx((1.0,), abs=0.021)
    assert told.noticed_long == told.noticed
    assert told.relock == pytest.approx((0.6,))


def test_a_short_leaving_is_not_among_the_long_ones():
    spoken = (Spoken(1.0, 3.0, "1"), Spoken(4.0, 5.0, None), Spoken(5.5, 8.0, "2"))

    told = strict(spoken, Screen([(1.2, "1"), (4.5, None), (6.0, "2")]))

    assert (len(told.noticed), told.noticed_long) == (1, ())


def test_the_script_on_screen_off_script_counts_from_one_second_on():
    told = strict(LEFT, Screen([(1.2, "1"), (6.0, None), (8.6, "2")]))

    # judged from 5 s, when the second that a listener is given is over, to 7.35 s
    assert told.false_lock.of * 0.05 == pytest.approx(2.35, abs=0.051)
    assert told.false_lock.hits * 0.05 == pytest.approx(1.0, abs=0.051)


def test_a_sentence_that_nobody_says_flashes():
    screen = Screen([(1.2, "1"), (2.0, "9"), (2.8, "1"), (4.3, "2")])

    assert strict(READ, screen).flashes == Share(1, 0.1)


@pytest.mark.parametrize(
    "changes",
    [
        [(1.2, "1"), (4.2, "2"), (4.6, None)],  # short, but it was being said
        [(1.2, "1"), (2.0, "9"), (3.6, "1")],  # wrong, but no flash
    ],
)
def test_what_is_said_or_stays_is_no_flash(changes):
    assert strict(READ, Screen(changes)).flashes.hits == 0


def test_a_jump_is_a_relock():
    spoken = (Spoken(1.0, 3.0, "1"), Spoken(4.0, 6.0, "5"), Spoken(7.0, 9.0, "6"))

    told = strict(spoken, Screen([(1.5, "1"), (5.2, "5"), (7.4, "6")]))

    assert told.relock == pytest.approx((1.2,))
