import unicodedata

import pytest

from twinhall.language.terms import (
    Concept,
    Problem,
    Standing,
    Term,
    TermWarning,
    check_rendition,
    find_terms,
)

CHAIRMAN = Concept(
    "le-tri-thanh",
    (
        Term("ko", "레 찌 타인"),
        Term("ko", "레찌탄", Standing.VARIANT),
        Term("vi", "Lê Trí Thanh"),
        Term("en", "Lê Trí Thanh"),
        Term("en", "Le Chi Thanh", Standing.FORBIDDEN),
    ),
)
OSAN = Concept(
    "osan",
    (Term("ko", "오산시"), Term("vi", "thành phố Osan"), Term("ja", "烏山市"), Term("en", "Osan City")),
)
OSAN_MAYOR = Concept("mayor", (Term("ko", "오산시장"), Term("vi", "Thị trưởng thành phố Osan")))
CONCEPTS = (CHAIRMAN, OSAN, OSAN_MAYOR)


def found(text: str, language: str) -> list[tuple[str, str]]:
    return [(s.concept.id, text[s.start : s.end]) for s in find_terms(text, language, CONCEPTS)]


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("레 찌 타인 위원장님", [("le-tri-thanh", "레 찌 타인")]),
        ("레찌타인은 오산시를 방문", [("le-tri-thanh", "레찌타인"), ("osan", "오산시")]),
        ("레찌탄 위원장", [("le-tri-thanh", "레찌탄")]),
        ("오산시장님께서", [("mayor", "오산시장")]),
        ("오산 시와 함께", [("osan", "오산 시")]),
        ("마오산시에서", []),
        ("오산시립도서관", []),
    ],
)
def test_korean_terms_are_found_with_particles_and_spacing(text, concepts):
    assert found(text, "ko") == concepts


def test_decomposed_text_holds_the_same_terms():
    text = unicodedata.normalize("NFD", "곽상욱 오산시장과 레 찌 타인")

    spans = [(c, unicodedata.normalize("NFC", t)) for c, t in found(text, "ko")]

    assert spans == [("mayor", "오산시장"), ("le-tri-thanh", "레 찌 타인")]


def test_latin_terms_are_whole_words():
    assert found("Lê Trí Thanh met Lê Trí Thanhson in OSAN CITY", "en") == [
        ("le-tri-thanh", "Lê Trí Thanh"),
        ("osan", "OSAN CITY"),
    ]


def test_japanese_terms_need_no_blanks():
    assert found("本日は烏山市長が", "ja") == [("osan", "烏山市")]


def test_an_exact_rendition_has_no_warnings():
    assert (
        check_rendition(
            "오산시장과 레 찌 타인", "ko", "Thị trưởng thành phố Osan và ông Lê Trí Thanh", "vi", CONCEPTS
        )
        == []
    )


def test_a_term_at_the_start_of_a_sentence_may_be_capitalised():
    assert check_rendition("오산시는", "ko", "Thành phố Osan xin chào.", "vi", CONCEPTS) == []


def test_a_decomposed_rendition_is_exact():
    target = unicodedata.normalize("NFD", "Ông Lê Trí Thanh")

    assert check_rendition("레 찌 타인", "ko", target, "vi", CONCEPTS) == []


def test_a_missing_term_is_told_with_its_form():
    assert check_rendition("레 찌 타인 위원장", "ko", "Ông chủ tịch", "vi", CONCEPTS) == [
        TermWarning("le-tri-thanh", Problem.MISSING, "Lê Trí Thanh")
    ]


def test_a_forbidden_form_is_told_with_the_right_one():
    assert check_rendition("레 찌 타인 위원장", "ko", "Chairman Le Chi Thanh", "en", CONCEPTS) == [
        TermWarning("le-tri-thanh", Problem.FORBIDDEN, "Lê Trí Thanh", "Le Chi Thanh")
    ]


def test_another_spacing_or_case_is_not_exact():
    assert check_rendition("Osan City", "en", "오산 시", "ko", CONCEPTS) == [
        TermWarning("osan", Problem.MISSING, "오산시", "오산 시")
    ]
    assert check_rendition("오산시", "ko", "OSAN CITY", "en", CONCEPTS) == [
        TermWarning("osan", Problem.MISSING, "Osan City", "OSAN CITY")
    ]


def test_a_concept_without_a_form_in_the_target_asks_for_nothing():
    assert check_rendition("레 찌 타인", "ko", "ようこそ", "ja", CONCEPTS) == []
