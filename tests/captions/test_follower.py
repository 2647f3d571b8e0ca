from collections.abc import Sequence

import numpy as np
import pytest

from twinhall.captions.follower import Follower, FollowerSettings
from twinhall.captions.follower.settings import Rule
from twinhall.captions.listening import Listening
from twinhall.captions.ports import SAMPLE_RATE
from twinhall.engines.fakes import FakeScorer, FakeVoiceActivity

from .conftest import SENTENCES

STRANGER = "something quite different that nobody ever wrote into any speech at all"


@pytest.fixture
def follow(voice):
    """follow(audio) returns what is shown, each with the time from which it is."""

    def follow(
        audio: np.ndarray,
        resume: int | None = None,
        settings: FollowerSettings | None = None,
        sentences: Sequence[str] = SENTENCES,
    ) -> list[tuple[int | None, float]]:
        listening = Listening(FakeVoiceActivity())
        speech, sound = listening.speech, listening.hearing.between
        follower = Follower(FakeScorer(voice), sentences, "en", speech, sound, settings)
        if resume is not None:
            follower.resume(resume, 0.0, on_screen=True)
        shown: list[tuple[int | None, float]] = [(follower.shown, 0.0)]
        step = SAMPLE_RATE // 10
        for at in range(0, len(audio), step):
            listening.microphone.hear(audio[at : at + step], at * 1000 // SAMPLE_RATE)
            listening.listen()
            now_s = (at + step) / SAMPLE_RATE
            now = follower.step(now_s)
            if now != shown[-1][0]:
                shown.append((now, now_s))
        return shown

    return follow


def many_words(count: int) -> str:
    """Return a sentence of so many different words, none of them a figure."""
    return " ".join("word" + "".join(chr(ord("a") + int(digit)) for digit in str(n)) for n in range(count))


def segments(shown: list[tuple[int | None, float]]) -> list[int | None]:
    return [segment for segment, _ in shown]


def test_a_script_read_straight_is_followed_sentence_by_sentence(follow, speak):
    audio = speak(0.5, SENTENCES[0], 0.5, SENTENCES[1], 0.5, SENTENCES[2], 0.5, SENTENCES[3], 1.0)

    assert segments(follow(audio)) == [None, 0, 1, 2, 3]


def test_a_sentence_is_shown_within_a_second(follow, speak):
    shown = follow(speak(0.5, SENTENCES[0], 0.5, SENTENCES[1]))

    begun_s = {0: 0.5, 1: 0.5 + 8 * 0.25 + 0.5}
    assert all(at_s - begun_s[segment] < 1.0 for segment, at_s in shown[1:])


def test_sentences_run_together_are_told_apart(follow, speak):
    assert segments(follow(speak(0.5, " ".join(SENTENCES)))) == [None, 0, 1, 2, 3]


def test_a_sentence_stays_through_pauses_and_after_its_end(follow, speak):
    words = SENTENCES[0].split()
    audio = speak(0.5, " ".join(words[:4]), 3.0, " ".join(words[4:]), 5.0)

    assert segments(follow(audio)) == [None, 0]


def test_an_ending_that_is_only_clear_together_with_its_start_keeps_the_sentence(follow, speak):
    never_by_itself = FollowerSettings(expected=Rule(99.0, 0.0, 0.0))
    words = SENTENCES[1].split()
    audio = speak(0.5, " ".join(words[:5]), 0.6, " ".join(words[5:]), 0.5)

    assert segments(follow(audio, settings=never_by_itself)) == [None, 1]


def test_the_screen_goes_blank_when_something_else_is_said(follow, speak):
    shown = follow(speak(0.5, SENTENCES[0], 0.5, STRANGER, 0.5))

    assert segments(shown) == [None, 0, None]
    assert shown[-1][1] < 3.0 + 2.5


def test_a_short_word_that_is_not_in_the_script_is_judged_at_the_pause_behind_it(follow, speak):
    shown = follow(speak(0.5, SENTENCES[0], 0.5, "pardon me", 2.0))

    assert segments(shown) == [None, 0, None]
    assert shown[-1][1] < 3.0 + 0.5 + 0.3


def test_a_bracket_is_no_evidence_for_the_sentence_that_begins_with_it(follow, speak):
    script = (SENTENCES[0], f"「 {SENTENCES[1]}")
    audio = speak(0.5, SENTENCES[0], 0.5, f"「 {STRANGER}", 0.5)

    assert 1 not in segments(follow(audio, sentences=script))


def test_the_screen_goes_blank_when_something_else_follows_without_a_pause(follow, speak):
    shown = follow(speak(0.5, f"{SENTENCES[0]} {STRANGER}", 0.5))

    assert segments(shown) == [None, 0, None]
    assert shown[-1][1] < 0.5 + 8 * 0.25 + 1.6


def test_leaving_in_the_middle_of_a_sentence_is_noticed(follow, speak):
    begun = " ".join(SENTENCES[2].split()[:4])

    assert segments(follow(speak(0.5, f"{begun} {STRANGER} {STRANGER}", 0.5))) == [None, 2, None]


def test_a_leap_that_is_not_proven_is_taken_back(follow, speak):
    words_of_the_last = " ".join(SENTENCES[3].split()[:4])
    audio = speak(0.5, SENTENCES[0], 0.5, f"{words_of_the_last} {STRANGER}", 0.5, SENTENCES[1], 0.5)

    assert segments(follow(audio)) in ([None, 0, None, 1], [None, 0, 3, None, 1])


def test_a_sentence_said_again_is_found_from_a_blank_screen(follow, speak):
    audio = speak(0.5, SENTENCES[0], 0.5, SENTENCES[1], 0.5, STRANGER, 0.5, SENTENCES[0], 0.5)

    assert segments(follow(audio)) == [None, 0, 1, None, 0]


def test_of_two_alike_the_nearest_ahead_is_shown(follow, speak):
    thanks = "thank you very much indeed for this"
    script = (SENTENCES[0], thanks, SENTENCES[1], thanks, SENTENCES[2])
    audio = speak(0.5, SENTENCES[0], 0.5, thanks, 0.5, SENTENCES[1], 0.5, thanks, 0.5, SENTENCES[2], 0.5)

    assert segments(follow(audio, sentences=script)) == [None, 0, 1, 2, 3, 4]


def test_a_sentence_of_400_words_is_followed_to_its_end(follow, speak):
    endless = many_words(400)
    shown = follow(speak(0.5, endless, 0.5, SENTENCES[1], 0.5), sentences=(endless, SENTENCES[1]))

    assert segments(shown) == [None, 0, 1]


def test_a_script_of_one_sentence_is_followed(follow, speak):
    shown = follow(speak(0.5, SENTENCES[0], 0.5, STRANGER, 0.5), sentences=SENTENCES[:1])

    assert segments(shown) == [None, 0, None]


def test_well_inside_a_sentence_it_looks_less_often(voice, speak):
    endless = many_words(40)
    scorer, listening = FakeScorer(voice), Listening(FakeVoiceActivity())
    follower = Follower(scorer, [endless], "en", listening.speech, listening.hearing.between)
    for at, samples in enumerate(np.split(speak(endless), 100)):
        listening.microphone.hear(samples, at * 100)
        listening.listen()
        follower.step((at + 1) / 10)

    assert follower.shown == 0
    assert scorer.calls < 10 / 0.3


def test_reading_goes_on_after_an_ad_lib(follow, speak):
    audio = speak(0.5, SENTENCES[0], 0.5, STRANGER, 0.5, SENTENCES[1], 0.5)

    assert segments(follow(audio)) == [None, 0, None, 1]


def test_a_sentence_left_out_is_skipped(follow, speak):
    assert segments(follow(speak(0.5, SENTENCES[0], 0.5, SENTENCES[2], 0.5)))[-1] == 2


def test_a_jump_far_ahead_is_found(follow, speak):
    assert segments(follow(speak(0.5, SENTENCES[3], 0.5)))[-1] == 3


def test_nothing_is_shown_while_something_else_is_said(follow, speak):
    assert segments(follow(speak(0.5, STRANGER, 0.5, STRANGER))) == [None]


def test_a_follower_put_at_a_segment_goes_on_behind_it(follow, speak):
    assert segments(follow(speak(0.5, SENTENCES[2], 0.5), resume=1)) == [1, 2]


def test_silence_scores_nothing(voice, speak):
    scorer, listening = FakeScorer(voice), Listening(FakeVoiceActivity())
    follower = Follower(scorer, SENTENCES, "en", listening.speech, listening.hearing.between)

    listening.microphone.hear(speak(20.0), 0)
    listening.listen()
    follower.step(20.0)

    assert scorer.calls == 0
