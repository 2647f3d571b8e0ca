"""Names are read where they are kept; what was agreed holds in its scope, on its day."""

from datetime import date

import pytest

from twinhall.hall.cities.actions import NameOfCity, Place, change_city, change_person, succeed
from twinhall.hall.meetings.actions.terms import agree_on_term
from twinhall.hall.meetings.queries.remarks import terms_of
from twinhall.hall.translation.actions import Forms, add_forms, write_term
from twinhall.hall.translation.enums import ConceptKind
from twinhall.hall.translation.queries import Named, concepts_for, listed_terms
from twinhall.language.terms import check_text, find_terms

MERGED = date(2025, 7, 1)
FRIENDSHIP = {"ko": Forms("자매결연"), "vi": Forms("quan hệ kết nghĩa")}


def found(text: str, language: str, termbase) -> list[tuple[str, str]]:
    return [(s.concept.id, text[s.start : s.end]) for s in find_terms(text, language, termbase)]


def test_names_of_cities_people_and_titles_are_terms_without_being_entered(meeting, mayor, chairman, osan):
    termbase = terms_of(meeting)

    assert found("Thị trưởng thành phố Osan Kwak Sang-wook, tại tỉnh Quảng Nam", "vi", termbase) == [
        (f"title-{mayor.post_id}", "Thị trưởng thành phố Osan"),
        (f"person-{mayor.person_id}", "Kwak Sang-wook"),
        (f"city-{meeting.partner_id}", "tỉnh Quảng Nam"),
    ]


def test_a_full_name_is_rendered_by_a_full_name_in_small_letters(meeting, osan):
    concept = terms_of(meeting).by_id[f"city-{osan.pk}"]
    short, full = (t for t in concept.terms if t.language == "ko")

    assert [t.text for t in (concept.rendering(short, "vi"), concept.rendering(full, "vi")) if t] == [
        "Osan",
        "thành phố Osan",
    ]


def test_a_changed_name_holds_at_once(meeting, chairman):
    change_person(chairman.post, "vi", {"ko": "레 찌 탄"}, {}, pronunciations={"ko": "레찌탄"})

    concept = terms_of(meeting).by_id[f"person-{chairman.person_id}"]

    assert concept.preferred("ko") == "레 찌 탄"
    assert [t.pronunciation for t in concept.terms if t.language == "ko"] == ["레찌탄"]


def test_people_of_other_meetings_stay_out(meeting, mayor, quang_nam, make_person):
    stranger = make_person(quang_nam, {"vi": "Nguyễn Văn A"}, {})

    assert f"person-{stranger.person_id}" not in terms_of(meeting).by_id


def test_a_merged_city_keeps_its_name_for_its_time(relation, quang_nam, make_city):
    da_nang = make_city("VN", "vi", "Asia/Ho_Chi_Minh", {"vi": ("Thành phố Đà Nẵng", "Đà Nẵng")})
    succeed(quang_nam, da_nang, MERGED)

    now = check_text("ở Quảng Nam", "vi", concepts_for(relation, ()))
    then = check_text("ở Quảng Nam", "vi", concepts_for(relation, (), on=date(2021, 9, 17)))

    assert [(w.found, w.expected, w.until) for w in now] == [("Quảng Nam", "Đà Nẵng", MERGED)]
    assert then == []


def test_a_renamed_city_has_both_names_each_with_its_time(relation, osan):
    names = [
        NameOfCity("ko", "옛오산시", "옛오산", valid_until=MERGED),
        NameOfCity("ko", "오산시", "오산", valid_from=MERGED),
        NameOfCity("vi", "Thành phố Osan", "Osan"),
    ]
    change_city(osan, Place("KR", "ko", "Asia/Seoul"), names)

    concept = concepts_for(relation, ()).by_id[f"city-{osan.pk}"]

    assert [concept.preferred("ko", on) for on in (date(2020, 1, 1), date(2026, 1, 1))] == ["옛오산", "오산"]


def test_forms_added_to_a_name_stay_with_it(relation, quang_nam):
    named = Named(ConceptKind.CITY, quang_nam.pk)
    add_forms(named, note="", forms={"ko": Forms(variants=("광남성",))})
    add_forms(named, note="표기", forms={"ko": Forms(forbidden=("쾅남",))})

    termbase = concepts_for(relation, ())

    assert [(w.problem.value, w.found, w.expected) for w in check_text("쾅남에서", "ko", termbase)] == [
        ("forbidden", "쾅남", "꽝남")
    ]
    assert found("광남성에", "ko", termbase) == []


@pytest.fixture
def hidaka_relation(osan, hidaka):
    from twinhall.hall.cities.models import Relation  # app-ready

    return Relation.objects.create(home=osan, partner=hidaka)


def test_a_term_of_a_relation_does_not_hold_in_another(relation, hidaka_relation):
    write_term(None, kind="programme", relation=relation, note="", forms=FRIENDSHIP)

    assert found("자매결연", "ko", concepts_for(relation, ())) != []
    assert found("자매결연", "ko", concepts_for(hidaka_relation, ())) == []


def test_a_term_of_a_meeting_holds_there_alone_and_before_a_wider_one(meeting, relation):
    told = {"kind": "programme", "relation": None, "note": ""}
    agree_on_term(None, meeting=None, forms=FRIENDSHIP, **told)
    own = agree_on_term(
        None, meeting=meeting, forms={"ko": Forms("자매결연"), "vi": Forms("kết nghĩa")}, **told
    )

    spans = find_terms("자매결연", "ko", terms_of(meeting))

    assert [s.concept.preferred("vi") for s in spans] == ["kết nghĩa"]
    assert str(own.pk) not in concepts_for(relation, ()).by_id


def test_a_term_moved_from_a_meeting_to_the_relation_holds_in_all(meeting, relation):
    told = {"kind": "programme", "note": "", "forms": FRIENDSHIP}
    concept = agree_on_term(None, meeting=meeting, relation=None, **told)

    agree_on_term(concept, meeting=None, relation=relation, **told)

    assert str(concept.pk) in concepts_for(relation, ()).by_id


def test_the_termbase_takes_as_many_queries_for_ten_people_as_for_one(
    relation, quang_nam, make_person, django_assert_num_queries
):
    write_term(None, kind="programme", relation=relation, note="", forms=FRIENDSHIP)
    people = [make_person(quang_nam, {"vi": f"Lê Văn {n}"}, {"vi": f"Phó {n}"}).person_id for n in range(10)]

    for some in (people[:1], people):
        with django_assert_num_queries(5):
            concepts_for(relation, some)


def test_the_list_takes_as_many_queries_for_twenty_terms_as_for_ten(
    relation, quang_nam, make_person, django_assert_num_queries
):
    for _ in range(2):
        make_person(quang_nam, {"vi": "Lê Văn A"}, {"vi": "Phó"})
        for _ in range(10):
            write_term(None, kind="programme", relation=relation, note="", forms=FRIENDSHIP)
        with django_assert_num_queries(6):
            listed_terms([relation], "")


@pytest.mark.parametrize(("asked", "hits"), [("quan he", 1), ("자매 결연", 1), ("osan", 1), ("없음", 0)])
def test_a_term_is_found_without_its_blanks_case_and_diacritics(relation, asked, hits):
    write_term(None, kind="programme", relation=relation, note="", forms=FRIENDSHIP)

    assert len(listed_terms([relation], asked)) == hits
