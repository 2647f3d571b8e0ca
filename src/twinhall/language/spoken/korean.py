"""Korean read aloud: Chinese numbers for dates, money and measures, native ones for things and hours."""

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
from twinhall.language.spoken.korean_words import (
    ABBREVIATIONS,
    COUNTED_NATIVE,
    CURRENCIES,
    DIGITS,
    GLUED_BEHIND,
    LETTERS,
    NATIVE_TENS,
    NATIVE_UNITS,
    PHONE_DIGITS,
    SPACED_BEHIND,
    UNITS,
)

MOST_NATIVE = 20  # announcers count things natively so far
MYRIADS = "[천백십만억조]"


def korean(text: str) -> str:
    """Return a Korean text as it is read out."""
    return rewrite(text, RULES)


def sino(written: str) -> str:
    """Return a number in Chinese-Korean words, without blanks."""
    if is_long(written):
        return one_by_one(written, DIGITS)
    return cardinal(number(written), "ko").replace(" ", "")


def native(value: int) -> str:
    """Return a number from 1 to 99 as it stands before a counter."""
    tens, units = divmod(value, 10)
    return "스무" if value == 20 else NATIVE_TENS[tens] + NATIVE_UNITS[units]


def counted(match: re.Match[str]) -> str:
    value, counter = number(match["n"]), match["counter"]
    most = 12 if counter == "시" else 99 if counter == "살" else MOST_NATIVE
    said = native(value) if 0 < value <= most else sino(match["n"])
    return f"{said} {counter}"


def nth(match: re.Match[str]) -> str:
    value = number(match[1])
    return "첫 번째" if value == 1 else f"{native(value) if 0 < value < 100 else sino(match[1])} 번째"


def month(match: re.Match[str]) -> str:
    return {6: "유", 10: "시"}[int(match[1])] + "월"


def iso_date(match: re.Match[str]) -> str:
    return f"{match[1]}년 {int(match[3])}월 {int(match[4])}일"


def fraction(match: re.Match[str]) -> str:
    return f"{sino(match[2])}분의 {sino(match[1])}"


def clock(match: re.Match[str]) -> str:
    hours, minutes = int(match[1]), int(match[2])
    return f"{hours}시" + (f" {minutes}분" if minutes else "")


def memorial(match: re.Match[str]) -> str:
    return sino(match[1]) + one_by_one(match[2], DIGITS)


def decimal(match: re.Match[str]) -> str:
    return f"{sino(match[1])}점{one_by_one(match[2], DIGITS)}{behind(match[3])}"


def whole(match: re.Match[str]) -> str:
    return sino(match[1]) + behind(match[2])


def behind(counter: str | None) -> str:
    return f" {counter}" if counter else ""


def phone(match: re.Match[str]) -> str:
    return " ".join(one_by_one(part, PHONE_DIGITS) for part in re.split(r"\D+", match[0]))


def abbreviation(match: re.Match[str]) -> str:
    return ABBREVIATIONS.get(match[1]) or spelled(match[1], LETTERS)


COUNTER = rf"(?:\s?(?={GLUED_BEHIND})|\s?({alternatives(SPACED_BEHIND)}))?"

RULES = (
    rule(r"(?i:COVID|코로나|코비드)[- ]?19", "코로나 일구"),
    rule(r"(\d{4})\s?([.\-/])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)\.?", iso_date),
    rule(r"(?<!\d)(?:0\d{1,2}-\d{3,4}-\d{4}|1\d{3}-\d{4})(?!\d)", phone),
    rule(r"(?<!\d)(\d{1,2})[·‧․](\d{1,2})(?!\d)", memorial),
    rule(r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])", clock),
    rule(r"(?<=\d)\s?:\s?(?=\d)", " 대 "),
    rule(r"(?<!\d)(\d+)/(\d+)(?!\d)", fraction),
    rule(
        rf"({CURRENCY_SIGNS})\s?({AMOUNT}(?:\s?{MYRIADS}+)?)",
        lambda m: f"{m[2]} {CURRENCIES[m[1]]}",
    ),
    rule(rf"(?<=\d)\s?({alternatives(UNITS)})(?![A-Za-z])", lambda m: f" {UNITS[m[1]]}"),
    rule(rf"(?<=\d)(\s?[가-힣%]{{0,3}})\s?[{RANGE_SIGNS}]\s?(?=\d)", r"\1에서 "),
    rule(r"(?<=\d{4})\s?-\s?(?=\d{4})", "에서 "),
    rule(r"(?<=\d)-(?=\d)", "다시 "),
    rule(r"(?<![\d가-힣A-Za-z])-(?=\d)", "마이너스 "),
    rule(r"(?<!\d)0?(6|10)\s?월", month),
    rule(r"(?<![\d.,])(\d{1,3})\s?번째", nth),
    rule(
        rf"(?<![\d.,제])(?<!에서 )(?P<n>\d{{1,2}})\s?(?P<counter>{COUNTED_NATIVE})",
        counted,
    ),
    rule(r"(?<![\d.,])1(?=[천백십만])", ""),
    rule(rf"({GROUPED})\.(\d+){COUNTER}", decimal),
    rule(r"(?<![\d,.])0\d+", lambda m: one_by_one(m[0], PHONE_DIGITS)),
    rule(rf"({GROUPED}){COUNTER}", whole),
    rule(r"(?<![A-Za-z])([A-Z][A-Z&]{0,5})(?![A-Za-z])-?", abbreviation),
)
