"""What a translation must have in common with its source: numbers, dates, units, quotation marks."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from twinhall.language.plausible import can_render
from twinhall.language.rendering.quantities import (
    DIGITS,
    SCALES,
    digits,
    numbers_in,
    words_for_small_numbers,
)
from twinhall.language.translation import Flag

COMPARED = frozenset({Flag.NUMBERS, Flag.UNITS, Flag.QUOTES, Flag.IMPLAUSIBLE})  # by differences()
INFORMS = frozenset({Flag.SAME_LANGUAGE, Flag.NO_WORDS})  # flags that ask for no look
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


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which a translation is not what its source is.

    lost: numbers as the source writes them, or a unit's name in UNITS, that the translation lacks;
    new: numbers that it has besides. Both empty where only the flag is known.
    """

    flag: Flag
    lost: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


def differences(source: str, text: str, source_language: str, target_language: str) -> tuple[Difference, ...]:
    """Return why a person should look at a translation of a sentence, with the numbers and units meant."""
    found: list[Difference] = []
    lost, new = unmatched_numbers(source, text, source_language, target_language)
    if lost or new:
        found.append(Difference(Flag.NUMBERS, as_written(lost, source), as_written(new, text)))
    if units := units_lost(source, text):
        found.append(Difference(Flag.UNITS, tuple(units)))
    if not same_quotes(source, text):
        found.append(Difference(Flag.QUOTES))
    if not can_render(source, text, source_language, target_language):
        found.append(Difference(Flag.IMPLAUSIBLE))
    return tuple(found)


def look_of(found: Sequence[Difference]) -> str:
    """Return what names these differences, "" for none: who approves a text has seen just these."""
    return " ".join(f"{d.flag}-{'+'.join(d.lost)}+{'+'.join(d.new)}" for d in found)


def flags_of(source: str, text: str, source_language: str, target_language: str) -> frozenset[Flag]:
    """Return why a person should look at a translation of a sentence."""
    return frozenset(d.flag for d in differences(source, text, source_language, target_language))


def same_numbers(source: str, text: str, source_language: str, target_language: str) -> bool:
    """Say whether two texts hold the same numbers; one to twelve may be a word on one side.

    Months and multipliers count only where they are known on both sides.
    """
    return not any(unmatched_numbers(source, text, source_language, target_language))


def unmatched_numbers(
    source: str, text: str, source_language: str, target_language: str
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the numbers that only the source holds, and those that only its translation does."""
    known = source_language in SCALES and target_language in SCALES
    wanted = numbers_in(source, source_language if known else "")
    got = numbers_in(text, target_language if known else "")
    lost, new = wanted - got, got - wanted
    return not_written_out(lost, text, target_language), not_written_out(new, source, source_language)


def not_written_out(numbers: "Counter[int]", text: str, language: str) -> tuple[int, ...]:
    """Return those numbers that do not stand in a text as words either."""
    words = words_for_small_numbers(text, language) if numbers else numbers
    return tuple(number for number, count in numbers.items() if words[number] < count)


def as_written(numbers: tuple[int, ...], text: str) -> tuple[str, ...]:
    """Return numbers as a text writes them, where it does so in figures alone: 3.5 and not 35."""
    written = {digits(found): found for found in re.findall(DIGITS, unicodedata.normalize("NFKC", text))}
    return tuple(written.get(number, str(number)) for number in numbers)


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
