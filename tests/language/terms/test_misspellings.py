import pytest

from twinhall.language.terms import Concept, Kind, Term, Termbase, check_rendition, check_text

PEOPLE = {
    "chairman": {"ko": "레 찌 타인", "vi": "Lê Trí Thanh", "en": "Lê Trí Thanh", "ja": "レ・チー・タイン"},
    "dung": {"ko": "레 반 둥", "vi": "Lê Văn Dũng", "en": "Lê Văn Dũng"},
    "mayor": {"ko": "곽상욱", "en": "Kwak Sang-wook"},
}
CITIES = {
    "quang-nam": {"ko": "꽝남", "vi": "Quảng Nam", "en": "Quảng Nam", "ja": "クアンナム"},
    "tam-ky": {"ko": "땀끼", "vi": "Tam Kỳ", "en": "Tam Kỳ"},
    "da-nang": {"ko": "다낭", "en": "Đà Nẵng"},
    "hidaka": {"ko": "히다카시", "en": "Hidaka"},
    "osan": {"ko": "오산시", "en": "Osan"},
    "sacheon": {"ko": "사천", "en": "Sacheon"},
}
TERMBASE = Termbase(
    Concept(key, tuple(Term(tag, form) for tag, form in forms.items()), kind)
    for kind, told in ((Kind.PERSON, PEOPLE), (Kind.CITY, CITIES))
    for key, forms in told.items()
)


@pytest.mark.parametrize(
    ("language", "text", "problem", "expected"),
    [
        ("ko", "광남은", "misspelt", "꽝남"),
        ("ko", "레찌탄 위원장", "misspelt", "레 찌 타인"),
        ("ko", "땀기에서", "misspelt", "땀끼"),
        ("ko", "레 반 중 부위원장", "doubtful", "레 반 둥"),
        ("ko", "곽상옥 시장", "doubtful", "곽상욱"),
        ("en", "Mr Le Chi Thanh", "misspelt", "Lê Trí Thanh"),
        ("en", "Le Tri Thanh", "misspelt", "Lê Trí Thanh"),
        ("en", "in Quang Nam", "misspelt", "Quảng Nam"),
        ("en", "Danang", "misspelt", "Đà Nẵng"),
        ("en", "Nguyen Van Dung", "doubtful", "Lê Văn Dũng"),
        ("en", "Hitaka", "doubtful", "Hidaka"),
        ("en", "Kwak Sang-wuk", "doubtful", "Kwak Sang-wook"),
        ("vi", "ông Lê Tri Thanh", "misspelt", "Lê Trí Thanh"),
        ("ja", "クァンナム省", "misspelt", "クアンナム"),
        ("ja", "レ・チ・タイン氏", "misspelt", "レ・チー・タイン"),
    ],
)
def test_a_name_nearly_right_is_told_with_the_right_one(language, text, problem, expected):
    assert [(w.problem.value, w.expected) for w in check_text(text, language, TERMBASE)] == [
        (problem, expected)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "아산시와 안산시, 우산, 담기 위해, 사전에 고성남 씨"),
        ("en", "Asan, Quang Ngai, a hidden key, Le Corbusier, Tam, Nam"),
        ("vi", "Quảng Ngãi, Quảng Ninh, Lê Văn Hùng, Nguyễn Văn Dũng, tam kỳ thi"),
        ("ja", "クアラルンプール、タイン"),
    ],
)
def test_other_names_and_words_raise_no_alarm(language, text):
    assert check_text(text, language, TERMBASE) == []


def test_a_missing_name_is_told_with_what_stands_in_its_place():
    warnings = check_rendition("레 찌 타인 위원장", "ko", "Chairman Le Chi Thanh", "en", TERMBASE)

    assert [(w.problem.value, w.expected, w.found) for w in warnings] == [
        ("missing", "Lê Trí Thanh", "Le Chi Thanh")
    ]


def test_a_doubtful_name_does_not_forbid_approval():
    text = "Lê Trí Thanh met Nguyen Van Dung"

    assert check_rendition("레 찌 타인", "ko", text, "en", TERMBASE) == []
