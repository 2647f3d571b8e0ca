"""A stream made of a recogniser that only knows stretches: it hears the newest one again and again."""

import numpy as np

from twinhall.captions.doubt import believed
from twinhall.captions.ports import SAMPLE_RATE, Heard, Recognizer, Samples, Word

EVERY_S = 0.4  # new audio between two passes
LONGEST_S = 6.0
DOUBT_S = 2.5  # newest part of a stretch that is too long: what is older stays


class StretchStream:
    """The stream port on a recogniser. Words stay once they are old enough, or in a pause."""

    def __init__(self, recognizer: Recognizer, language: str) -> None:
        self._recognizer, self._language = recognizer, language
        self._begin()

    def _begin(self) -> None:
        self._audio = np.zeros(0, np.float32)
        self._passed = 0  # samples of it that the last pass knew
        self._open = ""

    def hear(self, samples: Samples) -> Heard:
        """Take the next samples. Cost: one pass over at most 6 s of audio every .4 s. Raises EngineError."""
        self._audio = np.concatenate([self._audio, samples])
        if len(self._audio) - self._passed < EVERY_S * SAMPLE_RATE:
            return Heard("", self._open)
        words = self._words(self._audio)
        settled: list[Word] = []
        length_s = len(self._audio) / SAMPLE_RATE
        if length_s > LONGEST_S:
            settled = [w for w in words if w.end_s < length_s - DOUBT_S]
            kept_s = settled[-1].end_s if settled else length_s - DOUBT_S
            self._audio = self._audio[int(kept_s * SAMPLE_RATE) :]
        self._passed = len(self._audio)
        self._open = text_of(words[len(settled) :])
        return Heard(text_of(settled), self._open)

    def finish(self) -> Heard:
        """Return what the last stretch holds. Cost: one pass. Raises EngineError."""
        audio = self._audio
        self._begin()
        return Heard(text_of(self._words(audio)) if len(audio) else "", "")

    def _words(self, audio: Samples) -> list[Word]:
        return believed(self._recognizer.recognize(audio), self._language)


def text_of(words: list[Word]) -> str:
    """Return words as text, with the blanks before them."""
    return "".join(w.text for w in words)
