"""The script laid over whole recordings, by fakes that hear every word."""

from collections.abc import Sequence

import numpy as np
import pytest

from twinhall.captions.alignment import AlignmentSettings, ScriptText, Walk, readings_of
from twinhall.captions.ports import Scored, Sound
from twinhall.captions.recording import SpeechMap, listen_through
from twinhall.engines.fakes import FakeScorer, FakeVoiceActivity
from twinhall.language.places import ScriptIndex

from .conftest import SENTENCES

STRANGER = "something quite different that nobody ever wrote down in any script"
FIRST, SECOND, THIRD, FOURTH = SENTENCES


class CrashingScorer(FakeScorer):
    """Cannot bear to be given no text, or an empty one: CTranslate2 kills the process."""

    def score(self, sound: Sound, texts: Sequence[Sequence[int]]) -> list[Scored]:
        assert texts
        assert all(texts)
        return super().score(sound, texts)


@pytest.fixture
def align(voice):
    """align(audio, sentences) returns (sentence, start, end) of what is read out; times to a tenth."""

    def align(audio: np.ndarray, sentences=SENTENCES) -> list[tuple[int, float, float]]:
        speech = listen_through(audio, FakeVoiceActivity())
        text = ScriptText(CrashingScorer(voice), sentences, audio, speech, AlignmentSettings())
        found = readings_of(Walk(text, ScriptIndex(sentences, "en")), text)
        return [(r.segment, round(r.span.start_s, 1), round(r.span.end_s, 1)) for r in found]

    return align


def test_a_script_read_straight_through(align, speak):
    audio = speak(0.5, FIRST, 0.5, SECOND, 0.5, THIRD, 0.5, FOURTH, 0.5)

    assert align(audio) == [(0, 0.5, 2.5), (1, 3.0, 5.5), (2, 6.0, 8.3), (3, 8.7, 11.0)]


def test_sentences_that_run_into_each_other(align, speak):
    assert align(speak(0.5, f"{FIRST} {SECOND}", 0.5)) == [(0, 0.5, 2.5), (1, 2.5, 5.0)]


def test_what_is_left_out_is_not_shown(align, speak):
    assert [r[0] for r in align(speak(0.5, FIRST, 0.5, FOURTH, 0.5))] == [0, 3]


def test_what_is_said_between_is_not_taken_for_the_script(align, speak):
    audio = speak(0.5, FIRST, 0.5, STRANGER, 0.5, SECOND, 0.5)

    assert align(audio) == [(0, 0.5, 2.5), (1, 6.2, 8.8)]


def test_what_is_read_in_another_order_and_twice_is_found(align, speak):
    audio = speak(0.5, THIRD, 0.5, FOURTH, 0.8, FIRST, 0.5, SECOND, 0.8, FIRST, 0.5)

    assert [r[0] for r in align(audio)] == [2, 3, 0, 1, 0]


def test_a_long_recording_is_read_in_windows(align, speak):
    parts = [part for _ in range(3) for s in SENTENCES for part in (0.5, s)]

    assert [r[0] for r in align(speak(*parts), SENTENCES * 3)] == list(range(12))


def test_a_sentence_of_400_words_is_one_reading(align, speak):
    sentence = " ".join(f"word{n}" for n in range(200))
    pauses = [part for n in range(0, 200, 25) for part in (" ".join(sentence.split()[n : n + 25]), 0.3)]

    assert align(speak(0.5, *pauses, FIRST, 0.5), (sentence, *SENTENCES)) == [(0, 0.5, 52.6), (1, 52.9, 54.9)]


def test_who_goes_on_behind_the_end_of_the_script_may_come_back_to_it(align, speak):
    audio = speak(0.5, FIRST, 0.5, STRANGER, 1.5, STRANGER, 0.5, FIRST, 0.5)

    assert [r[0] for r in align(audio, (FIRST,))] == [0, 0]


def test_a_script_of_one_sentence(align, speak):
    assert align(speak(0.5, FIRST, 0.5), (FIRST,)) == [(0, 0.5, 2.5)]


def test_the_wrong_script_is_not_read(align, speak):
    assert align(speak(0.5, STRANGER, 0.5, STRANGER, 0.5)) == []


def test_speech_is_mapped_over_silence():
    speech = SpeechMap([False, True, True, False, True, False], 0.1, 0.6)

    assert (speech.seconds(0.0, 0.6), [r.start_s for r in speech.runs]) == (pytest.approx(0.3), [0.1])
    assert speech.end_of_word(0.15, 1.0) == pytest.approx(0.5)
