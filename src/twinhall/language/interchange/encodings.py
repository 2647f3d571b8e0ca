"""Plain text in the encodings that offices still use."""

import codecs
import unicodedata
from enum import StrEnum

from twinhall.language.guess import looks_like

OFFICE_ENCODINGS = {"ko": "cp949", "ja": "cp932", "vi": "cp1258"}
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
NAMES = {"cp949": "CP949", "cp932": "Shift_JIS (CP932)", "cp1258": "Windows-1258"}
CONTROLS_ALLOWED = frozenset("\t\n\r\f\v\x1a")


class Fault(StrEnum):
    """Why bytes are no text."""

    DAMAGED = "damaged"  # says what it is in, and is not
    NOT_TEXT = "not_text"
    ENCODING = "encoding"  # cannot be told


class Undecodable(ValueError):
    """Bytes that are no text that can be read for certain."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def decode(data: bytes, language: str, *, mixed: bool = False) -> tuple[str, str]:
    """Return the text, composed, and the name of its encoding. language: what it is most likely written in.

    Never guesses silently wrong: a legacy encoding counts only if the outcome reads like its language; where
    languages are `mixed`, as in a table of terms, if what is not plain Latin does. Raises Undecodable.
    """
    for mark, codec, name in MARKS:
        if data.startswith(mark):
            return _strictly(data, codec), name
    if b"\x00" in data:
        return _without_mark(data)
    try:
        return _checked(data.decode("utf-8")), "UTF-8"
    except UnicodeDecodeError:
        return _legacy(data, language, mixed=mixed)


def _strictly(data: bytes, codec: str) -> str:
    try:
        return _checked(data.decode(codec))
    except UnicodeDecodeError as error:
        raise Undecodable(Fault.DAMAGED) from error


def _without_mark(data: bytes) -> tuple[str, str]:
    """UTF-16 that does not say so has its zeros in one half of the bytes only."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 or min(even, odd) * 20 > max(even, odd):
        raise Undecodable(Fault.NOT_TEXT)
    return _strictly(data, "utf-16-le" if odd > even else "utf-16-be"), "UTF-16"


def _legacy(data: bytes, language: str, *, mixed: bool) -> tuple[str, str]:
    order = sorted(OFFICE_ENCODINGS, key=lambda tag: tag != language)
    for tag in order:
        codec = OFFICE_ENCODINGS[tag]
        try:
            text = _checked(data.decode(codec))
        except (UnicodeDecodeError, Undecodable):
            continue
        judged = "".join(c for c in text if not c.isascii()) if mixed else text
        if looks_like(judged, tag) and not any(map(_strange, text)):
            return text, NAMES[codec]
    raise Undecodable(Fault.ENCODING)


def _checked(text: str) -> str:
    """Return composed text. A text has no control characters."""
    if any(c < " " and c not in CONTROLS_ALLOWED for c in text):
        raise Undecodable(Fault.NOT_TEXT)
    return unicodedata.normalize("NFC", text.replace("\x1a", ""))


def _strange(letter: str) -> bool:
    """Characters that no office writes, and that wrong decoding brings: private use, unassigned."""
    return unicodedata.category(letter) in {"Co", "Cn"}
