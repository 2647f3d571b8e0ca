from itertools import pairwise

import numpy as np
import pytest

from _follow_audio_surgery import audio_surgery
from _follow_case import Spoken, off_script
from _follow_script_surgery import script_surgery

STRANGERS = [f"stranger {n}" for n in range(30)]


def heard_in_script(case):
    """Return the text on screen for each sentence as it is spoken, None off script."""
    return [None if s.segment is None else case.sentences[int(s.segment) - 1] for s in case.spoken]


@pytest.fixture
def recording(make_recording):
    return make_recording("speech", 20)


def test_ad_libs_are_a_quarter_of_what_is_said_and_the_script_lacks_them(recording):
    case = script_surgery(recording, "adlib", STRANGERS, seed=0)

    heard = heard_in_script(case)
    assert 5 <= heard.count(None) <= 8
    assert heard[0] == "sentence 0"
    assert list(case.sentences) == [text for text in heard if text]


def test_skipped_sentences_are_in_the_script_and_not_said(recording):
    case = script_surgery(recording, "skip", STRANGERS, seed=0)

    assert heard_in_script(case) == [s.text for s in recording.sentences]
    assert 2 <= len(case.sentences) - 20 <= 6


def test_a_jump_reads_the_quarters_of_the_script_in_another_order(recording):
    case = script_surgery(recording, "jump", STRANGERS, seed=0)

    ids = [int(s.segment or 0) for s in case.spoken]
    assert ids == [*range(1, 6), *range(11, 16), *range(6, 11), *range(16, 21)]


def test_a_wrong_script_holds_nothing_of_what_is_said(recording):
    case = script_surgery(recording, "wrong", STRANGERS, seed=0)

    assert heard_in_script(case) == [None] * 20
    assert off_script(case.spoken) == [(1.0, 60.0)]


def test_the_same_seed_makes_the_same_case_and_another_one_another(recording):
    scripts = [script_surgery(recording, "mixed", STRANGERS, seed).sentences for seed in (0, 0, 1)]

    assert scripts[0] == scripts[1] != scripts[2]


def test_off_script_sentences_in_a_row_are_one_stretch():
    spoken = (Spoken(0, 1, None), Spoken(2, 3, None), Spoken(4, 5, "1"), Spoken(6, 7, None))

    assert off_script(spoken) == [(0, 3), (6, 7)]


def test_a_leap_reads_the_audio_in_another_order(recording):
    case = audio_surgery(recording, "leap", seed=0)

    ids = [int(s.segment or 0) for s in case.spoken]
    assert ids == [*range(1, 6), *range(11, 16), *range(6, 11), *range(16, 21)]
    assert is_voiced_where_spoken(case)


@pytest.mark.parametrize("scenario", ["leap", "repeat", "run-on", "pauses", "midway"])
def test_cut_audio_holds_a_voice_where_it_is_said_to_be_and_nowhere_else(recording, scenario):
    case = audio_surgery(recording, scenario, seed=0)

    assert is_voiced_where_spoken(case)


def test_sentences_that_run_on_leave_50_ms_between_them(recording):
    case = audio_surgery(recording, "run-on", seed=0)

    gaps = [b.start_s - a.end_s for a, b in pairwise(case.spoken)]
    assert gaps == pytest.approx([0.05] * 19, abs=0.001)


def test_who_leaves_midway_reads_half_a_sentence_and_goes_on_with_another(recording):
    case = audio_surgery(recording, "midway", seed=0)

    heard = heard_in_script(case)
    left = [k for k, text in enumerate(heard) if text is None]
    assert left
    assert list(case.sentences) == [text for text in heard if text]
    for k in left:
        half, other = case.spoken[k - 1], case.spoken[k]
        assert half.end_s - half.start_s == pytest.approx(1.0, abs=0.2)
        assert other.start_s - half.end_s < 0.1


def is_voiced_where_spoken(case) -> bool:
    """Say whether the middle of each pause of 50 ms is quiet, and the second tenth of each sentence loud."""
    voiced, quiet = [], []
    for a, b in pairwise(case.spoken):
        tenth_s = (a.end_s - a.start_s) / 10
        voiced.append(level(case.audio, a.start_s + tenth_s, a.start_s + 2 * tenth_s))
        middle_s = (a.end_s + b.start_s) / 2
        quiet.append(level(case.audio, middle_s - 0.004, middle_s + 0.004))
    return min(voiced) > 1000 and max(quiet) < 200


def level(audio, start_s: float, end_s: float) -> float:
    return float(np.abs(audio[int(start_s * 16_000) : int(end_s * 16_000)].astype(float)).mean())
