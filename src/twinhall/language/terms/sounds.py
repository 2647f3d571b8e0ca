"""How names sound alike: what writers mix up when they know a name by ear."""

import re
import unicodedata

from twinhall.language.folding import bare

# Vietnamese letters that share a sound, in one dialect or another
HOMOPHONES = (("tr", "ch"), ("gi", "z"), ("d", "z"), ("r", "z"), ("x", "s"), ("y", "i"), ("q", "k"))
# ㄲㅋ as ㄱ, ㄸㅌ as ㄷ, ㅃㅍ as ㅂ, ㅆ as ㅅ, ㅉㅊ as ㅈ; ㅐ as ㅔ, ㅙㅞ as ㅚ, ㅒ as ㅖ
PLAIN_JAMO = str.maketrans(
    "\u1101\u110f\u1104\u1110\u1108\u1111\u110a\u110d\u110e\u1162\u116b\u1170\u1164",
    "\u1100\u1100\u1103\u1103\u1107\u1107\u1109\u110c\u110c\u1166\u116c\u116c\u1168",
)
TENSE = re.compile("[\u1101\u1104\u1108\u110a\u110d]")
SMALL_KANA = str.maketrans("ァィゥェォャュョヮヴヅヂ", "アイウエオヤユヨワブズジ", "ー・")


def latin_as_heard(name: str) -> str:
    """Return a name without case, marks, blanks, so that spellings which sound alike are equal."""
    heard = re.sub(r"c(?!h)", "k", re.sub(r"[ '’-]", "", bare(name).casefold()))
    for written, sound in HOMOPHONES:
        heard = heard.replace(written, sound)
    return heard


def korean_as_heard(name: str) -> str:
    """Return hangul with plain consonants for tense and aspirated ones, syllable by syllable."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).translate(PLAIN_JAMO))


def katakana_as_heard(name: str) -> str:
    """Return katakana without small letters, long vowels and dots."""
    return name.translate(SMALL_KANA)


def is_foreign(name: str) -> bool:
    """Say whether hangul holds a tense sound, as names brought from Vietnamese do and ours hardly."""
    return TENSE.search(unicodedata.normalize("NFD", name)) is not None


def jamo(text: str) -> str:
    """Return a text as its jamo, silent initials left out."""
    return unicodedata.normalize("NFD", text).replace("\u110b", "")


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters must be put in, taken out or changed; most + 1 where it is more than that."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        diagonal, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (a != b))
        if min(row) > most:
            return most + 1
    return row[-1]
