import unicodedata

import pytest

from twinhall.language.folding import bare, fold


@pytest.mark.parametrize(
    ("text", "language", "folded"),
    [
        ("Quảng  NAM\u00a0x", "vi", "quảng nam x"),
        ("Lê\nTrí", "vi", "lê trí"),
        ("레 찌·타인", "ko", "레찌타인"),
        ("오\u200b산", "ko", "오산"),
        ("ｸｱﾝﾅﾑ・ﾀﾞﾅﾝ", "ja", "クアンナムダナン"),
        ("Ｏｓａｎ", "ja", "osan"),
        ("Straße", "en", "strasse"),
    ],
)
def test_what_writers_place_freely_is_folded_away(text, language, folded):
    assert fold(text, language).text == folded


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("text", "language"), [("Ở Quảng  Nam", "vi"), ("곽 상욱 시장", "ko"), ("ガ・ダ", "ja")]
)
def test_every_folded_letter_knows_where_it_stood(form, text, language):
    text = unicodedata.normalize(form, text)
    folded = fold(text, language)

    for letter, start, end in zip(folded.text, folded.starts, folded.ends, strict=True):
        stood = unicodedata.normalize("NFC", text[start:end]).casefold()
        assert stood == letter or (letter == " " and stood.isspace())


def test_bare_letters_have_no_marks_and_hangul_and_kana_keep_theirs():
    assert bare("Đà Nẵng Ürümqi 꽝남 ダナン") == "Da Nang Urumqi 꽝남 ダナン"
