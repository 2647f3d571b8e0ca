"""With the real model: sounds without words leave the screen empty, spoilt voices give no nonsense."""

import difflib
from pathlib import Path

import numpy as np
import pytest

from tests.captions import hard_sounds
from twinhall.captions.pipeline import SpeakerCaptions
from twinhall.captions.ports import SAMPLE_RATE
from twinhall.captions.replay import simulate
from twinhall.engines.audio_file import decode
from twinhall.engines.registry import speech_engines

pytestmark = pytest.mark.model

RECORDINGS = Path(__file__).parents[3] / "shared" / "data" / "speech"
KOREAN = ("원래 가족이 더 힘든 법이에요. 힘내세요.", "괜찮을 거예요. 긴장 푸세요.")


def shown(samples: np.ndarray, language: str = "ko") -> list[str]:
    """Return what stood on screen at the end of each utterance."""
    captions = SpeakerCaptions(speech_engines(language), language)
    lines = [line for _, line in simulate(captions, samples, lambda: 0.0)]
    return [line.texts[language] for line in lines if line.final and line.texts]


@pytest.fixture(scope="module")
def voice():
    """voice(name, seconds) returns the beginning of a recording."""

    def voice(name: str, seconds: float) -> np.ndarray:
        path = RECORDINGS / f"{name}.flac"
        if not path.exists():
            pytest.skip(f"needs the recordings in {RECORDINGS}")
        return decode(path)[: int(seconds * SAMPLE_RATE)]

    return voice


def test_sounds_without_words_show_nothing():
    sounds = [hard_sounds.silence(4), hard_sounds.hiss(6), hard_sounds.music(8), hard_sounds.applause(8)]

    assert shown(np.concatenate(sounds)) == []


@pytest.mark.parametrize("spoil", [hard_sounds.telephone, hard_sounds.clipped])
def test_a_spoilt_voice_is_still_read(voice, spoil):
    told = " ".join(shown(spoil(voice("ko/read_kih", 9))))

    assert difflib.SequenceMatcher(None, " ".join(KOREAN), told).ratio() > 0.7
    assert "\N{REPLACEMENT CHARACTER}" not in told


def test_a_voice_in_another_language_shows_next_to_nothing(voice):
    told = shown(voice("vi/vivos_spk01_part1", 12), "ko")

    assert len("".join(told)) < 30
