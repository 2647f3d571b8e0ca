"""A voice whose words fake engines hear exactly, and a way to play it to captions."""

import numpy as np
import pytest

from twinhall.captions.pipeline import SpeakerCaptions
from twinhall.captions.replay import simulate
from twinhall.captions.values import CaptionLine, Rendition, Script, Segment
from twinhall.engines.fakes import Voice

SENTENCES = (
    "we are glad to meet you all today",
    "our two cities signed in the spring of that year",
    "students visited every summer since then and learned much",
    "next autumn we plan a common festival of music",
)


@pytest.fixture
def voice():
    return Voice()


@pytest.fixture
def script():
    return Script(
        "en",
        tuple(
            Segment(str(n), text, {"vi": Rendition(f"câu {n}")}) for n, text in enumerate(SENTENCES, start=1)
        ),
    )


@pytest.fixture
def speak(voice):
    """speak("words", 0.5, "more words") returns audio: texts are said, numbers are seconds of silence."""

    def speak(*parts: str | float) -> np.ndarray:
        return np.concatenate([voice.say(p) if isinstance(p, str) else voice.silence(p) for p in parts])

    return speak


@pytest.fixture
def play():
    """play(captions, audio) returns its lines; computing takes no time."""

    def play(captions: SpeakerCaptions, audio: np.ndarray) -> list[CaptionLine]:
        return [line for _, line in simulate(captions, audio, lambda: 0.0)]

    return play
