"""What Whisper does when it has lost its way, and how a listener is spared it."""

from collections.abc import Sequence

from twinhall.captions.ports import Word
from twinhall.language.guess import is_han, is_hangul, is_kana, is_latin, share

LONGEST_LOOP, LEAST_TIMES = 6, 3  # words of a loop, and how often it comes before it counts as one
LEAST_IN_SCRIPT = 0.5
FEWEST_LETTERS = 4  # less text says nothing about its script

SCRIPTS = {
    "ko": is_hangul,
    "ja": lambda c: is_kana(c) or is_han(c),
    "vi": is_latin,
    "en": is_latin,
}


def without_loop(words: Sequence[Word]) -> list[Word]:
    """Return words up to where the same few begin to come over and over, these once."""
    said = [w.text.strip().strip(".,!?。、").casefold() for w in words]
    for first in range(len(said)):
        for size in range(1, LONGEST_LOOP + 1):
            loop = said[first : first + size]
            times = 1
            while said[first + times * size : first + (times + 1) * size] == loop:
                times += 1
            if times > LEAST_TIMES and len("".join(loop)) > 1:
                return list(words[: first + size])
    return list(words)


def is_in_script(text: str, language: str) -> bool:
    """Say whether a text is written in the letters of a language: Whisper may slip into another one."""
    letters, test = [c for c in text if c.isalpha()], SCRIPTS.get(language)
    return test is None or len(letters) < FEWEST_LETTERS or share(letters, test) >= LEAST_IN_SCRIPT
