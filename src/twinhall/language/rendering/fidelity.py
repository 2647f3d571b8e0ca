"""What a translation must have in common with its source: numbers, dates, units, quotation marks."""

import re
from collections import Counter

from twinhall.language.plausible import can_render
from twinhall.language.rendering.quantities import SCALES, numbers_in, words_for_small_numbers
from twinhall.language.translation import Flag

UNITS = {
    "percent": r"%|％|퍼센트|\bper ?cent\b|phần trăm|パーセント",
    "degree": r"℃|°\s?C|\bdegrees?\b|độ C\b|도씨|섭씨",
    "km": r"\bkm\b|㎞|\bkilomet(?:re|er)s?\b|킬로미터|キロメートル|キロ(?!グラム)|ki-?lô-?mét|cây số",
    "kg": r"\bkg\b|㎏|\bkilograms?\b|\bkilos?\b|킬로그램|キログラム|ki-?lô-?gam",
    "hectare": r"\bha\b|\bhectares?\b|헥타르|ヘクタール|héc-?ta",
    "won": r"(?<=[\d만억조천백])\s?원|₩|\bwon\b|\bKRW\b|ウォン",
    "dollar": r"[$＄]|달러|\bdollars?\b|\bUSD\b|đô la|đô-la|ドル|\bUS\$",
    "yen": r"[¥￥]|(?<=[\d万億千百])\s?円|엔화|\byen\b|\bJPY\b|yên",
    "dong": r"₫|\bVND\b|(?<=[\d만억])\s?동\b|\bdong\b|(?<=\d)\s?đồng|ドン",
}
# A particle may touch a unit (km와): only Latin letters make another word of it.
EDGE = r"(?:(?<![A-Za-z])(?=[A-Za-z])|(?<=[A-Za-z])(?![A-Za-z]))"
UNIT_PATTERNS = {unit: re.compile(written.replace(r"\b", EDGE), re.I) for unit, written in UNITS.items()}
QUOTES = re.compile(r"[“”„«»「」『』《》〈〉\"]")
SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)")


def flags_of(source: str, text: str, source_language: str, target_language: str) -> frozenset[Flag]:
    """Return why a person should look at a translation of a sentence."""
    found: set[Flag] = set()
    if not same_numbers(source, text, source_language, target_language):
        found.add(Flag.NUMBERS)
    if units_lost(source, text):
        found.add(Flag.UNITS)
    if not same_quotes(source, text):
        found.add(Flag.QUOTES)
    if not can_render(source, text, source_language, target_language):
        found.add(Flag.IMPLAUSIBLE)
    return frozenset(found)


def same_numbers(source: str, text: str, source_language: str, target_language: str) -> bool:
    """Say whether two texts hold the same numbers; one to twelve may be a word on one side.

    Months and multipliers count only where they are known on both sides.
    """
    known = source_language in SCALES and target_language in SCALES
    wanted = numbers_in(source, source_language if known else "")
    got = numbers_in(text, target_language if known else "")
    lost, new = wanted - got, got - wanted
    return written_out(lost, text, target_language) and written_out(new, source, source_language)


def written_out(numbers: "Counter[int]", text: str, language: str) -> bool:
    """Say whether numbers stand in a text as words."""
    words = words_for_small_numbers(text, language) if numbers else numbers
    return all(words[number] >= count for number, count in numbers.items())


def units_lost(source: str, text: str) -> list[str]:
    """Return the units that stand in a source and not in its translation."""
    return [
        unit for unit, written in UNIT_PATTERNS.items() if written.search(source) and not written.search(text)
    ]


def same_quotes(source: str, text: str) -> bool:
    """Say whether as much is quoted; a source whose quotation marks do not pair decides nothing."""
    marks, others = quotes(source), quotes(text)
    return marks % 2 == 1 or marks == others


def quotes(text: str) -> int:
    """Return how many quotation marks a text has; single ones that open count for two."""
    return len(QUOTES.findall(text)) + 2 * len(SINGLE.findall(text))
