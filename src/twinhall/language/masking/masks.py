"""The masks under which terms pass through an engine."""

from collections.abc import Iterator, Sequence
from itertools import count, islice

from twinhall.language.masking.values import Rung

# Names that are none in any of our languages; engines leave what looks like a name alone
HEADS = ("Zal", "Bre", "Tov", "Kel", "Dor", "Fen", "Gav", "Hol", "Mer", "Nal", "Pel", "Rov")
TAILS = ("tor", "xon", "rin", "mar", "vek", "dar", "lan", "gor", "vin", "kor", "sen", "bor")
OTHER_HEADS = ("Tami", "Nosa", "Boli", "Sado", "Pita", "Ruma", "Guli", "Feno", "Lumi", "Woza", "Kida", "Zeno")
OTHER_TAILS = ("rel", "vik", "mer", "del", "von", "nek", "var", "rak", "dor", "bel", "mor", "lin")
FIRST_NUMBER, NUMBER_STEP = 713, 37  # three digits: no language groups them
CONSONANTS = "QZXKVJWPF"


class TooManyTerms(Exception):
    """More terms in one sentence than there are masks of a kind."""


def masks(rung: Rung, how_many: int, taken: str) -> tuple[str, ...]:
    """Return different masks, none of which stands in `taken`, whatever its case. Raises TooManyTerms."""
    heard = taken.casefold()
    free = (mask for mask in _all(rung) if mask.casefold() not in heard)
    found = tuple(islice(free, how_many))
    if len(found) < how_many:
        raise TooManyTerms(how_many)
    return found


def _all(rung: Rung) -> Iterator[str]:
    if rung is Rung.NAME:
        return _names(HEADS, TAILS)
    if rung is Rung.OTHER_NAME:
        return _names(OTHER_HEADS, OTHER_TAILS)
    if rung is Rung.CODE:
        return (f"X{n}" for n in (*range(1, 10),))
    if rung is Rung.NUMBER:
        return (str(FIRST_NUMBER + step) for step in islice(count(0, NUMBER_STEP), 7))
    return (
        f"{a}{b}{c}"
        for a, b, c in zip(
            CONSONANTS, CONSONANTS[3:] + CONSONANTS[:3], CONSONANTS[5:] + CONSONANTS[:5], strict=True
        )
    )


def _names(heads: Sequence[str], tails: Sequence[str]) -> Iterator[str]:
    """Unlike ones first: no two of the first dozen share a part."""
    for turn in range(len(tails)):
        for n, head in enumerate(heads):
            yield head + tails[(n + turn) % len(tails)]
