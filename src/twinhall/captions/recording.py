"""A recording that is read in pieces, and where in it somebody speaks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from twinhall.captions.ports import SAMPLE_RATE, Samples, VoiceActivity

QUIET = 33  # peak, -60 dBFS: no voice is looked for below it
ON, OFF = 0.5, 0.3
PIECE_S = 60
EDGE_S = 0.1
PAUSE_S = 0.2  # shorter silences part no words


class Recording(Protocol):
    """int16 mono samples at 16 kHz, read slice by slice; an array is one too."""

    def __len__(self) -> int: ...

    def __getitem__(self, part: slice, /) -> NDArray[np.int16]: ...


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a recording, seconds."""

    start_s: float
    end_s: float

    @property
    def length_s(self) -> float:
        """How long it is."""
        return self.end_s - self.start_s


def sound(recording: Recording, start_s: float, end_s: float) -> Samples:
    """Return what is heard between two times, as far as the recording goes."""
    part = recording[max(0, int(start_s * SAMPLE_RATE)) : max(0, int(end_s * SAMPLE_RATE))]
    return np.asarray(part, np.float32) / np.float32(32768)


class SpeechMap:
    """Where in a whole recording somebody speaks, in steps of `hop_s` seconds."""

    def __init__(self, is_speech: Sequence[bool] | NDArray[np.bool_], hop_s: float, length_s: float) -> None:
        self.hop_s, self.length_s = hop_s, length_s
        self._sums = np.concatenate(([0], np.cumsum(is_speech, dtype=np.int64)))
        edges = np.flatnonzero(np.diff(np.concatenate(([0], np.asarray(is_speech, np.int8), [0]))))
        runs = [
            Span(float(a * hop_s), float(b * hop_s)) for a, b in zip(edges[::2], edges[1::2], strict=True)
        ]
        self.runs = joined(runs, PAUSE_S)
        """Stretches of speech without a pause, in order."""
        self._onsets = [r.start_s for r in self.runs]
        self._ends = [r.end_s for r in self.runs]

    def seconds(self, start_s: float, end_s: float) -> float:
        """Return how much speech lies between two times."""
        return max(0, self._sum(end_s) - self._sum(start_s)) * self.hop_s

    def onsets_between(self, start_s: float, end_s: float) -> list[float]:
        """Return the times at which speech begins after a pause, between two times."""
        return self._onsets[bisect_left(self._onsets, start_s) : bisect_right(self._onsets, end_s)]

    def in_speech(self, at_s: float) -> float:
        """Return a time, or where speech begins next if it lies in a pause or at the very end of a run."""
        at = bisect_right(self._ends, at_s + EDGE_S)
        return max(at_s, self._onsets[at]) if at < len(self._onsets) else at_s

    def end_of_word(self, start_s: float, longest_s: float) -> float:
        """Return when a word ends that begins at a time: where its run of speech ends, if that is soon."""
        at = bisect_right(self._ends, start_s)
        end_s = self._ends[at] if at < len(self._ends) else self.length_s
        return min(end_s, start_s + longest_s)

    def _sum(self, at_s: float) -> int:
        return int(self._sums[self._step(at_s)])

    def _step(self, at_s: float) -> int:
        return min(max(0, int(at_s / self.hop_s + 0.5)), len(self._sums) - 1)


def listen_through(recording: Recording, activity: VoiceActivity) -> SpeechMap:
    """Listen to a recording once, a minute at a time. Cost: 1 ms per 32 ms that are not quiet."""
    found = [False] * (len(recording) // activity.chunk)
    speaking = False
    for n, chunk in enumerate(chunks(recording, activity.chunk)):
        quiet = int(np.abs(chunk.astype(np.int32)).max()) < QUIET
        probability = 0.0 if quiet else activity.probability(chunk)
        speaking = probability > (OFF if speaking else ON)
        found[n] = speaking
    return SpeechMap(found, activity.chunk / SAMPLE_RATE, len(recording) / SAMPLE_RATE)


def chunks(recording: Recording, size: int) -> Iterator[NDArray[np.int16]]:
    """Yield a recording in chunks of a size; what is left at the end is too short to matter."""
    piece = size * (PIECE_S * SAMPLE_RATE // size)
    for at in range(0, len(recording), piece):
        samples = recording[at : at + piece]
        for first in range(0, len(samples) - size + 1, size):
            yield samples[first : first + size]


def uncovered(spans: Sequence[Span], covers: Sequence[Span], margin_s: float) -> list[Span]:
    """Return what of the spans lies under no cover and not within a margin of one. Covers are in order."""
    starts = [c.start_s - margin_s for c in covers]
    ends = list(accumulate((c.end_s + margin_s for c in covers), max))
    rest: list[Span] = []
    for span in spans:
        pieces = [span]
        for cover in covers[bisect_right(ends, span.start_s) : bisect_left(starts, span.end_s)]:
            pieces = [part for piece in pieces for part in without(piece, cover, margin_s)]
        rest += pieces
    return rest


def without(span: Span, cover: Span, margin_s: float) -> list[Span]:
    """Return the parts of a span before and behind a cover."""
    start_s, end_s = cover.start_s - margin_s, cover.end_s + margin_s
    if end_s <= span.start_s or start_s >= span.end_s:
        return [span]
    parts = Span(span.start_s, min(span.end_s, start_s)), Span(max(span.start_s, end_s), span.end_s)
    return [p for p in parts if p.end_s > p.start_s]


def joined(spans: Sequence[Span], gap_s: float) -> list[Span]:
    """Join spans, in order, that no more than a gap parts."""
    result: list[Span] = []
    for span in spans:
        if result and span.start_s - result[-1].end_s < gap_s:
            result[-1] = Span(result[-1].start_s, max(result[-1].end_s, span.end_s))
        else:
            result.append(span)
    return result
