"""A script as one row of phonetic units."""

from collections.abc import Sequence

import numpy as np

from twinhall.language.units import fine_units, sound_class

EVERY = 4  # units between two places to begin at, where words are not told apart


class ScriptUnits:
    """The units of a script's sentences by number, and where sentences and words begin."""

    def __init__(self, sentences: Sequence[str], language: str) -> None:
        self.language, self.sentences = language, len(sentences)
        rows = [fine_units(s, language) for s in sentences]
        names = sorted({u for row in rows for u in row})
        self._numbers = {name: n for n, name in enumerate(names)}
        self.inventory = len(names) + 1  # the last one is any other
        self.classes = [sound_class(name, language) for name in names]
        self.rows = [self._known(row) for row in rows]
        self.units = np.array([u for row in self.rows for u in row], np.int64)
        self.sentence = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        self.starts = np.searchsorted(self.sentence, np.arange(len(rows)))
        self.words = self._words(sentences)

    def __len__(self) -> int:
        return len(self.units)

    def heard(self, text: str) -> list[int]:
        """Return recognised text as numbers of units."""
        return self._known(fine_units(text, self.language))

    def has_units(self, sentence: int) -> bool:
        """Say whether a sentence holds anything that can be heard."""
        return bool(self.rows[sentence])

    def _known(self, row: Sequence[str]) -> list[int]:
        return [self._numbers.get(u, self.inventory - 1) for u in row]

    def _words(self, sentences: Sequence[str]) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        found: set[int] = set()
        for text, row, start in zip(sentences, self.rows, self.starts, strict=True):
            at, words = 0, text.split()
            if len(words) < 2:
                found |= {int(start) + k for k in range(0, len(row), EVERY)}
                continue
            for word in words:
                if at < len(row):
                    found.add(int(start) + at)
                at += len(fine_units(word, self.language))
        return np.array(sorted(found), np.int64)
