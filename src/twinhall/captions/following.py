"""Which follower can a speaker have? The only place that knows both."""

from typing import Protocol

from twinhall.captions.follower import Follower
from twinhall.captions.follower_text import TextFollower
from twinhall.captions.listening import Listening
from twinhall.captions.ports import SpeechEngines
from twinhall.captions.stretches import StretchStream
from twinhall.captions.text_listening import TextListening
from twinhall.captions.values import Script


class ScriptFollower(Protocol):
    """Says which segment of a script is being read out."""

    @property
    def explained_s(self) -> float:
        """The last time at which the script explained what was said."""
        ...

    @property
    def started_s(self) -> float:
        """Start of the audio that belongs to the segment on screen."""
        ...

    def prepare(self, most: int = 1) -> None:
        """Use a moment of silence to get ready for the segments ahead."""
        ...

    def resume(self, segment: int, now_s: float, *, on_screen: bool) -> None:
        """Go on from a segment that someone else knows to be the place."""
        ...

    def step(self, now_s: float) -> int | None:
        """Take in what was heard until now and return the segment that belongs on screen, None off script."""
        ...


def follower_for(script: Script, engines: SpeechEngines, listening: Listening) -> ScriptFollower | None:
    """Return the best follower that the engines allow: by scoring, else by recognised text, else none."""
    sentences = [s.text for s in script.segments]
    if not sentences:
        return None
    if engines.scorer:
        sound = listening.hearing.between
        return Follower(engines.scorer, sentences, script.language, listening.speech, sound)
    stream = engines.stream
    if stream is None and engines.recognizer:
        stream = StretchStream(engines.recognizer, script.language)
    if stream is None:
        return None
    heard = TextListening(stream, listening.hearing, listening.speech)
    return TextFollower(heard, sentences, script.language)
