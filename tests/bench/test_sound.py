import numpy as np
import pytest

from _follow_sound import CONDITIONS, speech_power

SECONDS = 20


@pytest.fixture
def voice():
    """A voice of 300 and 5000 Hz that speaks for a second and rests for a second."""
    t_s = np.arange(SECONDS * 16_000) / 16_000
    tone = 2000 * (np.sin(2 * np.pi * 500 * t_s) + np.sin(2 * np.pi * 5000 * t_s))
    return (tone * (t_s % 2 < 1)).astype(np.int16)


def spoil(condition, voice, others=()):
    return CONDITIONS[condition](voice, others, np.random.default_rng(1))


def test_a_clean_recording_is_left_as_it_is(voice):
    assert np.array_equal(spoil("clean", voice), voice)


@pytest.mark.parametrize("condition", ["noise", "music", "babble"])
def test_sounds_lie_ten_decibels_under_the_speech(voice, condition):
    other = np.roll(voice, 7000)[: 9 * 16_000]

    heard = spoil(condition, voice, [other])

    under = (heard.astype(float) - voice).var()
    assert len(heard) == len(voice)
    assert 10 * np.log10(speech_power(voice) / under) == pytest.approx(10, abs=0.1)


def test_applause_breaks_out_and_dies_away(voice):
    added = spoil("applause", voice).astype(float) - voice

    loud = [bool(np.abs(added[s * 16_000 : (s + 1) * 16_000]).max() > 100) for s in range(SECONDS)]
    assert loud == [8 <= s < 12 for s in range(SECONDS)]


def test_a_telephone_passes_only_its_band(voice):
    heard = np.abs(np.fft.rfft(spoil("telephone", voice).astype(float)))

    assert heard[500 * SECONDS] > 100 * heard[5000 * SECONDS]


def test_a_hall_goes_on_sounding_when_the_voice_has_ended(voice):
    heard = spoil("reverberation", voice).astype(float)

    pause = slice(int(1.05 * 16_000), int(1.15 * 16_000))
    assert np.abs(voice[pause]).max() == 0
    assert 50 < np.abs(heard[pause]).mean() < np.abs(voice[:16_000]).mean()


def test_babble_needs_other_voices(voice):
    with pytest.raises(ValueError, match="other recordings"):
        spoil("babble", voice)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_silence_stays_a_recording_of_the_same_length(condition):
    silence = np.zeros(16_001, np.int16)

    assert len(spoil(condition, silence, [silence])) == 16_001
