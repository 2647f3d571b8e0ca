import numpy as np

from twinhall.captions.hearing import KEPT, Hearing, Microphone
from twinhall.captions.listening import Listening
from twinhall.captions.ports import SAMPLE_RATE
from twinhall.engines.fakes import FakeVoiceActivity

SECOND = np.full(SAMPLE_RATE, 1000, np.int16)


def test_a_microphone_that_nobody_reads_loses_its_oldest_frames():
    microphone = Microphone()
    for second in range(5):
        microphone.hear(SECOND, second * 1000)

    frames = microphone.take()

    assert (microphone.lost, frames[0][0], len(frames)) == (2 * SAMPLE_RATE, 2000, 3)
    assert microphone.take() == []


def test_hearing_keeps_the_last_half_minute():
    hearing = Hearing()
    for second in range(70):
        hearing.append(np.full(SAMPLE_RATE, second, np.int16))

    assert hearing.end == 70 * SAMPLE_RATE
    assert np.rint(hearing.between(68.5, 99)[[0, -1]] * 32768).tolist() == [68, 69]
    assert len(hearing.between(10, 20)) == 0
    assert len(hearing.between(41, 42)) == SAMPLE_RATE
    assert KEPT == 30 * SAMPLE_RATE


def listened(*frames: tuple[int, np.ndarray]) -> Listening:
    listening = Listening(FakeVoiceActivity())
    for at_ms, samples in frames:
        listening.microphone.hear(samples, at_ms)
    listening.listen()
    return listening


def test_a_gap_between_frames_is_silence():
    listening = listened((0, SECOND), (3000, SECOND))

    assert listening.hearing.end == 4 * SAMPLE_RATE
    assert round(listening.speech.seconds(0.9, 2.9), 1) == 0.1
    assert round(listening.speech.seconds(2.9, 3.9), 1) == 0.9


def test_frames_that_come_slightly_early_or_late_join_on():
    listening = listened((0, SECOND), (1150, SECOND), (1950, SECOND))

    assert listening.hearing.end == 3 * SAMPLE_RATE


def test_what_was_heard_already_is_not_heard_twice():
    listening = listened((0, SECOND), (500, SECOND))

    assert listening.hearing.end == 1.5 * SAMPLE_RATE


def test_a_microphone_that_was_mute_for_an_hour_is_heard_at_the_right_time():
    listening = listened((0, SECOND), (3_600_000, SECOND))

    assert listening.hearing.end == 3601 * SAMPLE_RATE
    assert round(listening.speech.seconds(3600, 3601), 1) == 1.0
    assert len(listening.hearing.between(3600, 3601)) == SAMPLE_RATE


def test_silence_asks_no_engine():
    activity = FakeVoiceActivity()
    listening = Listening(activity)

    listening.microphone.hear(np.full(10 * SAMPLE_RATE, 20, np.int16), 0)
    listening.listen()

    assert activity.calls == 0
    assert round(listening.speech.until_s) == 10
