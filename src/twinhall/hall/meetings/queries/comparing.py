"""What has changed between two wordings of a sentence, word by word."""

import difflib
import re
import unicodedata
from dataclasses import dataclass

WORDS = re.compile(r"\s+|\w+|[^\w\s]")
# Japanese has no blanks: its words are taken for runs of one script.
RUNS = re.compile(r"\s+|[一-鿿々〇]+|[ァ-ヺー]+|[ぁ-ゖ]+|[A-Za-zÀ-ỹ]+|\d+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence. kind: "", "term", "wrong", or "gone" and "new" of a comparison."""

    text: str
    kind: str = ""


def compared(before: str, now: str, language: str) -> tuple[Piece, ...]:
    """Return what was taken out and what was put in; nothing where both read the same."""
    old, new = _words(before, language), _words(now, language)
    if old == new:
        return ()
    pieces: list[Piece] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("".join(old[a:b])))
            continue
        pieces += [Piece("".join(old[a:b]), "gone")] if b > a else []
        pieces += [Piece("".join(new[c:d]), "new")] if d > c else []
    return tuple(pieces)


def _words(body: str, language: str) -> list[str]:
    """Diacritics composed or not are the same word."""
    body = unicodedata.normalize("NFC", body)
    return (RUNS if language == "ja" else WORDS).findall(body)
