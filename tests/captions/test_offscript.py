import random
from itertools import pairwise

import numpy as np
import pytest

from twinhall.captions.listening import Listening
from twinhall.captions.offscript import OffScript
from twinhall.captions.ports import SAMPLE_RATE, EngineError
from twinhall.captions.utterance import Said
from twinhall.engines.fakes import FakeRecognizer, FakeVoiceActivity

SPEECH = "let me add one thing that stands in no script"
TOLD = "Let me add one thing that stands in no script."


@pytest.fixture
def recognizer(voice):
    return FakeRecognizer(voice)


@pytest.fixture
def say(recognizer):
    """say(audio, language="en") returns what was recognised, step by step."""

    def say(audio: np.ndarray, language: str = "en") -> list[Said]:
        listening = Listening(FakeVoiceActivity())
        offscript = OffScript(recognizer, listening.hearing, listening.speech, language)
        offscript.begin(0.0)
        said: list[Said] = []
        step = SAMPLE_RATE // 5
        for at in range(0, len(audio), step):
            listening.microphone.hear(audio[at : at + step], at * 1000 // SAMPLE_RATE)
            listening.listen()
            said += offscript.step((at + step) / SAMPLE_RATE)
        return said

    return say


def test_an_utterance_ends_with_a_pause(say, speak):
    last = say(speak(0.5, SPEECH, 1.0))[-1]

    assert (last.text, last.final, round(last.start_s, 1), round(last.end_s, 1)) == (TOLD, True, 0.5, 3.0)


def test_committed_text_only_grows(say, speak):
    said = say(speak(0.5, SPEECH, 1.0))

    assert all(later.text.startswith(sooner.text) for sooner, later in pairwise(said))
    assert [s.revision for s in said] == list(range(len(said)))
    assert len(said) > 1


def test_two_utterances_are_two(say, speak):
    finals = [s.text for s in say(speak(0.5, SPEECH, 1.5, "and that is all", 1.0)) if s.final]

    assert finals == [TOLD, "And that is all."]


def test_an_utterance_ends_with_a_long_sentence(say, speak):
    said = say(
        speak(0.5, "this is a sentence of more than forty letters. and then one more word follows", 1.0)
    )

    assert [s.text for s in said if s.final] == [
        "This is a sentence of more than forty letters.",
        "And then one more word follows",
    ]


@pytest.mark.parametrize(
    ("language", "first", "second", "told"),
    [
        (
            "ko",
            "멀리서 오신 여러분을 진심으로 환영합니다",
            "올해로 스무 해가 되었습니다",
            ["멀리서 오신 여러분을 진심으로 환영합니다.", "올해로 스무 해가 되었습니다."],
        ),
        (
            "ko",
            "앞으로도 저희와 함께 걸어가시겠습니까",
            "그렇게 믿습니다",
            ["앞으로도 저희와 함께 걸어가시겠습니까?", "그렇게 믿습니다."],
        ),
        (
            "ko",
            "오산시와 꽝남성의 오랜 우정은 앞으로도",
            "계속될 것입니다",
            ["오산시와 꽝남성의 오랜 우정은 앞으로도 계속될 것입니다."],
        ),
        (
            "vi",
            "thay mặt lãnh đạo tỉnh tôi xin cảm ơn",
            "chúng tôi mong được đón quý vị",
            ["Thay mặt lãnh đạo tỉnh tôi xin cảm ơn.", "Chúng tôi mong được đón quý vị."],
        ),
    ],
)
def test_without_punctuation_a_sentence_ends_by_its_last_words_and_a_breath(
    say, speak, language, first, second, told
):
    said = say(speak(0.5, first, 0.4, second, 1.0), language)

    assert [s.text for s in said if s.final] == told


def test_what_a_recogniser_makes_of_noise_is_not_shown(say, speak):
    assert say(speak(0.5, "thanks for watching", 1.0)) == []
    assert say(speak(0.5, "오늘 이렇게 모여 주신 여러분", 1.0)) == []
    assert say(speak(0.5, "no way no way no way no way", 1.0)) == []


def test_long_speech_is_heard_in_bounded_stretches(say, speak):
    letters = random.Random(0)
    words = " ".join("".join(letters.choices("aeioubdgklmnprst", k=5)) for _ in range(120))

    said = [s.text for s in say(speak(0.5, words, 1.0)) if s.final]

    assert " ".join(said).casefold().rstrip(".") == words
    assert max(map(len, said)) < 180


def test_a_cough_is_no_utterance(say, speak, recognizer):
    assert say(speak(0.5, "hm", 2.0)) == []
    assert recognizer.calls == 0


def test_silence_recognises_nothing(say, speak, recognizer):
    assert say(speak(20.0)) == []
    assert recognizer.calls == 0


def test_a_failing_engine_is_not_hidden(say, speak, recognizer):
    recognizer.fails = True

    with pytest.raises(EngineError):
        say(speak(0.5, SPEECH))


def test_what_belongs_to_the_script_is_not_committed(voice, speak, recognizer):
    listening = Listening(FakeVoiceActivity())
    offscript = OffScript(recognizer, listening.hearing, listening.speech, "en")
    offscript.begin(0.0)
    listening.microphone.hear(speak("one two three four five six"), 0)
    listening.listen()
    offscript.step(1.5)

    said = offscript.end(until_s=1.0)

    assert said == [Said("One two three four.", 0.0, 1.0, 0, final=True)]
    assert (offscript.active, offscript.end(9.0)) == (False, [])


def test_a_sentence_ends_with_a_breath_and_other_words_do_not(say, speak, recognizer):
    ended = say(speak(0.5, f"{SPEECH}.", 0.6, "and", 0.1))
    open_ = say(speak(0.5, SPEECH, 0.6, "and", 0.1))

    assert [s.text for s in ended if s.final] == [TOLD]
    assert [s for s in open_ if s.final] == []


def test_what_was_heard_at_a_breath_is_not_recognised_again_at_the_pause(say, speak, recognizer):
    say(speak(0.5, "let me add", 0.6))
    at_breath = recognizer.calls
    recognizer.calls = 0
    said = say(speak(0.5, "let me add", 1.2))

    assert recognizer.calls == at_breath
    assert [s.text for s in said if s.final] == ["Let me add."]
