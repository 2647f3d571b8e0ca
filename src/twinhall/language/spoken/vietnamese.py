"""Vietnamese read aloud: a dot groups thousands, a comma is decimal."""

import re

from twinhall.language.spoken.figures import CURRENCY_SIGNS, alternatives, one_by_one, rewrite, rule, spelled
from twinhall.language.spoken.vietnamese_numbers import DIGITS, decimals, roman, said, words
from twinhall.language.spoken.vietnamese_words import (
    ABBREVIATIONS,
    CURRENCIES,
    DAY_WORDS,
    DOTTED,
    LETTERS,
    ROMAN_WORDS,
    UNITS,
)

GROUPED = r"\d{1,3}(?:\.\d{3})+(?![\d])|\d+"
AMOUNT = rf"(?:{GROUPED})(?:,\d+)?"

DAY = r"(0?[1-9]|[12]\d|3[01])/(0?[1-9]|1[0-2])"


def vietnamese(text: str) -> str:
    """Return a Vietnamese text as it is read out."""
    return rewrite(text, RULES)


def date(day: str, month: str, year: str | None = None) -> str:
    return f"{words(int(day))} tháng {month_name(int(month))}" + (f" năm {words(int(year))}" if year else "")


def full_date(match: re.Match[str]) -> str:
    before = "" if match["day_word"] else "ngày "
    return (match["day_word"] or "") + before + date(match["d"], match["m"], match["y"])


def month_name(month: int) -> str:
    return "tư" if month == 4 else words(month)


def nth(match: re.Match[str]) -> str:
    value = int(match[2])
    return match[1] + {1: "nhất", 4: "tư"}.get(value, words(value))


def numbered(match: re.Match[str]) -> str:
    value = roman(match[2])
    said = "nhất" if value == 1 and "thứ" in match[1].lower() else words(value)
    return match[1] + said + (" năm " if match[3] else "")


def clock(match: re.Match[str]) -> str:
    minutes = int(match[2] or 0)
    return f"{words(int(match[1]))} giờ" + (f" {words(minutes)} phút" if minutes else "")


def days(match: re.Match[str]) -> str:
    return f"{date(match[1], match[2])} đến {date(match[3], match[4])}"


def fraction(match: re.Match[str]) -> str:
    """1/3 is a part; 30/4 can only be a day."""
    if int(match[1]) > int(match[2]) and 0 < int(match[1]) <= 31 and 0 < int(match[2]) <= 12:
        return date(match[1], match[2])
    return f"{said(match[1])} phần {said(match[2])}"


def english_amount(match: re.Match[str]) -> str:
    """$1,500: written as the sign's country writes it."""
    amount = match[2].replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+", match[2]) else match[2]
    return f"{amount}{match[3] or ''} {CURRENCIES[match[1]]}"


def abbreviation(match: re.Match[str]) -> str:
    """GDP is spelled; words of a line in capitals are not."""
    around = match.string[max(0, match.start() - 12) : match.end() + 12].replace(match[0], "", 1)
    letters = [c for c in around if c.isalpha()]
    is_heading = 2 * sum(c.isupper() for c in letters) > len(letters)
    return match[0] if is_heading else spelled(match[0], LETTERS, " ")


def decimal(match: re.Match[str]) -> str:
    return f"{said(match[1])} phẩy {decimals(match[2])}"


RULES = (
    rule(r"(?i:COVID)[- ]?19", "cô vít mười chín"),
    rule(
        r"(?P<day_word>\bngày\s)?(?<![\d/.-])(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<y>\d{4})(?!\d)",
        full_date,
        re.IGNORECASE,
    ),
    rule(r"(?<![\d/.-])(\d{4})-(\d{2})-(\d{2})(?!\d)", lambda m: "ngày " + date(m[3], m[2], m[1])),
    rule(
        rf"(\b(?:{DAY_WORDS})\s)(\d{{1,2}})[/-](0?[1-9]|1[0-2])(?![\d/])",
        lambda m: m[1] + date(m[2], m[3]),
        re.IGNORECASE,
    ),
    rule(
        r"(\btháng\s)(\d{1,2})[/-](\d{4})(?!\d)",
        lambda m: f"{m[1]}{month_name(int(m[2]))} năm {words(int(m[3]))}",
        re.IGNORECASE,
    ),
    rule(r"(\btháng\s)0?4(?![\d.,/])", r"\1tư", re.IGNORECASE),
    rule(r"(\bthứ\s)(\d{1,3})(?!\d)", nth, re.IGNORECASE),
    rule(
        rf"(\b(?:{ROMAN_WORDS})\s(?:thứ\s)?)([IVX]+)(?:(/)(?=\d{{4}}))?\b",
        numbered,
    ),
    rule(r"(?<!\d)0\d{1,3}[-. ]?\d{3,4}[-. ]?\d{3,4}(?!\d)", lambda m: one_by_one(m[0], DIGITS, " ")),
    rule(r"(?<![\d:])([01]?\d|2[0-4])(?:h|:)([0-5]\d)(?![\d:])'?", clock),
    rule(r"(?<!\d)([01]?\d|2[0-4])()h\b", clock),
    rule(r"(?<=\d)\s?:\s?(?=\d)", " trên "),
    rule(rf"(?<![\d/]){DAY}\s?[-–]\s?{DAY}(?![\d/])", days),
    rule(r"(?<![\d/])(\d+)/(\d+)(?![\d/])", fraction),
    rule(rf"({CURRENCY_SIGNS})\s?(\d[\d.,]*\d|\d)(\s(?:nghìn|ngàn|triệu|tỷ|tỉ))?", english_amount),
    rule(rf"(?<=\d)\s?({alternatives(UNITS)})(?!\w)", lambda m: f" {UNITS[m[1]]}"),
    rule(r"(?<=\d)\s?[~∼〜–—-]\s?(?=\d)", " đến "),
    rule(r"(?<!\w)-(?=\d)", "âm "),
    rule(rf"({GROUPED}),(\d+)", decimal),
    rule(r"(?<![\d.,])0\d+", lambda m: one_by_one(m[0], DIGITS, " ")),
    rule(GROUPED, lambda m: said(m[0])),
    rule(rf"(?<!\w)({alternatives(DOTTED)})\s?(?=\w)", lambda m: f"{DOTTED[m[1]]} "),
    rule(rf"(?<!\w)({alternatives(ABBREVIATIONS)})(?!\w)\s?", lambda m: f"{ABBREVIATIONS[m[1]]} "),
    rule(r"(?<![A-Za-zÀ-ỹĐ])[A-ZĐ]{2,5}(?![\wÀ-ỹ])", abbreviation),
    rule(r" +(?=[.,;:!?)]|$)", ""),
)
