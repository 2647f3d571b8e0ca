"""How a word ends when it is read aloud in Korean: what its particles depend on."""

import re
import unicodedata
from enum import StrEnum

from twinhall.language.particles.latin import ends_in_latin, table
from twinhall.language.particles.numbers import last_syllable_of_number


class Ending(StrEnum):
    """The last sound. RIEUL is a consonant, except before (으)로."""

    VOWEL = "vowel"
    RIEUL = "rieul"
    CONSONANT = "consonant"
    UNKNOWN = "unknown"  # Chinese characters and the like, whose reading is not told


FIRST_SYLLABLE, LAST_SYLLABLE, FINALS, RIEUL = 0xAC00, 0xD7A3, 28, 8
ASIDE = re.compile(r"(?<=\S)\s*(?:\([^()]*\)|（[^（）]*）|\[[^\[\]]*\])\s*$")
NUMBER = re.compile(r"(?<![\d.,:])[\d][\d.,:]*$")
LATIN = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f]|(?<=\w)['’&](?=\w))+$")
SYMBOLS = dict(  # each with a syllable that ends as its name does: % 퍼센트
    zip(
        "%％‰℃℉°$€£¥₩₫+#@&㎏㎞㎝㎜㎡㎥㎢㏊㎎ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩんン",
        "트트밀도도도러로드엔원동스샵골드램터터터터터터르램일이삼사오육칠팔구십은은",
        strict=True,
    )
)
UNREAD = re.compile(rf"(?:[^\w{re.escape(''.join(SYMBOLS))}]|_)+$")
UNITS = table(  # behind a number
    "kg 램 g 램 mg 램 t 톤 km 터 m 터 cm 터 mm 터 ha 르 l 터 ml 터 kw 트 mw 트 w 트 v 트 kb 트 mb 트"
    " gb 트 tb 트 hz 츠 h 간"
)


def ending_of(word: str, pronunciation: str = "", language: str = "") -> Ending:
    """Return how a word or name ends. Trailing marks and an aside in brackets are not read.

    pronunciation: the word in hangul, where its letters do not tell. language: of a Latin word, if known.
    """
    word = _spoken(unicodedata.normalize("NFC", pronunciation or word))
    return _of_syllable(_last_syllable(word, language)) if word else Ending.UNKNOWN


def _spoken(word: str) -> str:
    """Leave out what is not read at the end."""
    while True:
        shorter = ASIDE.sub("", word)
        shorter = UNREAD.sub("", shorter) or shorter
        if shorter == word or not shorter:
            return word
        word = shorter


def _last_syllable(word: str, language: str) -> str:
    """Return a syllable of hangul that ends as the word does, "" where that is not known."""
    last = word[-1]
    if "가" <= last <= "힣":
        return last
    if last in SYMBOLS:
        return SYMBOLS[last]
    if number := NUMBER.search(word):
        return last_syllable_of_number(number.group())
    if last.isdigit():
        return last_syllable_of_number(str(unicodedata.digit(last)))
    if "ぁ" <= last <= "ヺ":
        return "아"
    if latin := LATIN.search(word):
        if latin.start() and word[latin.start() - 1].isdigit() and latin.group().lower() in UNITS:
            return UNITS[latin.group().lower()]
        return ends_in_latin(latin.group(), word, language)
    return ""


def _of_syllable(syllable: str) -> Ending:
    if not syllable or not FIRST_SYLLABLE <= ord(syllable) <= LAST_SYLLABLE:
        return Ending.UNKNOWN
    final = (ord(syllable) - FIRST_SYLLABLE) % FINALS
    if final == 0:
        return Ending.VOWEL
    return Ending.RIEUL if final == RIEUL else Ending.CONSONANT
