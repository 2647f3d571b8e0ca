"""Japanese read aloud, as far as kanji can write it; which reading a kanji has is left to what reads it."""

import re

from twinhall.language.spoken.figures import (
    AMOUNT,
    CURRENCY_SIGNS,
    GROUPED,
    RANGE_SIGNS,
    alternatives,
    cardinal,
    is_long,
    number,
    one_by_one,
    rewrite,
    rule,
    spelled,
)
from twinhall.language.spoken.japanese_words import (
    ABBREVIATIONS,
    CURRENCIES,
    DIGITS,
    LETTERS,
    MYRIADS,
    UNITS,
)


def japanese(text: str) -> str:
    """Return a Japanese text as it is read out."""
    return rewrite(text, RULES)


def kanji(written: str) -> str:
    """Return a number in kanji."""
    if is_long(written):
        return one_by_one(written, DIGITS)
    return cardinal(number(written), "ja") if number(written) else DIGITS[0]


def iso_date(match: re.Match[str]) -> str:
    return f"{match[1]}年{int(match[3])}月{int(match[4])}日"


def clock(match: re.Match[str]) -> str:
    minutes = int(match[2])
    return f"{int(match[1])}時" + (f"{minutes}分" if minutes else "")


def decimal(match: re.Match[str]) -> str:
    whole = kanji(match[1]) if number(match[1]) else "零"
    return f"{whole}点{one_by_one(match[2], DIGITS)}"


def abbreviation(match: re.Match[str]) -> str:
    return ABBREVIATIONS.get(match[1]) or spelled(match[1], LETTERS)


RULES = (
    rule(r"(?i:COVID)[- ]?19", "コビッド十九"),
    rule(r"(\d{4})\s?([.\-/])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)", iso_date),
    rule(r"(?<!\d)0\d{1,3}-\d{1,4}-\d{4}(?!\d)", lambda m: one_by_one(m[0], DIGITS)),
    rule(r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])", clock),
    rule(r"(?<=\d)\s?:\s?(?=\d)", "対"),
    rule(r"(?<!\d)(\d+)/(\d+)(?!\d)", lambda m: f"{kanji(m[2])}分の{kanji(m[1])}"),
    rule(
        rf"({CURRENCY_SIGNS})\s?({AMOUNT}[{MYRIADS}]*)",
        lambda m: m[2] + CURRENCIES[m[1]],
    ),
    rule(rf"(?<=\d)\s?({alternatives(UNITS)})(?![A-Za-z])", lambda m: UNITS[m[1]]),
    rule(rf"(?<=\d)([^\d\s、。]{{0,3}}?)\s?[{RANGE_SIGNS}]\s?(?=\d)", r"\1から"),
    rule(r"(?<=\d{4})\s?-\s?(?=\d{4})", "から"),
    rule(r"(?<=\d)-(?=\d)", "の"),
    rule(r"(?<![\w])-(?=\d)", "マイナス"),
    rule(r"(?<=\d)ヶ(?=[月国所年])", "か"),
    rule(r"(?<![\d.,])1(?=[千百十])", ""),
    rule(rf"({GROUPED})\.(\d+)", decimal),
    rule(r"(?<![\d,.])0\d+", lambda m: one_by_one(m[0], DIGITS)),
    rule(GROUPED, lambda m: kanji(m[0])),
    rule(r"(?<![A-Za-z])([A-Z][A-Z&]{0,5})(?![A-Za-z])-?", abbreviation),
)
