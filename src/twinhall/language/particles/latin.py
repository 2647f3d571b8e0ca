"""How words in Latin letters end when they are read in Korean."""

import re
import unicodedata

from twinhall.language.folding import bare


def table(told: str) -> dict[str, str]:
    """Return words with the syllable that each ends in, from a list of both by turns."""
    words = told.split()
    return dict(zip(words[::2], words[1::2], strict=True))


LETTERS = dict(
    zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "이비씨디이프지치이이이엘엠엔오피큐알스티유이유스이트", strict=True)
)
VIETNAMESE_LETTER = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]")
VIETNAMESE_SYLLABLE = re.compile(
    "(?:ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[ckmnpt])?"
)
IRREGULAR = table(  # read otherwise than they are written
    "apec 펙 opec 펙 web 웹 lab 랩 club 럽 pub 펍 job 잡 bag 백 big 빅 check 크 nike 키 cafe 페"
    " coffee 피 karaoke 케 adobe 비 recipe 피 bach 흐 airbnb 비 iphone 폰 phone 폰 gmail 일 youtube 브"
    " design 인 sign 인 campaign 인 park 크 sprite 트 some 섬 one 원 welcome 컴 income 컴 bluetooth 스"
    " come 컴 done 던 gone 곤 debut 뷔 ballet 레 bouquet 케 gourmet 메 depot 포 rendezvous 부 zip 집"
    " clip 립 soup 프 group 룹 youth 스 hope 프 europe 럽 chile 레"
)
LONG_ACRONYM = 5  # letters: UNESCO is read as a word, FTA letter by letter
VOWELS = "aeiou"


def ends_in_latin(letters: str, whole: str, language: str) -> str:
    """Return a syllable of hangul that ends as a Latin word does in Korean.

    letters: the last word. whole: what it stands in, which shows whether it is Vietnamese.
    Rules: names of letters for acronyms; the ending of the syllable in Vietnamese; else the rules for loan
    words: p t k c close a syllable after one short vowel, b d g s f v ch sh th take a vowel of their own.
    """
    plain = bare(unicodedata.normalize("NFC", letters)).replace("’", "'")
    plain = re.sub(r"'s$", "", plain) if not plain.endswith("'s") else "s"
    word = plain.lower()
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(plain) == 1 or _is_acronym(plain):
        return LETTERS.get(plain[-1].upper(), "")
    if not word.isascii():
        return ""
    if language == "vi" or _is_vietnamese(unicodedata.normalize("NFC", whole).lower()):
        return "난" if word[-1] in "cghkmnpt" else "나"
    return _loan_word(word)


def _is_acronym(plain: str) -> bool:
    has_vowel = re.search("[aeiouyAEIOUY]", plain) is not None
    if plain.isupper():
        return len(plain) < LONG_ACRONYM or not has_vowel
    return not has_vowel and len(plain) <= LONG_ACRONYM


def _is_vietnamese(name: str) -> bool:
    """By letters no other language has, or by syllables that are all Vietnamese, one of them with a mark."""
    if VIETNAMESE_LETTER.search(name):
        return True
    words = re.findall(r"[^\W\d_]+", name)
    return bare(name) != name and all(VIETNAMESE_SYLLABLE.fullmatch(bare(word)) for word in words)


def _loan_word(word: str) -> str:
    if word.endswith(("nh", "ng")):
        return "응"
    if word[-1] == "e" and len(word) > 2:
        return _silent_e(word)
    last = word[-1]
    if last == "l":
        return "을"
    if last in "mn":
        return "은"
    if last in "ptkcq":
        return _stop(word)
    return "으"


def _silent_e(word: str) -> str:
    """Google ends in l, time in m; -te, -ke, -ce and the like take a vowel."""
    before = word[-2]
    if before == "l" and (word[-3] not in VOWELS or len(word) > 3):
        return "을"
    if before in "mn" and word[-3] in VOWELS + "y":
        return "은"
    return "으"


def _stop(word: str) -> str:
    """Book and Facebook close their syllable, park and week do not."""
    last, before = word[-1], word[-2]
    if word.endswith("ck") or last == "c":
        return "윽"
    if before not in VOWELS:
        return "윽" if before == last else "으"
    two_vowels = len(word) > 2 and word[-3] in VOWELS
    if two_vowels and last != "q":
        short = word.endswith(("ook", "oot", "oup")) and word.endswith("ook")
        romanised = word[-3:-1] in ("eo", "eu", "ae", "oo") and last == "k"  # 석, 득, 백, 욱
        qu = word[-4:-2] == "qu" or word[-3:-1] == "ui"
        return "윽" if short or romanised or qu else "으"
    return "으" if last == "q" else "윽"
