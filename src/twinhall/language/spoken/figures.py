"""What reading figures aloud has in common in all languages: rules that rewrite a text, one after another."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
"""Where a rule applies and what stands there instead. It may leave figures for a later rule."""

GROUPED = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+"  # 1,500 or 1500
AMOUNT = rf"(?:{GROUPED})(?:\.\d+)?"
LONGEST_NUMBER = 16  # figures; what is longer is read figure by figure
CURRENCY_SIGNS = r"US\$|[$€£¥₩₫]"
RANGE_SIGNS = "~∼〜～–—"
READ_AS_WORD = re.compile(r"(?:[^AEIOU]{0,2}[AEIOU]{1,2})+[^AEIOU]{0,2}")
WIDE_SIGNS = str.maketrans("％．，：／－＄￥＆", "%.,:/-$¥&")


def rule(pattern: str, say: Callable[[re.Match[str]], str] | str, flags: re.RegexFlag = re.NOFLAG) -> Rule:
    """Return a rule; a string may refer to groups as \\1 or \\g<name>."""
    compiled = re.compile(pattern, flags)
    return compiled, (lambda m: m.expand(say)) if isinstance(say, str) else say


def rewrite(text: str, rules: Sequence[Rule]) -> str:
    """Apply rules in their order."""
    for pattern, say in rules:
        text = pattern.sub(say, text)
    return text


def plain_figures(text: str) -> str:
    """Return a text with all decimal figures as 0 to 9, and wide signs beside them as narrow ones."""
    if text.isascii():
        return text
    if any(c.isdecimal() and not c.isascii() for c in text):
        text = "".join(str(int(c)) if c.isdecimal() else c for c in text)
    return re.sub(
        r"(?<=\d)[％．，：／－](?=\d)|(?<=\d)％|[＄￥](?=\d)", lambda m: m[0].translate(WIDE_SIGNS), text
    )


def number(written: str) -> int:
    """Return the number that a row of figures with separators stands for."""
    return int(re.sub(r"\D", "", written))


def is_long(written: str) -> bool:
    """Say whether a number is too long to be said as one."""
    return sum(c.isdigit() for c in written) > LONGEST_NUMBER


def one_by_one(figures: str, names: Sequence[str], between: str = "") -> str:
    """Read out figure by figure, everything else left out."""
    return between.join(names[int(c)] for c in figures if c.isdigit())


@lru_cache(maxsize=4096)
def cardinal(value: int, language: str) -> str:
    """Return a number in words, as the library has them. Cost: .07 ms, .2 s the first time."""
    from num2words import num2words  # slow

    return str(num2words(value, lang=language))


def spelled(letters: str, names: Mapping[str, str], between: str = "") -> str:
    """Return an abbreviation letter by letter; a longer one that can be read as a word stays (OSAN)."""
    if len(letters) > 3 and READ_AS_WORD.fullmatch(letters):
        return letters
    return between.join(names.get(c, c) for c in letters)


def listed(*lines: str) -> list[str]:
    """Return the words of lines, one after another."""
    return " ".join(lines).split()


def alternatives(words: Mapping[str, str] | Sequence[str]) -> str:
    """Return words as alternatives of a pattern, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
