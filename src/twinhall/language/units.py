"""Phonetic units: texts as they sound, for comparing a script with what was heard."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import chain

SINO_DIGITS = "영일이삼사오육칠팔구"
SINO_TENS = ((1000, "천"), (100, "백"), (10, "십"))
LARGEST_SPOKEN = 10**8

FINALS = "ᆨᄀ ᆩᄀ ᆪᄀᄉ ᆫᄂ ᆬᄂᄌ ᆭᄂ ᆮᄃ ᆯᄅ ᆰᄅᄀ ᆱᄅᄆ ᆲᄅᄇ ᆳᄅᄉ ᆴᄅᄐ ᆵᄅᄑ"
MORE_FINALS = "ᆶᄅ ᆷᄆ ᆸᄇ ᆹᄇᄉ ᆺᄉ ᆻᄉ ᆼN ᆽᄌ ᆾᄎ ᆿᄏ ᇀᄐ ᇁᄑ ᇂᄒ"
SAME_SOUND = "ᅢᅦ ᅤᅦ ᅫᅬ ᅰᅬ ᄁᄀ ᄄᄃ ᄈᄇ ᄊᄉ ᄍᄌ"
SILENT_INITIAL = "ᄋ"
JAMO = {pair[0]: pair[1:] for pair in f"{FINALS} {MORE_FINALS} {SAME_SOUND}".split()}

PAUSES = ("pau", "sil", "cl")


def units(text: str, language: str) -> list[str]:
    """Return a text as phonetic units: jamo, Latin letters without tones, phonemes, letters.

    A language without rules of its own is compared by its letters.
    """
    return UNITS.get(language, letters)(text)


def korean(text: str) -> list[str]:
    """Jamo with liaison: a final consonant is written as the initial that it sounds like."""
    text = re.sub(r"\d+", lambda m: spoken_number(int(m.group())), text)
    jamo = (c for c in unicodedata.normalize("NFD", text.lower()) if c != SILENT_INITIAL)
    return [c for c in chain.from_iterable(JAMO.get(c, c) for c in jamo) if c.isalnum()]


def spoken_number(number: int) -> str:
    """Return a number as Koreans say it in official speech; from a hundred million on digit by digit."""
    if number >= LARGEST_SPOKEN:
        return "".join(SINO_DIGITS[int(d)] for d in str(number))
    if number == 0:
        return SINO_DIGITS[0]
    high, low = divmod(number, 10_000)
    return (below_ten_thousand(high) + "만" if high else "") + below_ten_thousand(low)


def below_ten_thousand(number: int) -> str:
    """Return a number below 10,000 as it is said; nothing for 0."""
    said = ""
    for size, name in SINO_TENS:
        digit, number = divmod(number, size)
        said += (SINO_DIGITS[digit] if digit > 1 else "") + name if digit else ""
    return said + (SINO_DIGITS[number] if number else "")


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
