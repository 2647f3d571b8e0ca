"""Whether a text can be a translation of another at all: its length and its script."""

import re

from twinhall.language.guess import is_han, is_hangul, is_kana, is_latin

LETTERS_A_TEXT = {"en": 1.0, "vi": 1.05, "ko": 0.5, "ja": 0.45, "zh": 0.35}  # for the same meaning, about
FACTOR = 3.5  # times shorter or longer than that is no translation
SLACK = 12  # characters more or fewer are nothing in a short text
LEAST_SHARE = 0.3  # of the letters, in the script of the target
SCRIPTS = {"ko": (is_hangul,), "ja": (is_kana, is_han), "zh": (is_han,), "en": (is_latin,), "vi": (is_latin,)}


def can_render(source: str, text: str, source_language: str, target_language: str) -> bool:
    """Say whether a text's length and script allow it to be a translation of the source."""
    return fits_length(source, text, source_language, target_language) and fits_script(
        source, text, target_language
    )


def fits_length(source: str, text: str, source_language: str, target_language: str) -> bool:
    """Say whether a text is about as long as a translation is."""
    expected = len(source.strip()) * weight(target_language) / weight(source_language)
    found = len(text.strip())
    return expected / FACTOR - SLACK <= found <= expected * FACTOR + SLACK and found > 0


def fits_script(source: str, text: str, target_language: str) -> bool:
    """Say whether a text of some words is written in the target's script; names alone may not be."""
    tests = SCRIPTS.get(target_language.partition("-")[0])
    letters = re.findall(r"[^\W\d_]", text)
    if tests is None or len(letters) < SLACK or not re.search(r"[^\W\d_]", source):
        return True
    return sum(any(test(c) for test in tests) for c in letters) >= LEAST_SHARE * len(letters)


def weight(language: str) -> float:
    """Return how many letters a language needs, compared with English."""
    return LETTERS_A_TEXT.get(language.partition("-")[0], 1.0)
