"""Fake engines for tests: every word is a level of its own in the audio, so they hear it exactly."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import cast

import numpy as np
from numpy.typing import NDArray

from twinhall.captions.ports import (
    SAMPLE_RATE,
    EngineError,
    Heard,
    Samples,
    Scored,
    Sound,
    SpeechEngines,
    Translated,
    Word,
)
from twinhall.language.choice import NoEngine
from twinhall.language.translation import Cost, EngineFacts, Flag, Job, Rendered

LEVEL = 64  # between two words; far above what counts as quiet
WORD_S = 0.25
SHORTEST_S = 0.05
HEARD, MISHEARD, UNHEARD = -0.2, -10.0, -8.0  # nats: a word that is there, is not there, on silence
REACH = 2


@dataclass
class Voice:
    """Says words as levels, and knows which level is which word."""

    words: list[str] = field(default_factory=lambda: [""])

    def say(self, text: str) -> NDArray[np.int16]:
        """Return a text as audio, .25 s a word."""
        levels = [level * LEVEL for level in self.levels(text)]
        return np.repeat(np.array(levels, np.int16), int(WORD_S * SAMPLE_RATE))

    def silence(self, seconds: float) -> NDArray[np.int16]:
        """Return silence."""
        return np.zeros(int(seconds * SAMPLE_RATE), np.int16)

    def levels(self, text: str) -> list[int]:
        """Return the level of each word."""
        for word in text.split():
            if word not in self.words:
                self.words.append(word)
        return [self.words.index(word) for word in text.split()]

    def hear(self, samples: Samples) -> Iterator[tuple[int, float, float]]:
        """Yield the level of each word in audio, with its start and end in seconds."""
        levels = np.rint(samples * 32768 / LEVEL).astype(int)
        edges = [0, *(np.flatnonzero(np.diff(levels)) + 1).tolist(), len(levels)]
        for start, end in pairwise(edges):
            if end - start > SHORTEST_S * SAMPLE_RATE and 0 < levels[start] < len(self.words):
                yield int(levels[start]), start / SAMPLE_RATE, end / SAMPLE_RATE


@dataclass
class FakeScorer:
    """Scores a word high where it is heard next."""

    voice: Voice
    calls: int = 0

    def tokens(self, text: str) -> tuple[int, ...]:
        """Return a token a word."""
        return tuple(self.voice.levels(text))

    def pieces(self, tokens: Sequence[int]) -> list[str]:
        """Return the words."""
        return [f" {self.voice.words[t]}" for t in tokens]

    def encode(self, samples: Samples, tail_s: float) -> Sound:
        """Return the words heard."""
        return cast(Sound, (list(self.voice.hear(samples)), len(samples) / SAMPLE_RATE + tail_s))

    def score(self, sound: Sound, texts: Sequence[Sequence[int]]) -> list[Scored]:
        """Score texts on the words heard."""
        self.calls += 1
        heard, end_s = cast(tuple[list[tuple[int, float, float]], float], sound)
        return [self._score(heard, end_s, text) for text in texts]

    def free(self, sound: Sound, most_tokens: int) -> str:
        """Return the words heard."""
        heard, _ = cast(tuple[list[tuple[int, float, float]], float], sound)
        return " ".join(self.voice.words[level] for level, _, _ in heard[:most_tokens])

    def _score(self, heard: list[tuple[int, float, float]], end_s: float, text: Sequence[int]) -> Scored:
        log_p, starts_s, at = [], [], 0
        for n, token in enumerate(text):
            reach = heard[at:] if n == 0 or at == 0 else heard[at : at + REACH]
            found = next((i for i, (level, _, _) in enumerate(reach, at) if level == token), None)
            log_p.append(UNHEARD if not heard else MISHEARD if found is None else HEARD)
            starts_s.append(heard[found][1] if found is not None else end_s)
            at = at if found is None else found + 1
        return Scored(np.array(log_p), np.array([*starts_s, end_s]))


@dataclass
class FakeRecognizer:
    """Recognises every word that was said; fails when told to."""

    voice: Voice
    calls: int = 0
    fails: bool = False

    def recognize(self, samples: Samples) -> list[Word]:
        """Return the words heard."""
        self.calls += 1
        if self.fails:
            raise EngineError("the fake recogniser was told to fail")
        return [Word(f" {self.voice.words[level]}", a, b) for level, a, b in self.voice.hear(samples)]

    def transcribe(self, samples: Samples, spans: Sequence[tuple[float, float]]) -> list[Word]:
        """Return the words heard in spans."""
        return [
            Word(w.text, w.start_s + start_s, w.end_s + start_s)
            for start_s, end_s in spans
            for w in self.recognize(samples[int(start_s * SAMPLE_RATE) : int(end_s * SAMPLE_RATE)])
        ]


class FakeStream:
    """Recognises every word that was said; the last one may still grow."""

    def __init__(self, voice: Voice) -> None:
        self._voice, self._audio, self._told = voice, np.zeros(0, np.float32), 0

    def hear(self, samples: Samples) -> Heard:
        """Return all new words but the last as settled."""
        self._audio = np.concatenate([self._audio, samples])
        words = [self._voice.words[level] for level, _, _ in self._voice.hear(self._audio)]
        new, self._told = words[self._told : -1], max(self._told, len(words) - 1)
        return Heard("".join(f" {w}" for w in new), f" {words[-1]}" if words else "")

    def finish(self) -> Heard:
        """Return the last word."""
        last = self.hear(np.zeros(0, np.float32))
        self._audio, self._told = np.zeros(0, np.float32), 0
        return Heard(last.settled + last.open, "")


@dataclass
class FakeVoiceActivity:
    """Takes every sound for speech."""

    chunk: int = 512
    calls: int = 0

    def probability(self, chunk: NDArray[np.int16]) -> float:
        """Return 1 for sound, 0 for silence."""
        self.calls += 1
        return float(bool(np.any(chunk)))


@dataclass
class FakeTranslator:
    """Writes the languages in front of the sentence; lacks pairs and fails when told to."""

    name: str = "fake"
    without: frozenset[tuple[str, str]] = frozenset()
    fails: bool = False
    useless: frozenset[str] = frozenset()
    jobs: list[Job] = field(default_factory=list)

    @property
    def facts(self) -> EngineFacts:
        """Return what a fake is."""
        return EngineFacts(self.name, Cost.FREE, "none", context=True)

    def lacks(self, source: str, target: str) -> str | None:
        """Say that a pair is missing."""
        return f"{self.name} has no {source}-{target}" if (source, target) in self.without else None

    def model(self, source: str, target: str) -> str:
        """Return a name."""
        return f"{self.name} {source}-{target}"

    def translate(self, job: Job) -> tuple[Rendered, ...]:
        """Return the sentences as if they were translated."""
        self.jobs.append(job)
        if self.fails:
            raise EngineError(f"{self.name} was told to fail")
        return tuple(
            Rendered("", frozenset({Flag.UNUSABLE}))
            if sentence in self.useless
            else Rendered(f"[{job.source}-{job.target}] {sentence}")
            for sentence in job.sentences
        )


@dataclass
class FakeSentenceTranslator:
    """Writes the target language in front of what is said; lacks and fails languages when told to.

    waits_for: every call waits until it is set; asked: sentence and target of every call, in order.
    """

    without: frozenset[str] = frozenset()
    fails: set[str] = field(default_factory=set)
    stands: frozenset[str] = frozenset()
    waits_for: threading.Event | None = None
    asked: list[tuple[str, str]] = field(default_factory=list)
    prepared: list[tuple[str, str]] = field(default_factory=list)

    def prepare(self, source: str, target: str) -> None:
        """Remember the pair."""
        self.prepared.append((source, target))
        if target in self.fails:
            raise EngineError("the fake translator was told to fail")

    def translate(self, sentence: str, source: str, target: str) -> Translated | None:
        """Return the sentence as if it were translated."""
        self.asked.append((sentence, target))
        if self.waits_for:
            self.waits_for.wait()
        if target in self.without:
            raise NoEngine(f"nothing here translates {source}-{target}")
        if target in self.fails:
            raise EngineError("the fake translator was told to fail")
        if sentence in self.stands:
            return None
        return Translated(f"[{target}] {sentence}", "fake", f"fake {source}-{target}")


def fake_engines(voice: Voice) -> SpeechEngines:
    """Return engines that hear one voice."""
    return SpeechEngines(FakeVoiceActivity(), FakeScorer(voice), FakeRecognizer(voice))
