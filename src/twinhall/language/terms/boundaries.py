"""Where a name may begin and end in running text, language by language."""

import re
import unicodedata

from twinhall.language.terms.korean_ends import is_noun_end

KATAKANA = re.compile(r"[ァ-ヺー]")
KANJI = re.compile(r"[㐀-鿿々]")
AREAS = "市町村県府都道区郡州省国"
BEFORE_KANJI = frozenset(AREAS + "長員事元前現故新同両各在対駐訪当我")
AFTER_KANJI = re.compile(
    rf"(?:[{AREAS}]?(?:長|民|立|内|外|側|域|議会|議員|役所|役場|庁|様|氏|殿|君|副|知事|主席|議長|委員|代表|訪問"
    rf"|出身|在住|人民|共産|政府|国際|大使|総領事|首相|大統領|大臣|書記|会長|社長|局長|部長|課長|先生|博士|夫妻|一行"
    rf"|および|並|発|着|産|間|等|初|式|型|支|地方|全域|大会|会議|交流|友好|姉妹|宣言|協定)|[{AREAS}](?![場]))"
)
LEADING_IN_KOREAN = ("전", "현", "주", "재")  # 전 시장, 주한: written together with what follows


def stands_alone(text: str, start: int, end: int, language: str) -> bool:
    """Say whether a span is a word of its own, as far as the language's writing tells."""
    before = unicodedata.normalize("NFC", text[max(0, start - 12) : start])
    after = unicodedata.normalize("NFC", text[end : end + 24])
    if language == "ja":
        return _in_japanese(before, unicodedata.normalize("NFC", text[start:end]), after)
    if language == "ko":
        return _begins_in_korean(before) and is_noun_end(after)
    return not before[-1:].isalnum() and not after[:1].isalnum()


def cuts_an_office(text: str, end: int) -> bool:
    """Say whether a Japanese name that ends here takes 市 from 市長: the name without it is meant."""
    return text[end - 1] in AREAS and text[end : end + 1] in tuple("長民立議役内外政庁営")


def _begins_in_korean(before: str) -> bool:
    if not before[-1:].isalnum():
        return True
    run = re.search(r"[가-힣]*$", before)
    return run is not None and run.group() in LEADING_IN_KOREAN and not before[: run.start()][-1:].isalnum()


def _in_japanese(before: str, name: str, after: str) -> bool:
    """Between its own kind of letters a name is a piece of a longer word; 市 and the like close it."""
    if KATAKANA.match(name[:1]) and KATAKANA.match(before[-1:]):
        return False
    if KATAKANA.match(name[-1:]) and KATAKANA.match(after[:1]):
        return False
    if name[:1].isascii() and name[:1].isalnum() and before[-1:].isascii() and before[-1:].isalnum():
        return False
    if name[-1:].isascii() and name[-1:].isalnum() and after[:1].isascii() and after[:1].isalnum():
        return False
    if KANJI.match(name[:1]) and KANJI.match(before[-1:]) and before[-1] not in BEFORE_KANJI:
        return False
    if not (KANJI.match(name[-1:]) and KANJI.match(after[:1])):
        return True
    if name[-1] in AREAS:
        return not (name[-1] == "市" and after[0] == "場")
    return AFTER_KANJI.match(after) is not None
