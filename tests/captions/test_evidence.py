import numpy as np
import pytest

from twinhall.captions.follower.evidence import Evidence, Place
from twinhall.captions.follower.settings import FollowerSettings, Rule

SETTINGS = FollowerSettings()


def evidence(sums: list[float], owned: int = 9) -> Evidence:
    return Evidence(Place(0), owned, np.array(sums), np.arange(len(sums) + 1) * 0.2)


@pytest.mark.parametrize(
    ("sums", "spoken"),
    [
        ([3, 6, 9, 8, 7], 3),
        ([-1, -2], 0),
        ([3, 6, 0, 7, 8], 2),  # behind a deep fall too little is regained
        ([3, 6, 0, 7, 13], 5),
        ([3, 6, 4, 7], 4),
    ],
)
def test_the_frontier_is_the_maximum_before_a_deep_fall(sums, spoken):
    assert evidence(sums).frontier(SETTINGS) == spoken


def test_a_segment_is_passed_when_its_end_holds_and_time_was_enough():
    held, lost = evidence([4, 8, 12, 15], owned=3), evidence([9, 2, 1, 15], owned=3)

    assert [held.passed(1.0, SETTINGS), held.passed(0.2, SETTINGS), lost.passed(1.0, SETTINGS)] == [
        True,
        False,
        False,
    ]
    assert held.behind(4) == 3


def test_the_next_segment_counts_only_where_it_can_have_been_reached():
    spoken = evidence([3, 6, 8, 15], owned=3)

    assert [spoken.worth(1.0, SETTINGS), spoken.worth(0.2, SETTINGS)] == [15, 8]


def test_more_speech_asks_for_more_evidence():
    rule = Rule(base=2.0, slope=4.0, least_s=0.3)

    assert [rule.need(s) for s in (0.2, 0.3, 1.0, 9.0)] == [float("inf"), 3.4, 6.0, 8.0]
