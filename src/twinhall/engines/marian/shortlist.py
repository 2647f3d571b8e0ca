"""The lexical shortlist: which words of the target a sentence's words may become.

Layout (little endian, u64): magic, checksum, first, best, number of offsets, number of entries; then the
offsets (u64) of each source word's entries, then the entries (u32).
"""

import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from twinhall.engines.marian.reader import BadModel

MAGIC = 0xF11A48D5013417F5
HEAD = 48

Ids = NDArray[np.int64]


class Shortlist:
    """Chooses target words; the words most frequent in the language are always among them."""

    def __init__(self, path: Path, words: int) -> None:
        """Map a shortlist for a target vocabulary of so many words. Raises BadModel."""
        try:
            data = np.memmap(path, np.uint8, "r")
            magic, _, first, _, offsets, entries = struct.unpack_from("<6Q", data[:HEAD].tobytes(), 0)
            if magic != MAGIC or first > words:
                raise ValueError(magic)
            self._offsets = np.frombuffer(data, np.uint64, offsets, HEAD).astype(np.int64)
            self._entries = np.frombuffer(data, np.uint32, entries, HEAD + 8 * offsets)
        except (OSError, ValueError, struct.error) as error:
            raise BadModel(f"{path}: not a shortlist, or damaged") from error
        inside = entries == 0 or int(self._entries.max()) < words
        if not inside or (np.diff(self._offsets) < 0).any() or int(self._offsets[-1]) > entries:
            raise BadModel(f"{path}: a shortlist for another vocabulary")
        self._frequent = np.arange(first, dtype=np.int64)

    def __call__(self, source: Ids) -> Ids:
        """Return the ids of the target words that may occur, ascending."""
        known = source[source + 1 < len(self._offsets)]
        parts = [self._entries[self._offsets[i] : self._offsets[i + 1]] for i in set(known.tolist())]
        return np.unique(np.concatenate([self._frequent, *parts]).astype(np.int64))
