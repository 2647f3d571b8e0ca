"""Phonetic units: texts as they sound, for comparing a script with what was heard."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import chain

from twinhall.language.spoken import spoken

FINALS = "ᆨᄀ ᆩᄀ ᆪᄀᄉ ᆫᄂ ᆬᄂᄌ ᆭᄂ ᆮᄃ ᆯᄅ ᆰᄅᄀ ᆱᄅᄆ ᆲᄅᄇ ᆳᄅᄉ ᆴᄅᄐ ᆵᄅᄑ"
MORE_FINALS = "ᆶᄅ ᆷᄆ ᆸᄇ ᆹᄇᄉ ᆺᄉ ᆻᄉ ᆼN ᆽᄌ ᆾᄎ ᆿᄏ ᇀᄐ ᇁᄑ ᇂᄒ"
SAME_SOUND = "ᅢᅦ ᅤᅦ ᅫᅬ ᅰᅬ ᄁᄀ ᄄᄃ ᄈᄇ ᄊᄉ ᄍᄌ"
SILENT_INITIAL = "ᄋ"
JAMO = {pair[0]: pair[1:] for pair in f"{FINALS} {MORE_FINALS} {SAME_SOUND}".split()}

PAUSES = ("pau", "sil", "cl")


def units(text: str, language: str) -> list[str]:
    """Return a text, as it is said, in phonetic units: jamo, Latin letters without tones, phonemes, letters.

    A language without rules of its own is compared by its letters.
    """
    return UNITS.get(language, letters)(spoken(text, language))


def korean(text: str) -> list[str]:
    """Jamo with liaison: a final consonant is written as the initial that it sounds like."""
    jamo = (c for c in unicodedata.normalize("NFD", text.lower()) if c != SILENT_INITIAL)
    return [c for c in chain.from_iterable(JAMO.get(c, c) for c in jamo) if c.isalnum()]


def vietnamese(text: str) -> list[str]:
    """Base letters: tones and marks are what recognisers get wrong."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return [c for c in plain if c.isalnum() and c.isascii()]


def japanese(text: str) -> list[str]:
    """Phonemes, kanji read out."""
    return list(japanese_phonemes(text))


@lru_cache(maxsize=4096)
def japanese_phonemes(text: str) -> tuple[str, ...]:
    """Return the phonemes of a text, pauses left out. Cost: 1 ms a sentence, .3 s the first time."""
    import pyopenjtalk  # slow

    phonemes = str(pyopenjtalk.g2p(text)).lower()
    return tuple(p for p in phonemes.split() if p not in PAUSES)


def letters(text: str) -> list[str]:
    """Letters and digits."""
    return [c for c in text.lower() if c.isalnum()]


UNITS: dict[str, Callable[[str], list[str]]] = {"ko": korean, "vi": vietnamese, "ja": japanese, "en": letters}
