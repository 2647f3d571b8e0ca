"""How spoken sentences end, for recognisers that write no punctuation."""

import re
import unicodedata

from twinhall.language.languages import CLOSING, ends_sentence

STOP, QUESTION = {"ja": "。"}, {"ja": "？"}
FINAL_B = 17  # the final consonant of 합니다, of a Hangul syllable
SYLLABLES, FINALS = 0xAC00, 28

ASKS = {
    "ko": re.compile(r"(?:나요|가요|까요|을까|ㄹ까|는지요|인가)$"),
    "ja": re.compile(r"(?:です|ます|ました|ません|でした|でしょう|ましょう|の)か$"),
    "vi": re.compile(
        r"\b(?:phải không|được không|có không|hay chưa|hay không|là gì|như thế nào|tại sao|hả|nhỉ)$"
    ),
}
STATES = {
    "ko": re.compile(
        r"(?:[았었했겠렸졌였됐갔왔봤웠셨]다|[어아여해돼에예네데죠지셔]요|(?<!조건)이다|[한된있없]다|죠|습디다|십시오|세요)$"
    ),
    "ja": re.compile(
        r"(?:です|ます|ました|ません|でした|でしょう|ましょう|ください|ございます|である|であった|だった|のだ)[ねよ]?$"
    ),
    "vi": re.compile(r"\b(?:ạ|nhé|thôi|rồi|đấy|vậy|trân trọng cảm ơn|xin cảm ơn|xin cám ơn|xin hết)$"),
}
NOUNS = re.compile(r"(?:필요|중요|주요|수요|개요|소요|동요|가요|이요)$")  # end like Korean sentences


def mark_by_form(text: str, language: str) -> str | None:
    """Return the mark that a text's last words ask for, None if they may well go on.

    >>> mark_by_form("진심으로 환영합니다", "ko")
    '.'
    """
    end = unicodedata.normalize("NFC", text.rstrip()).casefold()
    if language == "ko" and (polite := polite_korean(end)):
        return polite
    if language in ASKS and ASKS[language].search(end):
        return QUESTION.get(language, "?")
    if language in STATES and STATES[language].search(end) and not NOUNS.search(end):
        return STOP.get(language, ".")
    return None


def polite_korean(end: str) -> str | None:
    """Return the mark of 합니다 and 합니까: 니 stands behind a syllable that ends in b."""
    if len(end) < 3 or end[-2:] not in {"니다", "니까"}:
        return None
    if (ord(end[-3]) - SYLLABLES) % FINALS != FINAL_B:
        return None
    return "." if end[-1] == "다" else "?"


def closed(text: str, language: str, *, surely: bool) -> str:
    """Return a text with a mark at its end: the one that it has, or that its form asks for, or a full stop.

    surely: the text is over, whatever its form; else it gets a mark by its form only.
    """
    bare = text.rstrip()
    if not bare or ends_sentence(bare):
        return text
    mark = mark_by_form(bare, language) or (STOP.get(language, ".") if surely else "")
    if not mark:
        return text
    return bare.rstrip(",、，;:-–—") + mark if bare[-1] not in CLOSING else bare + mark
