from itertools import count

from twinhall.captions.pipeline import SpeakerCaptions
from twinhall.captions.replay import play, simulate
from twinhall.engines.fakes import fake_engines

from .conftest import SENTENCES


def test_computing_time_delays_what_is_shown(voice, script, speak):
    audio = speak(0.5, SENTENCES[0], 0.5)
    spent = count(0, 1)  # each reading of the clock is half a step of one second

    (at_once, line), *_ = simulate(SpeakerCaptions(fake_engines(voice), "en", script), audio, lambda: 0.0)
    (late, same), *_ = simulate(
        SpeakerCaptions(fake_engines(voice), "en", script), audio, lambda: float(next(spent))
    )

    assert (line.segment, same.segment) == ("1", "1")
    assert at_once < 1.5
    assert late == 2.0  # the second step began when the first had ended


def test_real_time_plays_at_the_speed_of_the_audio(voice, script, speak):
    now = [100.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    timed = list(
        play(
            SpeakerCaptions(fake_engines(voice), "en", script),
            speak(0.5, SENTENCES[0]),
            lambda: now[0],
            sleep,
        )
    )

    assert [(line.segment, 0.9 < t_s < 1.5) for t_s, line in timed] == [("1", True)]
    assert now[0] > 102.5
