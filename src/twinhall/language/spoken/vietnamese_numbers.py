"""Vietnamese numbers in words: ours, as the library gets inner zeros (1010) and decimals (0.5) wrong."""

from twinhall.language.spoken.figures import is_long, number, one_by_one

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
THOUSANDS = ("", " nghìn", " triệu")
BILLION = 10**9
ROMAN = {"I": 1, "V": 5, "X": 10}


def said(written: str) -> str:
    """Return a whole number in words, whatever separates its thousands."""
    return one_by_one(written, DIGITS, " ") if is_long(written) else words(number(written))


def words(value: int) -> str:
    """Return a number in words."""
    high, low = divmod(value, BILLION)
    if high:
        return f"{words(high)} tỷ" + (f" {below_billion(low, full=True)}" if low else "")
    return below_billion(low, full=False) if low else DIGITS[0]


def below_billion(value: int, *, full: bool) -> str:
    """Return thousands, millions and the rest; behind something larger hundreds are said even when none."""
    said_groups: list[str] = []
    for power in (2, 1, 0):
        group = value // 1000**power % 1000
        if group:
            said_groups.append(hundreds(group, full=full or bool(said_groups)) + THOUSANDS[power])
    return " ".join(said_groups)


def hundreds(value: int, *, full: bool) -> str:
    """Return a number below 1000; 4 is "không trăm lẻ bốn" in full."""
    hundred, rest = divmod(value, 100)
    if not hundred and not full:
        return tens(rest)
    joined = f"{DIGITS[hundred]} trăm"
    if not rest:
        return joined
    return f"{joined} lẻ {DIGITS[rest]}" if rest < 10 else f"{joined} {tens(rest)}"


def tens(value: int) -> str:
    """Return a number below 100, with the sound changes of 1 and 5 behind ten."""
    ten, unit = divmod(value, 10)
    if not ten:
        return DIGITS[unit]
    begin = "mười" if ten == 1 else f"{DIGITS[ten]} mươi"
    if not unit:
        return begin
    last = "lăm" if unit == 5 else "mốt" if unit == 1 and ten > 1 else DIGITS[unit]
    return f"{begin} {last}"


def decimals(figures: str) -> str:
    """Return what stands behind the comma: two figures as a number, else one by one."""
    if len(figures) == 2 and figures[0] != "0":
        return tens(int(figures))
    return one_by_one(figures, DIGITS, " ")


def roman(numeral: str) -> int:
    """Return the value of a numeral made of I, V and X."""
    values = [ROMAN[c] for c in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
