"""The numbers in a text, as values: 3월 10일, 10 March and ngày 10 tháng 3 hold the same two."""

import re
import unicodedata
from collections import Counter

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTH = {name: n for n, name in enumerate(MONTHS, 1)} | {
    name[:3]: n for n, name in enumerate(MONTHS, 1) if name != "May"
}
SCALES = {
    "ko": {"천": 1_000, "만": 10_000, "억": 10**8, "조": 10**12},
    "ja": {"千": 1_000, "万": 10_000, "億": 10**8, "兆": 10**12},
    "en": {"thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12},
    "vi": {"nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9},
}
SMALL = {
    "en": ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    "vi": ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"),
    "ko": (
        "한|하나|일",
        "두|둘|이",
        "세|셋|삼",
        "네|넷|사",
        "다섯|오",
        "여섯|육",
        "일곱|칠",
        "여덟|팔",
        "아홉|구",
        "열|십",
    ),
    "ja": ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十"),
}
ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
DIGITS = r"\d+(?:[.,]\d+)*"


def numbers_in(text: str, language: str) -> "Counter[int]":
    """Return the numbers of a text and how often each stands there.

    A decimal counts by its digits (3.5 and 3,5 are 35), a thousand's mark for nothing; months in English are
    numbers; 만, 억, million and the like multiply.
    """
    text = unicodedata.normalize("NFKC", text)
    scales = SCALES.get(language, {})
    found = scaled(text, scales) if scales else Counter(digits(d) for d in re.findall(DIGITS, text))
    if language == "en":
        found.update(MONTH[m] for m in re.findall(rf"\b({'|'.join(MONTH)})\b", text))
    return found


def scaled(text: str, scales: dict[str, int]) -> "Counter[int]":
    """Return numbers, each with what multiplies it: 1억 2천만 is one number."""
    words = "|".join(sorted(scales, key=len, reverse=True))
    one = rf"{DIGITS}(?:\s?(?:{words}))+"
    found: Counter[int] = Counter()
    for run in re.finditer(rf"{one}(?:\s{{0,2}}{one})*(?:\s?\d+)?|{DIGITS}", text):
        found[value(run.group(), scales, words)] += 1
    return found


def value(run: str, scales: dict[str, int], words: str) -> int:
    """Return the value of a run such as 1억 2천만."""
    total = 0.0
    parts = re.findall(rf"({DIGITS})((?:\s?(?:{words}))*)", run)
    for number, multipliers in parts:
        by = 1
        for word in re.findall(words, multipliers):
            by *= scales[word]
        if by == 1:
            total += digits(number)
        else:
            total += amount(number) * by
    return round(total)


def digits(number: str) -> int:
    """Return the digits of a number as a value."""
    return int(re.sub(r"[.,]", "", number))


def amount(number: str) -> float:
    """Return a number that stands before a multiplier; one mark with other than three digits is decimal."""
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", number):
        return digits(number)
    return float(number.replace(",", "."))


def words_for_small_numbers(text: str, language: str) -> "Counter[int]":
    """Return the numbers to twelve that stand in a text as words, or can: generous, it only excuses."""
    lowered = unicodedata.normalize("NFKC", text).lower()
    found: Counter[int] = Counter()
    for number, word in enumerate(SMALL.get(language, ()), 1):
        pattern = rf"\b(?:{word})\b" if language in ("en", "vi") else f"(?:{word})"
        found[number] += len(re.findall(pattern, lowered))
    if language == "en":
        for number, word in enumerate(ORDINALS, 1):
            found[number] += len(re.findall(rf"\b{word}\b", lowered))
        found[2] += len(re.findall(r"\b(?:both|twice|pair)\b", lowered))
        found[1] += len(re.findall(r"\b(?:an?|once|single)\b", lowered))
    return found
