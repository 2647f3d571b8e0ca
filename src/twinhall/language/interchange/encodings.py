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
LEAST_PLAIN = 0.05  # share of blanks, punctuation and Latin letters in a text of any language
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
    """UTF-16 that does not say so: one way round it is a text with blanks or Latin letters in it."""
    found = [text for codec in ("utf-16-le", "utf-16-be") if (text := _as_text(data, codec)) is not None]
    best = max(found, key=_plain_share, default="")
    if _plain_share(best) < LEAST_PLAIN:
        raise Undecodable(Fault.NOT_TEXT)
    return best, "UTF-16"


def _as_text(data: bytes, codec: str) -> str | None:
    try:
        text = _checked(data.decode(codec))
    except (UnicodeDecodeError, Undecodable):
        return None
    return None if any(map(_strange, text)) else text


def _plain_share(text: str) -> float:
    return sum(letter.isascii() for letter in text) / max(1, len(text))


def _legacy(data: bytes, language: str, *, mixed: bool) -> tuple[str, str]:
    order = sorted(OFFICE_ENCODINGS, key=lambda tag: tag != language)
    for tag in order:
        codec = OFFICE_ENCODINGS[tag]
        text = _as_text(data, codec)
        if text is None:
            continue
        judged = "".join(c for c in text if not c.isascii()) if mixed else text
        if looks_like(judged, tag):
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
