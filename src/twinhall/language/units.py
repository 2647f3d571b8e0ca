"""Phonetic units: texts as they sound, for comparing a script with what was heard."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import chain

from twinhall.language.korean_sounds import sounding
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


def fine_units(text: str, language: str) -> list[str]:
    """Return units that tell apart what `units` takes for one: Vietnamese letters keep marks and tones."""
    return FINE_UNITS.get(language, units)(text, language)


def sound_class(unit: str, language: str) -> str:
    """Return what a fine unit shares with those that it is misheard for; the unit itself if unknown."""
    if language == "vi":
        return unicodedata.normalize("NFD", unit.replace("đ", "d"))[0]
    return SOUND_CLASSES.get(language, {}).get(unit, unit)


def korean(text: str) -> list[str]:
    """Jamo with liaison: a final consonant is written as the initial that it sounds like."""
    jamo = (c for c in sounding(text.lower()) if c != SILENT_INITIAL)
    return [c for c in chain.from_iterable(JAMO.get(c, c) for c in jamo) if c.isalnum()]


def vietnamese(text: str) -> list[str]:
    """Base letters: tones and marks are what recognisers get wrong."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return [c for c in plain if c.isalnum() and c.isascii()]


def vietnamese_marked(text: str) -> list[str]:
    """Letters with their marks and tones."""
    return [c for c in unicodedata.normalize("NFC", text.lower()) if c.isalnum()]


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


def classes(groups: str) -> dict[str, str]:
    """Return the first of its group for each unit."""
    return {unit: group[0] for group in groups.split() for unit in group}


UNITS: dict[str, Callable[[str], list[str]]] = {"ko": korean, "vi": vietnamese, "ja": japanese, "en": letters}
FINE_UNITS: dict[str, Callable[[str, str], list[str]]] = {
    "vi": lambda text, language: vietnamese_marked(spoken(text, language))
}

SOUND_CLASSES = {
    "ko": classes("ᄀᄏ ᄃᄐ ᄇᄑ ᄌᄎᄉ ᄂᄆN ᅡᅣᅥᅧ ᅩᅭᅮᅲᅳ ᅦᅨᅬᅱᅵᅴ ᅪᅯ"),
    "ja": classes("aiueo kg tdz sʃ bp mnN"),
    "en": classes("aeiouy bp dt cgkq szx vf mn lr"),
}
