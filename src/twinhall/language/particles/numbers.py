"""How numbers end in Sino-Korean."""

import re

DIGITS = "영일이삼사오육칠팔구"
TENS = "일십백천만만만만억억억억조조조조경"
CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?")
GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")


def last_syllable_of_number(number: str) -> str:
    """Return the last syllable of a number as it is read: 10 십, 2,000 천, 3.10 영, 14:00 시, 010 공.

    number: digits with commas, points, colons; those at its end are not read.
    """
    number = number.rstrip(".,:")
    if clock := CLOCK.fullmatch(number):
        return "초" if clock.group(3) else ("시" if clock.group(2) == "00" else "분")
    if "." in number:
        return _alone(number.rsplit(".", 1)[1])
    if GROUPED.fullmatch(number):
        number = number.replace(",", "")
    number = re.split(r"[,:]", number)[-1]
    if len(number) > 1 and number[0] == "0":
        return "공" if number[-1] == "0" else DIGITS[int(number[-1])]
    return _whole(number)


def _alone(decimals: str) -> str:
    """Behind the point digits are read one by one."""
    return DIGITS[int(decimals[-1])]


def _whole(number: str) -> str:
    value = number.rstrip("0")
    if not value:
        return DIGITS[0]
    zeros = len(number) - len(value)
    if zeros == 0:
        return DIGITS[int(value[-1])]
    return TENS[zeros] if zeros < len(TENS) else "해"
