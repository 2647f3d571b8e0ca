"""The patient scorer, on timelines made by hand."""

import math

import pytest

from _follow_case import Spoken
from _follow_patient import Patient, patient
from _follow_screen import Screen
from _follow_tally import Share, pooled

READ = (Spoken(1.0, 3.0, "1"), Spoken(4.0, 6.0, "2"))
LEFT = (Spoken(1.0, 3.0, "1"), Spoken(4.0, 6.0, None), Spoken(6.5, 9.0, None), Spoken(10.0, 12.0, "2"))


def test_lag_runs_from_the_first_voice_to_the_sentence_on_screen():
    told = patient(READ, Screen([(1.5, "1"), (4.25, "2")]))

    assert told.lags == (0.5, 0.25)


def test_a_sentence_shown_early_counts_at_most_one_second():
    told = patient(READ, Screen([(0.2, "1"), (1.5, "2")]))

    assert told.lags == pytest.approx((-0.8, -1.0))


@pytest.mark.parametrize(("shown_s", "lag"), [(8.9, 4.9), (9.1, math.inf)])
def test_a_sentence_shown_three_seconds_after_its_end_is_missed(shown_s, lag):
    told = patient(READ, Screen([(1.0, "1"), (shown_s, "2")]))

    assert told.lags[1] == pytest.approx(lag)


def test_the_screen_is_right_until_a_grace_after_the_next_sentence_began():
    in_time = patient(READ, Screen([(1.0, "1"), (5.1, "2")]))
    late = patient(READ, Screen([(1.0, "1"), (5.65, "2")]))

    assert in_time.right == Share(38, 38)
    assert late.right == Share(34, 38)  # 5.3 to 5.6 s show what ended and was followed too long ago


def test_a_blank_screen_is_wrong_while_the_script_is_read():
    assert patient(READ, Screen([])).right == Share(0, 38)


def test_ad_libs_in_a_row_are_one_leaving_and_the_script_on_screen_is_a_false_lock():
    told = patient(LEFT, Screen([(1.2, "1"), (4.75, None), (7.0, "2"), (8.0, None), (10.5, "2")]))

    assert told.noticed == (0.8,)
    assert told.false_lock == Share(10, 35)  # 5.5 to 9 s, locked from 7 to 8 s


def test_a_leaving_that_is_never_noticed_is_infinite():
    assert patient(LEFT, Screen([(1.2, "1")])).noticed == (math.inf,)


def test_counts_of_two_runs_add_up():
    one = Patient((0.5,), Share(1, 2), Share(0, 4), (1.0,))
    other = Patient((math.inf, 0.7), Share(1, 1), Share(1, 4), ())

    both = pooled([one, other])

    assert both == Patient((0.5, math.inf, 0.7), Share(2, 3), Share(1, 8), (1.0,))
    assert both.figures() == {
        "sentences": 3,
        "missed": 0.3333,
        "lag_p50_s": 0.7,
        "lag_p95_s": "never",
        "right": 0.667,
        "false_lock": 0.125,
        "left": 1,
        "noticed_p50_s": 1.0,
        "noticed_p95_s": 1.0,
    }
