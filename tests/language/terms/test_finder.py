import unicodedata
from datetime import date

import pytest

from twinhall.language.terms import Concept, Kind, Standing, Term, Termbase, check_text, find_terms

MERGED = date(2025, 7, 1)
OSAN = Concept(
    "osan",
    (
        Term("ko", "오산"),
        Term("ko", "오산시", series="full"),
        Term("vi", "Osan"),
        Term("ja", "烏山"),
        Term("ja", "烏山市", series="full"),
        Term("en", "Osan"),
    ),
    Kind.CITY,
)
QUANG_NAM = Concept(
    "quang-nam",
    (
        Term("ko", "꽝남", valid_until=MERGED),
        Term("ko", "꽝남성", series="full", valid_until=MERGED),
        Term("vi", "Quảng Nam", valid_until=MERGED),
        Term("ja", "クアンナム", valid_until=MERGED),
        Term("en", "Quảng Nam", valid_until=MERGED),
    ),
    Kind.CITY,
    successor="da-nang",
)
DA_NANG = Concept(
    "da-nang",
    (Term("ko", "다낭"), Term("vi", "Đà Nẵng"), Term("en", "Đà Nẵng"), Term("ja", "ダナン")),
    Kind.CITY,
)
HIDAKA = Concept("hidaka", (Term("ja", "日高"), Term("ja", "日高市", series="full")), Kind.CITY)
HUE = Concept("hue", (Term("ko", "후에"), Term("en", "Hue")), Kind.CITY)
CHAIRMAN = Concept("chairman", (Term("ko", "레 찌 타인"), Term("ja", "レ・チー・タイン")), Kind.PERSON)
MAYOR = Concept("mayor", (Term("ja", "郭尚旭"), Term("ko", "곽상욱")), Kind.PERSON)
TERMBASE = Termbase((OSAN, QUANG_NAM, DA_NANG, HIDAKA, HUE, CHAIRMAN, MAYOR))


def found(text: str, language: str, termbase: Termbase = TERMBASE) -> list[str]:
    return [text[s.start : s.end] for s in find_terms(text, language, termbase)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("꽝남 성 대표단", ["꽝남 성"]),
        ("꽝 남에서", ["꽝 남"]),
        ("레찌타인 위원장, 레 찌타인이었습니다", ["레찌타인", "레 찌타인"]),
        ("레·찌·타인 씨", ["레·찌·타인"]),
        ("곽 상욱 시장님께서도", ["곽 상욱"]),
        ("오산시민과 오산시의회, 오산시립도서관", ["오산", "오산시", "오산"]),
        ("꽝남성인민위원회", ["꽝남성"]),
        ("전 오산시장, 오산·꽝남", ["오산", "오산", "꽝남"]),
        ("오 산을 오르다", []),
        ("오산하다, 마오산에, 오산시계", []),
        ("회의 후에 만난 뒤 후에시로", ["후에"]),
        ("오\u200b산시", ["오\u200b산시"]),
    ],
)
def test_korean_names_are_found_with_their_spacing_particles_and_offices(text, terms):
    assert found(text, "ko") == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("郭尚旭様、郭尚旭氏、郭尚旭さん", ["郭尚旭"] * 3),
        ("レ チー タイン委員長とレ＝チー＝タイン氏", ["レ チー タイン", "レ＝チー＝タイン"]),
        ("日高市長と日高市民", ["日高", "日高"]),
        ("埼玉県日高市、韓国烏山市", ["日高市", "烏山市"]),
        ("日高川町、東日高、クアンナムズ", []),
        ("ｸｱﾝﾅﾑ省", ["ｸｱﾝﾅﾑ"]),
    ],
)
def test_japanese_names_are_found_with_honorifics_and_not_inside_longer_words(text, terms):
    assert found(text, "ja") == terms


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_vietnamese_names_are_found_composed_and_decomposed_in_any_case(form):
    text = unicodedata.normalize(form, "tại QUẢNG  NAM và Quảng\u00a0Nam, Quảng Namm")

    names = [unicodedata.normalize("NFC", name) for name in found(text, "vi")]

    assert names == ["QUẢNG  NAM", "Quảng\u00a0Nam"]


def test_a_name_in_small_letters_is_an_ordinary_word():
    hoa_binh = Termbase((Concept("hoa-binh", (Term("vi", "Hòa Bình"),), Kind.CITY),))

    assert found("a hue of blue in Hue", "en") == ["Hue"]
    assert found("hòa bình, cộng hòa Bình Định, tỉnh Hòa Bình", "vi", hoa_binh) == ["Hòa Bình"]


def test_the_narrowest_agreement_wins_and_no_forbidden_form_before_a_good_one():
    house = Concept("house", (Term("ko", "교류"),))
    meeting = Concept("meeting", (Term("ko", "교류"),), narrowness=2)
    forbids = Concept("forbids", (Term("ko", "교류", Standing.FORBIDDEN),), narrowness=2)

    spans = find_terms("교류를", "ko", Termbase((house, forbids, meeting)))

    assert [s.concept.id for s in spans] == ["meeting"]


def test_a_name_given_up_is_right_with_its_date_and_today_s_is_suggested():
    warnings = check_text("tỉnh Quảng Nam", "vi", TERMBASE)

    assert [(w.problem.value, w.found, w.expected, w.until) for w in warnings] == [
        ("outdated", "Quảng Nam", "Đà Nẵng", MERGED)
    ]
    assert not warnings[0].problem.blocks
    assert check_text("tỉnh Quảng Nam", "vi", Termbase(TERMBASE, on=date(2021, 9, 17))) == []


def test_a_renamed_city_is_rendered_by_the_name_of_the_time():
    city = Concept(
        "city",
        (
            Term("ko", "옛이름", valid_until=MERGED),
            Term("ko", "새이름", valid_from=MERGED),
            Term("en", "Old", valid_until=MERGED),
            Term("en", "New", valid_from=MERGED),
        ),
    )
    old, new = city.terms[:2]

    assert [t.text for t in (city.rendering(old, "en"), city.rendering(new, "en")) if t] == ["Old", "New"]
    assert city.preferred("en") == "New"
    assert city.preferred("en", date(2020, 1, 1)) == "Old"


def test_five_thousand_concepts_change_nothing_of_what_is_found():
    many = [Concept(str(n), (Term("ko", f"가나{chr(0xAC00 + n)}시"),), Kind.CITY) for n in range(5000)]

    assert found("곽상욱 오산시장이 가나가시와", "ko", Termbase((*TERMBASE, *many))) == [
        "곽상욱",
        "오산",
        "가나가시",
    ]


def test_the_version_changes_with_any_form():
    changed = Concept("osan", (*OSAN.terms, Term("en", "Osan City", Standing.FORBIDDEN)), Kind.CITY)

    assert Termbase((OSAN, HUE)).version == Termbase((HUE, OSAN)).version
    assert Termbase((OSAN, HUE)).version != Termbase((changed, HUE)).version
