"""The recogniser port made of a stream: a stretch is heard piece by piece, and words get times by it."""

from collections.abc import Callable

import numpy as np

from twinhall.captions.ports import SAMPLE_RATE, Samples, Stream, Word

PIECE_S = 0.2
LONGEST_WORD_S = 0.5
TAIL_S = 0.8  # silence that brings the last words out


class StreamedRecognizer:
    """Recognises stretches by a stream of its own. Languages with blanks: a word each."""

    def __init__(self, stream: Callable[[], Stream], late_s: float) -> None:
        """late_s: how long after the end of a word the stream brings it, about."""
        self._stream, self._late_s = stream, late_s

    def recognize(self, samples: Samples) -> list[Word]:
        """Return the words of a stretch; their times are off by up to .3 s. Cost: that of the stream."""
        stream, piece = self._stream(), int(PIECE_S * SAMPLE_RATE)
        length_s = len(samples) / SAMPLE_RATE
        audio = np.concatenate([samples, np.zeros(int(TAIL_S * SAMPLE_RATE), np.float32)])
        settled, came_s = "", list[float]()
        for at in range(0, len(audio), piece):
            heard = stream.hear(audio[at : at + piece])
            settled += heard.settled
            count = len((settled + heard.open).split())
            came_s = came_s[:count] + [(at + piece) / SAMPLE_RATE] * (count - len(came_s))
        words = (settled + stream.finish().settled).split()
        came_s += [length_s + TAIL_S] * (len(words) - len(came_s))
        return timed(words, [min(length_s, max(0.0, t - self._late_s)) for t in came_s])


def timed(words: list[str], ends_s: list[float]) -> list[Word]:
    """Give each word the time between the end of the one before and its own; several may share one."""
    found: list[Word] = []
    start_s = 0.0
    for n, (word, end_s) in enumerate(zip(words, ends_s, strict=False)):
        after = next((k for k in range(n, len(words)) if ends_s[k] > end_s), len(words))
        start_s = max(start_s, end_s - LONGEST_WORD_S * (after - n))
        share_s = max(0.0, end_s - start_s) / (after - n)
        found.append(Word(f" {word}", start_s, start_s + share_s))
        start_s += share_s
    return found
