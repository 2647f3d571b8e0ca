"""English read aloud. Abbreviations in capitals stay: they are written as their letters sound."""

import re

from twinhall.language.spoken.english_words import (
    CURRENCIES,
    DIGITS,
    FRACTIONS,
    MONTHS,
    SCALES,
    SHORT,
    UNITS,
)
from twinhall.language.spoken.figures import (
    AMOUNT,
    CURRENCY_SIGNS,
    GROUPED,
    alternatives,
    cardinal,
    is_long,
    number,
    one_by_one,
    rewrite,
    rule,
)

YEAR = r"1[1-9]\d\d|20\d\d"
ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth"} | {
    "nine": "ninth",
    "twelve": "twelfth",
}


def english(text: str) -> str:
    """Return an English text as it is read out."""
    return rewrite(text, RULES)


def words(written: str) -> str:
    """Return a number in words, without commas and hyphens."""
    if is_long(written):
        return one_by_one(written, DIGITS, " ")
    return cardinal(number(written), "en").replace(",", "").replace("-", " ")


def ordinal(written: str) -> str:
    """Return a number as one of a series."""
    before, _, last = words(written).rpartition(" ")
    last = ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return f"{before} {last}".strip()


def year(written: str) -> str:
    """Return a year: nineteen ninety six, two thousand and four, twenty twenty one."""
    century, rest = divmod(int(written), 100)
    if century == 20 and rest < 10:
        return words(written)
    if not rest:
        return f"{words(str(century))} hundred"
    return f"{words(str(century))} {'oh ' if rest < 10 else ''}{words(str(rest))}"


def decade(match: re.Match[str]) -> str:
    said = year(match[1]) if len(match[1]) == 4 else words(match[1])
    return f"{said[:-1]}ies" if said.endswith("y") else f"{said}s"


def day_of(match: re.Match[str]) -> str:
    said_year = f", {year(match['y'])}" if match["y"] else ""
    return f"{match['month']} {ordinal(match['d'])}{said_year}"


def day_before(match: re.Match[str]) -> str:
    before = "" if match["the"] else "the "
    said_year = f" {year(match['y'])}" if match["y"] else ""
    return f"{match['the'] or ''}{before}{ordinal(match['d'])} of {match['month']}{said_year}"


def iso_date(match: re.Match[str]) -> str:
    return f"{MONTHS[int(match[2]) - 1]} {ordinal(match[3])}, {year(match[1])}"


def clock(match: re.Match[str]) -> str:
    minutes = int(match[2])
    said = words(match[1]) + ("" if not minutes else " oh" if minutes < 10 else "")
    return said + (f" {words(match[2])}" if minutes else "")


def money(match: re.Match[str]) -> str:
    one, many = CURRENCIES[match[1]]
    return f"{match[2]}{match[3] or ''} {one if match[2] == '1' and not match[3] else many}"


def fraction(match: re.Match[str]) -> str:
    part, whole = match[1], match[2]
    if whole in FRACTIONS:
        one, many = FRACTIONS[whole]
        return f"{words(part)} {one if part == '1' else many}"
    if int(whole) < 2:
        return f"{words(part)} over {words(whole)}"
    return f"{words(part)} {ordinal(whole)}{'' if part == '1' else 's'}"


_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_YEAR = rf"(?P<y>{YEAR})(?!\d)"

RULES = (
    rule(r"\bNo\.\s?(?=\d)", "number "),
    rule(rf"\b({alternatives(SHORT)})(?=\s?\w)", lambda m: SHORT[m[1]]),
    rule(r"\s?&\s?", " and "),
    rule(r"(?<!\d)(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)", iso_date),
    rule(rf"\b{_MONTH} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,? {_YEAR})?", day_of),
    rule(
        rf"(?P<the>\b[Tt]he )?\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR})?", day_before
    ),
    rule(rf"\b(\d{{1,2}}|{YEAR})(?:'|’)?s\b", decade),
    rule(rf"({GROUPED})(?:st|nd|rd|th)\b", lambda m: ordinal(m[1])),
    rule(r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])", clock),
    rule(r"(?<=\d)\s?:\s?(?=\d)", " to "),
    rule(rf"({CURRENCY_SIGNS})\s?({AMOUNT})(\s?(?:{SCALES})\b)?", money),
    rule(rf"(?<=\d)\s?({alternatives(UNITS)})(?!\w)", lambda m: f" {UNITS[m[1]]}"),
    rule(r"(?<![\d/])(\d{1,3})/(\d{1,3})(?![\d/])", fraction),
    rule(r"(?<=\d)\s?[~–—-]\s?(?=\d)", " to "),
    rule(r"(?<=[A-Za-z])-?(?=\d)", " "),
    rule(r"(?<!\w)-(?=\d)", "minus "),
    rule(rf"({GROUPED})\.(\d+)", lambda m: f"{words(m[1])} point {one_by_one(m[2], DIGITS, ' ')}"),
    rule(rf"(?<![\d,.])(?:{YEAR})(?![\d,.]*\d)", lambda m: year(m[0])),
    rule(r"(?<![\d,.])0\d+", lambda m: one_by_one(m[0], DIGITS, " ")),
    rule(GROUPED, lambda m: words(m[0])),
)
