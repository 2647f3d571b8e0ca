"""A model's words: SentencePiece."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import sentencepiece
from numpy.typing import NDArray

from twinhall.engines.marian.reader import BadModel


class Vocabulary:
    """Turns text into the ids of word pieces and back."""

    def __init__(self, path: Path) -> None:
        """Load a vocabulary. Cost: 30 ms. Raises BadModel."""
        try:
            self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(path))
        except (OSError, RuntimeError) as error:
            raise BadModel(f"{path}: not a SentencePiece vocabulary, or damaged") from error
        self.end = self._pieces.eos_id()
        if self.end < 0:
            raise BadModel(f"{path}: a vocabulary without an end of sentence")

    def __len__(self) -> int:
        return len(self._pieces)

    def encode(self, text: str) -> list[int]:
        """Return the ids of a text's pieces, without the end of sentence."""
        return list(self._pieces.encode(text))

    def starts_word(self, piece: int) -> bool:
        """Say whether a piece begins behind a blank."""
        return bool(self._pieces.id_to_piece(piece).startswith("▁"))

    def decode(self, ids: Sequence[int]) -> str:
        """Return the text of pieces."""
        return str(self._pieces.decode(list(ids)))


def padded(rows: Sequence[Sequence[int]], filler: int) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return rows of ids as a table (rows, longest), and which of its places are filled."""
    lengths = np.array([len(row) for row in rows])
    there = np.arange(lengths.max()) < lengths[:, None]
    table = np.full(there.shape, filler, np.int64)
    table[there] = np.concatenate([np.asarray(row, np.int64) for row in rows])
    return table, there
