import unicodedata

import pytest

from twinhall.language.guess import looks_like, plain_words

TEXTS = {
    "ko": "존경하는 레 찌 타인 위원장님, 안녕하십니까. (郭尙旭)",
    "vi": "Kính thưa ông thị trưởng, chúng tôi rất vui mừng được gặp quý vị hôm nay.",
    "ja": "市長、本日はお招きいただき、誠にありがとうございます。",
    "en": "Dear Mr. Mayor, we are delighted to meet you and Mr. Lê Trí Thanh here today.",
}


@pytest.mark.parametrize("written", TEXTS)
@pytest.mark.parametrize("taken_for", TEXTS)
def test_a_text_looks_like_its_own_language_only(written, taken_for):
    assert looks_like(TEXTS[written], taken_for) is (written == taken_for)


@pytest.mark.parametrize("language", ["ko", "vi"])
def test_decomposed_text_looks_the_same(language):
    assert looks_like(unicodedata.normalize("NFD", TEXTS[language]), language)


@pytest.mark.parametrize("language", TEXTS)
def test_numbers_are_no_evidence(language):
    assert looks_like("2004. 3. 10.", language)
    assert looks_like("", language)


def test_a_language_that_is_not_known_is_believed():
    assert looks_like("Hyvää päivää", "fi")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Lê Trí Thanh met Nguyễn Văn An in Quảng Nam.", "met in"),
        ("오늘 Kwak Sang-wook 시장님을 뵙습니다.", "오늘 시장님을 뵙습니다."),
        ("“Osan” hosts (Hidaka)", "hosts"),
        ("Lê Trí Thanh, Quảng Nam", "Lê Trí Thanh, Quảng Nam"),
        ("ALL DEPARTMENTS REPLY", "ALL DEPARTMENTS REPLY"),
        ("", ""),
    ],
)
def test_names_do_not_show_of_what_language_the_words_around_them_are(text, plain):
    assert plain_words(text) == plain
