import numpy as np
import pytest

from tests.captions import hard_sounds
from twinhall.captions.gate import Gate
from twinhall.captions.listening import Listening
from twinhall.captions.ports import SAMPLE_RATE
from twinhall.engines.fakes import FakeVoiceActivity

CHUNKS_A_SECOND = SAMPLE_RATE / 512


class Nothing(FakeVoiceActivity):
    """Hears no speech in anything."""

    def probability(self, chunk):
        super().probability(chunk)
        return 0.0


def asked(sound: np.ndarray) -> float:
    """Return for how many seconds of a sound the detector was asked."""
    activity = Nothing()
    listening = Listening(activity)
    for at in range(0, len(sound), SAMPLE_RATE):
        listening.microphone.hear(sound[at : at + SAMPLE_RATE], at * 1000 // SAMPLE_RATE)
        listening.listen()
    return activity.calls / CHUNKS_A_SECOND


@pytest.mark.parametrize("level_db", [-50, -30, -15])
def test_an_open_microphone_that_hisses_asks_no_detector(level_db):
    assert asked(hard_sounds.hiss(20, level_db)) < 1.5


def test_noise_that_gets_louder_is_listened_to_until_it_is_known():
    louder = np.concatenate([hard_sounds.hiss(5, -50), hard_sounds.hiss(15, -35, seed=1)])

    assert 3 < asked(louder) < 6


def test_music_and_applause_are_left_to_the_detector():
    assert asked(hard_sounds.music(10)) == pytest.approx(10, abs=0.2)
    assert asked(hard_sounds.applause(10)) == pytest.approx(10, abs=0.2)


def test_a_voice_over_the_hiss_opens_the_gate_at_once():
    rng = np.random.default_rng(1)
    gate, hiss = Gate(512 / SAMPLE_RATE), hard_sounds.hiss(6, -40)
    voice = hard_sounds.together(hiss, (rng.standard_normal(len(hiss)) * 300).astype(np.int16))
    opened = [gate.is_open(hiss[at : at + 512]) for at in range(0, 5 * SAMPLE_RATE, 512)]

    assert (opened[0], opened[-1]) == (True, False)
    assert gate.is_open(voice[:512])
