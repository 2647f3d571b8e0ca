"""Texts folded for comparison, with the way back to where each character stood."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

SKIPPED_IN_KOREAN = frozenset(" \t\u00a0·ㆍ-")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. starts[i], ends[i]: where its i-th character stands in the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@lru_cache(maxsize=4096)  # the same terms are looked for in every sentence
def fold(text: str, language: str) -> Folded:
    """Fold a text: composed characters, no case; in Korean without blanks, which writers place freely."""
    skipped = SKIPPED_IN_KOREAN if language == "ko" else frozenset()
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in clusters(text):
        for letter in unicodedata.normalize("NFC", text[start:end]).casefold():
            if letter not in skipped:
                letters.append(letter)
                starts.append(start)
                ends.append(end)
    return Folded("".join(letters), tuple(starts), tuple(ends))


def clusters(text: str) -> list[tuple[int, int]]:
    """Return the spans of characters with the marks or jamo that combine with them."""
    spans: list[tuple[int, int]] = []
    for at, letter in enumerate(text):
        if spans and (unicodedata.combining(letter) or "\u1160" <= letter <= "\u11ff"):
            spans[-1] = (spans[-1][0], at + 1)
        else:
            spans.append((at, at + 1))
    return spans
