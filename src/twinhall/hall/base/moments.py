"""Days and hours as each language writes them, always in the time zone of a city."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.dateformat import format as written
from django.utils.translation import get_language

_DAY = {
    "ko": "Y년 n월 j일 l",
    "vi": r", \n\g\à\y j \t\há\n\g n \nă\m Y",
    "ja": "Y年n月j日(D)",
    "en": "l, j F Y",
}
_SHORT_DAY = {"ko": "n월 j일 ", "vi": "D j/n", "ja": "n月j日(D)", "en": "D j M"}
_DATE = {"ko": "Y년 n월 j일", "vi": "j/n/Y", "ja": "Y年n月j日", "en": "j F Y"}
_MONTH = {"ko": "Y년 n월", "vi": r"\t\há\n\g n/Y", "ja": "Y年n月", "en": "F Y"}
_YEAR = {"ko": "Y년", "ja": "Y年"}
KOREAN_DAYS = "월화수목금토일"  # Django's short names are the long ones
VIETNAMESE_DAYS = (
    "Thứ Hai",
    "Thứ Ba",
    "Thứ Tư",
    "Thứ Năm",
    "Thứ Sáu",
    "Thứ Bảy",
    "Chủ Nhật",
)  # in full words
NBSP = "\N{NO-BREAK SPACE}"


def in_zone(moment: datetime, zone: str) -> datetime:
    """Return the same moment on that city's clock."""
    return moment.astimezone(ZoneInfo(zone))


def day(moment: date) -> str:
    """2021년 9월 17일 금요일, in the language now active. Give it a moment already in_zone."""
    words = _in_words(moment, _DAY).replace(NBSP, " ")  # long: it may break
    return VIETNAMESE_DAYS[moment.weekday()] + words if get_language() == "vi" else words


def short_day(moment: date) -> str:
    """9월 17일 금"""
    words = _in_words(moment, _SHORT_DAY)
    return words + KOREAN_DAYS[moment.weekday()] if get_language() == "ko" else words


def full_date(moment: date) -> str:
    """2021년 9월 17일"""
    return _in_words(moment, _DATE)


def clock(moment: datetime) -> str:
    """16:00"""
    return moment.strftime("%H:%M")


def offset(moment: datetime) -> str:
    """UTC+9, UTC+5:30: the clock's distance from UTC at that moment."""
    away = moment.utcoffset()
    minutes = int(away.total_seconds() // 60) if away else 0
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def partial_date(value: str) -> str:
    """2002년, 2002년 5월 or 2004년 3월 10일 for YYYY[-MM[-DD]]; "" for ""."""
    if not value:
        return ""
    year, month, of_month = (*(int(part) for part in value.split("-")), 1, 1)[:3]
    words = (_YEAR, _MONTH, _DATE)[value.count("-")]
    return _in_words(date(year, month, of_month), words)


def _in_words(moment: date, formats: dict[str, str]) -> str:
    pattern = formats.get(get_language() or "", formats.get("en", "Y"))
    return written(moment, pattern).replace(" ", NBSP)
