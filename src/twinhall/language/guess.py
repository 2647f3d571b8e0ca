"""Does a text look as if it were written in a language? For warnings, never for decisions."""

import unicodedata
from collections.abc import Callable

SHORT = 12  # letters: too few to tell Latin-script languages apart
VIETNAMESE_LETTERS = frozenset("ăâđêôơư")
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def looks_like(text: str, language: str) -> bool:
    """Say whether the letters of a text suit a language; True where there is nothing to judge by."""
    found = [c for c in unicodedata.normalize("NFC", text.lower()) if c.isalpha()]
    rule = RULES.get(language)
    return not found or rule is None or rule(found)


def plain_words(text: str) -> str:
    """Return a text without what looks like a name: Latin words with a capital letter, if others are left."""
    words = text.split()
    plain = [word for word in words if not is_capitalised(word)]
    return " ".join(plain) if any(c.isalpha() for word in plain for c in word) else text


def is_capitalised(word: str) -> bool:
    """Say whether a word's first letter is a Latin capital."""
    letter = next((c for c in word if c.isalpha()), "")
    return letter.isupper() and is_latin(letter)


def is_korean(found: list[str]) -> bool:
    """Mostly Hangul; names in Chinese or Latin letters may stand between."""
    return share(found, is_hangul) > 0.4


def is_japanese(found: list[str]) -> bool:
    """Kana, and with Chinese characters most of the text; a title of a few characters may have no kana."""
    written = share(found, lambda c: is_kana(c) or is_han(c))
    return written > 0.4 and (share(found, is_kana) > 0.1 or len(found) < SHORT)


def is_vietnamese(found: list[str]) -> bool:
    """Latin letters, of which more than a few bear Vietnamese marks."""
    return share(found, is_latin) > 0.7 and (len(found) < SHORT or share(found, is_vietnamese_letter) > 0.06)


def is_english(found: list[str]) -> bool:
    """Latin letters, hardly any with marks."""
    return share(found, is_latin) > 0.7 and (len(found) < SHORT or share(found, is_vietnamese_letter) < 0.06)


def share(found: list[str], test: Callable[[str], bool]) -> float:
    """Return the share of letters that pass a test."""
    return sum(map(test, found)) / len(found)


def is_hangul(letter: str) -> bool:
    """A syllable or a jamo."""
    return "가" <= letter <= "힣" or "\u1100" <= letter <= "\u11ff" or "\u3131" <= letter <= "\u318e"


def is_kana(letter: str) -> bool:
    """Hiragana or katakana."""
    return "\u3041" <= letter <= "\u30ff" or "\uff66" <= letter <= "\uff9d"


def is_han(letter: str) -> bool:
    """A Chinese character."""
    return "\u4e00" <= letter <= "\u9fff" or "\u3400" <= letter <= "\u4dbf" or letter == "々"


def is_latin(letter: str) -> bool:
    """A Latin letter, with or without marks."""
    return letter < "\u0250" or "\u1e00" <= letter <= "\u1eff"


def is_vietnamese_letter(letter: str) -> bool:
    """A letter that English lacks and Vietnamese has."""
    parts = unicodedata.normalize("NFD", letter)
    return (
        letter in VIETNAMESE_LETTERS or "\u1ea0" <= letter <= "\u1ef9" or any(c in TONES for c in parts[1:])
    )


RULES: dict[str, Callable[[list[str]], bool]] = {
    "ko": is_korean,
    "ja": is_japanese,
    "vi": is_vietnamese,
    "en": is_english,
}
