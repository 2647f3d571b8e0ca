"""When two sentences are the same: composed letters, single blanks, no unseen marks. Nothing else."""

import unicodedata

from twinhall.language.folding import UNSEEN

INVISIBLE = dict.fromkeys(map(ord, UNSEEN))


def normal(sentence: str) -> str:
    """Return what is compared: another figure, mark or letter is another sentence. Cost: 1 µs."""
    if not sentence.isascii():
        sentence = unicodedata.normalize("NFC", sentence.translate(INVISIBLE))
    return " ".join(sentence.split())
