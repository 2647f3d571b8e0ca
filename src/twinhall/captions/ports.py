"""What captions need from outside engines, and the values that cross that line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NewType, Protocol

import numpy as np
from numpy.typing import NDArray

from twinhall.language.failure import EngineError as EngineError

SAMPLE_RATE = 16_000

Samples = NDArray[np.float32]
"""Mono, 16 kHz, -1 to 1."""

Sound = NewType("Sound", object)
"""A stretch of audio as a scorer's encoder left it. Only the scorer that made it can read it."""


@dataclass(frozen=True, slots=True)
class Scored:
    """How well a text explains a stretch of audio, token by token.

    log_p: log-probability (nats) of each token, given the audio and the tokens before it; shape (n,).
    starts_s: where each token starts, seconds from the start of the stretch, and the end; shape (n + 1,).
    """

    log_p: NDArray[np.float64]
    starts_s: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word and the blank before it (Japanese: a few characters); seconds from the start."""

    text: str
    start_s: float
    end_s: float


class Scorer(Protocol):
    """Scores known texts of one language on audio."""

    def tokens(self, text: str) -> tuple[int, ...]:
        """Return the tokens of a sentence."""
        ...

    def pieces(self, tokens: Sequence[int]) -> list[str]:
        """Return the text of each token; a token that is part of a character gives U+FFFD."""
        ...

    def encode(self, samples: Samples, tail_s: float) -> Sound:
        """Encode a stretch of at most 29 s and `tail_s` of silence. Cost: about 15 ms + 12 ms a second."""
        ...

    def score(self, sound: Sound, texts: Sequence[Sequence[int]]) -> list[Scored]:
        """Score each text on the sound. Cost: about 15 ms a text of 20 tokens. Raises EngineError."""
        ...

    def free(self, sound: Sound, most_tokens: int) -> str:
        """Return what is heard without knowing the text: quick, greedy, for finding a place in a script."""
        ...


class Recognizer(Protocol):
    """Recognises speech of one language."""

    def recognize(self, samples: Samples) -> list[Word]:
        """Return the words of a stretch of at most 29 s, none if all is unclear. Raises EngineError."""
        ...


@dataclass(frozen=True, slots=True)
class Heard:
    """Text of a stream. settled: what is new since the last call and stays; open: what may still change."""

    settled: str
    open: str


class Stream(Protocol):
    """Recognises what one microphone hears while it is being said."""

    def hear(self, samples: Samples) -> Heard:
        """Take the next samples and return what is known by now. Raises EngineError."""
        ...

    def finish(self) -> Heard:
        """Return all that was still open as settled, and begin anew: the speaker pauses."""
        ...


class Transcriber(Protocol):
    """Recognises whole recordings of one language, taking its time."""

    def transcribe(self, samples: Samples, spans: Sequence[tuple[float, float]]) -> list[Word]:
        """Return the words in those spans (start, end: seconds) of a recording. Raises EngineError."""
        ...


class SpokenLanguage(Protocol):
    """Tells languages apart by ear."""

    def language_of(self, samples: Samples) -> tuple[str, float]:
        """Return the likeliest language tag of a stretch of at most 30 s, and how likely it is."""
        ...


@dataclass(frozen=True, slots=True)
class Translated:
    """A sentence that a machine translated. flags: why a person should look at it.

    engine, model, pivot: provenance; pivot is the language between, None if there is none.
    """

    text: str
    engine: str
    model: str
    pivot: str | None = None
    flags: tuple[str, ...] = ()


class SentenceTranslator(Protocol):
    """Translates what is being said, sentence by sentence. Blocks; may be called from several threads."""

    def prepare(self, source: str, target: str) -> None:
        """Load what a pair needs, so that its first sentence does not wait. Raises EngineError."""
        ...

    def translate(self, sentence: str, source: str, target: str) -> Translated | None:
        """Return a sentence in another language; None if it stands as it is: a name, figures.

        Raises EngineError, NoEngine where nothing here translates the pair.
        """
        ...


class VoiceActivity(Protocol):
    """Tells speech from everything else, chunk after chunk of one microphone."""

    chunk: int
    """Samples of a chunk."""

    def probability(self, chunk: NDArray[np.int16]) -> float:
        """Return how probable it is that the next chunk holds speech."""
        ...


@dataclass(frozen=True, slots=True)
class SpeechEngines:
    """What listens to one speaker. Scorer and recogniser may be missing, and what they do with them.

    stream: recognises this one speaker while they speak; without it and a scorer, stretches are recognised.
    """

    activity: VoiceActivity
    scorer: Scorer | None
    recognizer: Recognizer | None
    stream: Stream | None = None
