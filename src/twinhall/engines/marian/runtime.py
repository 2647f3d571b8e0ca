"""A model with its vocabularies: sentences in, sentences out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from twinhall.engines.marian.batching import batches, cut
from twinhall.engines.marian.model import Model
from twinhall.engines.marian.reader import BadModel, read
from twinhall.engines.marian.shortlist import Shortlist
from twinhall.engines.marian.vocabulary import Vocabulary, padded

LENGTH_FACTOR = 2.0  # most target pieces a source piece
LENGTH_EXTRA = 5


@dataclass(frozen=True, slots=True)
class ModelPaths:
    """The files of a model; one vocabulary given twice if source and target share it."""

    model: Path
    source_vocabulary: Path
    target_vocabulary: Path
    shortlist: Path | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """A translated sentence. cut: the limit of length was reached, so its end may be missing."""

    text: str
    cut: bool = False


class Runtime:
    """One direction. Threads share it."""

    def __init__(self, paths: ModelPaths) -> None:
        """Load a direction. Cost: .15 s and 100 MB for a model of 17 MB. Raises BadModel."""
        self._source = Vocabulary(paths.source_vocabulary)
        same = paths.source_vocabulary == paths.target_vocabulary
        self._target = self._source if same else Vocabulary(paths.target_vocabulary)
        shortlist = Shortlist(paths.shortlist, len(self._target)) if paths.shortlist else None
        self._model = Model(read(paths.model), shortlist, self._target.end)
        if self._model.words != (len(self._source), len(self._target)):
            raise BadModel(f"{paths.model}: its vocabulary is not the one beside it")

    def translate(self, sentences: Sequence[str]) -> list[Output]:
        """Return the sentences in the target language. Cost: 20 ms a sentence alone, 10 ms among many."""
        parts = [self._parts(sentence) for sentence in sentences]
        owners = [n for n, of_one in enumerate(parts) for _ in of_one]
        rows = [row for of_one in parts for row in of_one]
        texts: list[list[str]] = [[] for _ in sentences]
        cut_off = [False] * len(sentences)
        found: list[list[int]] = [[] for _ in rows]
        for places in batches([len(row) for row in rows]):
            for place, words in zip(places, self._run([rows[p] for p in places]), strict=True):
                found[place] = words
        for owner, row, words in zip(owners, rows, found, strict=True):
            texts[owner].append(self._target.decode(words))
            cut_off[owner] |= len(words) == limit(row)
        return [Output(" ".join(t), c) for t, c in zip(texts, cut_off, strict=True)]

    def _parts(self, sentence: str) -> list[list[int]]:
        pieces = self._source.encode(sentence)
        parts = cut(pieces, [self._source.starts_word(piece) for piece in pieces])
        return [[*part, self._source.end] for part in parts]

    def _run(self, rows: Sequence[list[int]]) -> list[list[int]]:
        table, there = padded(rows, self._source.end)
        return self._model.translate(table, there, np.array([limit(row) for row in rows]))


def limit(row: Sequence[int]) -> int:
    """Return the most target words that a source row may get."""
    return int(LENGTH_FACTOR * len(row)) + LENGTH_EXTRA
