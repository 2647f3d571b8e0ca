import numpy as np
import pytest

from twinhall.captions.follower.evidence import Evidence, Place
from twinhall.captions.follower.ground import Ground, Progress
from twinhall.captions.follower.settings import FollowerSettings
from twinhall.captions.follower.witness import Witness
from twinhall.captions.listening import Listening
from twinhall.captions.script_tokens import ScriptTokens
from twinhall.engines.fakes import FakeScorer, FakeVoiceActivity
from twinhall.language.places import ScriptIndex

from .conftest import SENTENCES

STRANGER = "pardon me good folks"
SETTINGS = FollowerSettings()


@pytest.fixture
def ground(voice, speak):
    """ground("words") is a follower's surroundings after those words were heard, from 0 s on."""

    def ground(said: str) -> Ground:
        listening, scorer, settings = Listening(FakeVoiceActivity()), FakeScorer(voice), SETTINGS
        script, index = ScriptTokens(scorer, SENTENCES, settings.ahead), ScriptIndex(SENTENCES, "en")
        listening.microphone.hear(speak(said), 0)
        listening.listen()
        return Ground(scorer, script, index, listening.speech, listening.hearing.between, settings)

    return ground


def evidence(place: Place, spoken: int) -> Evidence:
    return Evidence(place, 8, np.arange(1.0, spoken + 1), np.arange(spoken + 1) * 0.25)


@pytest.mark.parametrize(
    ("said", "is_like"),
    [
        (SENTENCES[1], True),
        (SENTENCES[2], True),
        (STRANGER, False),
        ("", True),
    ],
)
def test_words_of_the_segment_or_the_next_sound_like_them_and_no_words_say_nothing(ground, said, is_like):
    here = ground(said)
    witness = Witness(here)

    heard = witness.hear(0.0, 2.5)

    assert (witness.likeness(heard, Progress(segment=1)) > 0.6) is is_like


def test_a_place_that_sounds_like_what_is_heard_is_agreed_to(ground):
    witness = Witness(ground(SENTENCES[0]))
    heard = witness.hear(0.0, 2.0)

    assert witness.agrees(heard, evidence(Place(0), 8), surplus=0.1, asked=0.4)
    assert not witness.agrees(heard, evidence(Place(3), 8), surplus=0.1, asked=0.4)


def test_much_evidence_makes_up_for_a_poor_transcript(ground):
    witness = Witness(ground(STRANGER))
    heard = witness.hear(0.0, 1.0)

    assert not witness.agrees(heard, evidence(Place(0), 4), surplus=0.1, asked=0.4)
    assert witness.agrees(heard, evidence(Place(0), 4), surplus=6.0, asked=0.4)


def test_each_stretch_is_heard_freely_once(ground):
    here = ground(STRANGER)
    witness = Witness(here)

    assert witness.hear(0.0, 1.0) is witness.hear(0.0, 1.0)
    assert witness.text(witness.hear(0.0, 1.0)) == STRANGER
