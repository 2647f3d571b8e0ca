"""A file of terms: what would change is shown, then done whole or not at all, within the officer's rights."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from twinhall.hall.meetings.actions.terms import agree_on_term
from twinhall.hall.meetings.actions.terms_import import (
    AlreadyTaken,
    bring_terms,
    put_into_termbase,
    take_terms_over,
)
from twinhall.hall.meetings.models import MeetingTerm, TermsImport
from twinhall.hall.meetings.queries.term_forms import Change
from twinhall.hall.meetings.queries.term_places import places_of
from twinhall.hall.meetings.queries.terms_intake import Fate, plan_terms
from twinhall.hall.meetings.queries.terms_out import terms_to_take_away
from twinhall.hall.translation.actions import Forms, add_forms, write_term
from twinhall.hall.translation.enums import ConceptKind
from twinhall.hall.translation.models import Concept, Term
from twinhall.hall.translation.queries import Named, relations_of
from twinhall.language.interchange.tbx_writing import write_tbx_2, write_tbx_3
from twinhall.language.interchange.term_files import read_terms
from twinhall.language.interchange.term_values import Reason
from twinhall.language.interchange.terms_table import write_table

HALL = ("ko", "vi", "ja", "en")
FRIENDSHIP = {"ko": Forms("자매결연"), "vi": Forms("quan hệ kết nghĩa")}
RICH = {
    "ko": Forms("우호도시", ("우호 도시",), ("자매도시",)),
    "en": Forms("friendship city", (), (), "프렌드십 시티"),
    "vi": Forms("thành phố hữu nghị", (), (), "", (("thành phố bạn", date(2020, 1, 1)),)),
}


@pytest.fixture
def places(relation, meeting, osan):
    return places_of(relations_of(osan), [meeting], house=False)


@pytest.fixture
def agreed(relation):
    return write_term(None, kind="programme", relation=relation, note="", forms=FRIENDSHIP)


@pytest.fixture
def planned(places, relation):
    """planned(table) returns what would become of it between the two cities."""
    return lambda table, holds=None: plan_terms(
        read_terms(table.encode()), holds or f"relation-{relation.pk}", places
    )


def fates(plan) -> list[Fate]:
    return [p.fate for p in plan.planned]


def stored() -> set[tuple[str, str, str, str]]:
    return {
        (t.language, t.form, t.kind, str(t.valid_until or ""))
        for t in Term.objects.filter(concept__city=None, concept__person=None, concept__post=None)
    }


def test_a_new_term_is_added_with_all_its_forms(planned, relation):
    table = "kind,ko,ko:variants,vi,vi:former,vi:forbidden,note\n"
    plan = planned(
        table + "organisation,관광과,관광 과,Phòng Du lịch,2020-01-01 Phòng Văn hóa,Phong Du lich,부서\n"
    )

    put_into_termbase(plan)

    concept = Concept.objects.get()
    assert fates(plan) == [Fate.NEW]
    assert (concept.kind, concept.scope, concept.relation, concept.note) == (
        "organisation",
        "relation",
        relation,
        "부서",
    )
    assert stored() == {
        ("ko", "관광과", "preferred", ""),
        ("ko", "관광 과", "variant", ""),
        ("vi", "Phòng Du lịch", "preferred", ""),
        ("vi", "Phòng Văn hóa", "preferred", "2020-01-01"),
        ("vi", "Phong Du lich", "forbidden", ""),
    }


def test_a_changed_form_is_shown_and_the_old_one_stays_as_another_form(planned, agreed):
    plan = planned("ko,vi,en\n자매결연,kết nghĩa,sister-city ties\n")

    put_into_termbase(plan)

    (told,) = plan.planned
    assert (told.fate, told.concept) == (Fate.CHANGED, agreed)
    assert told.changes == (
        Change("vi", "preferred", "quan hệ kết nghĩa", "kết nghĩa"),
        Change("vi", "variant", "", "quan hệ kết nghĩa"),
        Change("en", "preferred", "", "sister-city ties"),
    )
    assert stored() == {
        ("ko", "자매결연", "preferred", ""),
        ("vi", "kết nghĩa", "preferred", ""),
        ("vi", "quan hệ kết nghĩa", "variant", ""),
        ("en", "sister-city ties", "preferred", ""),
    }
    assert Concept.objects.get().kind == "programme"


def test_nothing_that_is_kept_is_lost(planned, relation):
    write_term(None, kind="other", relation=relation, note="주의", forms=RICH)
    before = stored()

    plan = planned("ko,ko:variants,en,en:pronunciation\n우호도시,벗 도시,friendship city,\n")
    put_into_termbase(plan)

    assert stored() == before | {("ko", "벗 도시", "variant", "")}
    assert Concept.objects.get().note == "주의"
    assert Term.objects.get(language="en").pronunciation == "프렌드십 시티"


def test_of_two_terms_with_one_form_each_is_matched_by_the_rest(planned, relation):
    for vietnamese in ("chợ", "Thị trưởng"):
        write_term(
            None,
            kind="other",
            relation=relation,
            note="",
            forms={"ko": Forms("시장"), "vi": Forms(vietnamese)},
        )

    plan = planned("ko,vi\n시장,Thị trưởng\n시장,chợ\n")

    assert fates(plan) == [Fate.SAME, Fate.SAME]


def test_a_term_that_holds_in_a_wider_place_is_not_added_again(planned, meeting, agreed):
    plan = planned("ko,vi\n자매결연,quan hệ kết nghĩa\n", f"meeting-{meeting.pk}")

    assert fates(plan) == [Fate.SAME]


def test_a_term_for_a_meeting_holds_there_alone(planned, meeting):
    put_into_termbase(planned("ko,vi\n개회,khai mạc\n", f"meeting-{meeting.pk}"))

    assert MeetingTerm.objects.get().meeting == meeting
    assert Concept.objects.get().scope == "meeting"


def test_a_name_kept_with_its_city_wins_and_the_difference_is_shown(planned, quang_nam):
    plan = planned("kind,ko,vi,en\ncity,광남,Quảng Nam,Quang Nam\n")

    put_into_termbase(plan)

    (told,) = plan.planned
    assert (told.fate, told.named) == (Fate.CONFLICT, Named(ConceptKind.CITY, quang_nam.pk))
    assert told.changes == (Change("ko", "preferred", "꽝남", "광남"),)
    assert not Concept.objects.exists()


def test_a_name_that_is_not_kept_in_a_language_is_told(planned, quang_nam):
    (told,) = planned("ko,ja\n꽝남,クアンナム\n").planned

    assert (told.fate, told.changes) == (Fate.CONFLICT, (Change("ja", "preferred", "", "クアンナム"),))


def test_a_name_cannot_be_forbidden(planned, quang_nam):
    (told,) = planned("ko,vi,vi:forbidden\n꽝남,Quảng Nam,tỉnh Quảng Nam|Tỉnh Quảng Nam\n").planned

    assert told.fate is Fate.CONFLICT


def test_forms_of_a_name_are_added_to_it(planned, quang_nam):
    add_forms(Named(ConceptKind.CITY, quang_nam.pk), note="표기", forms={"ko": Forms(forbidden=("광남",))})

    put_into_termbase(planned("ko,ko:forbidden,vi\n꽝남성,쾅남,Quảng Nam\n"))

    concept = Concept.objects.get(city=quang_nam)
    assert {(t.form, t.kind) for t in concept.terms.all()} == {("광남", "forbidden"), ("쾅남", "forbidden")}
    assert concept.note == "표기"


def test_an_organisation_that_is_called_like_a_city_is_none(planned, quang_nam):
    assert fates(planned("kind,ko,vi\norganisation,꽝남,CLB Quảng Nam\n")) == [Fate.NEW]


def test_terms_in_one_language_and_former_forms_alone_are_rejected(planned):
    plan = planned("ko,vi,en,vi:former\n관광과,,,\n문화과,Văn hóa,,\n체육과,,Sports,2020-01-01 Thể thao\n")

    assert [(r.line, r.reason) for r in plan.rejected] == [(2, Reason.ONE_LANGUAGE), (4, Reason.NOT_TODAY)]
    assert fates(plan) == [Fate.NEW]


def test_each_term_may_say_where_it_holds(planned, relation, meeting):
    table = (
        "scope,place,ko,vi\n"
        "relation,꽝남 – 오산,가,a\n"
        "meeting,오산시·꽝남성 제1차 화상회의,나,b\n"
        "어디서나,,다,c\n"
        "relation,파주 – 꽝남,라,d\n"
        ",,마,e\n"
    )

    plan = planned(table, "file")

    assert [p.place.key for p in plan.planned] == [f"relation-{relation.pk}", f"meeting-{meeting.pk}"]
    assert [(r.line, r.reason, r.detail) for r in plan.rejected] == [
        (4, Reason.UNKNOWN_PLACE, "house"),
        (5, Reason.UNKNOWN_PLACE, "relation 파주 – 꽝남"),
        (6, Reason.NO_PLACE, ""),
    ]


@pytest.mark.parametrize(
    "write",
    [
        lambda entries: write_table(entries, HALL, "vi"),
        lambda entries: write_tbx_2(entries, "", "ko"),
        lambda entries: write_tbx_3(entries, "", "ja"),
    ],
)
def test_what_is_taken_away_and_brought_again_changes_nothing(
    write, places, agreed, relation, meeting, chairman
):
    told = {"kind": "organisation", "note": "a | b; 주의", "forms": RICH}
    agree_on_term(None, relation=None, meeting=meeting, **told)
    named = Named(ConceptKind.PERSON, chairman.person_id)
    add_forms(named, note="이름", forms={"en": Forms((), ("Le Tri Thanh",), ("Le Chi Thanh",))})
    before = stored()

    data = write(terms_to_take_away([relation]))
    plan = plan_terms(read_terms(data), "file", places)

    assert {(p.fate, p.changes) for p in plan.planned} == {(Fate.SAME, ())}
    assert plan.rejected == ()
    assert stored() == before


def test_what_is_taken_away_builds_the_same_termbase_anew(places, relation, meeting):
    agree_on_term(None, relation=None, meeting=meeting, kind="organisation", note="주의", forms=RICH)
    before, data = stored(), write_table(terms_to_take_away([relation]), HALL, "ko")
    Concept.objects.all().delete()

    put_into_termbase(plan_terms(read_terms(data), "file", places))

    concept = Concept.objects.get()
    assert (stored(), concept.kind, concept.note) == (before, "organisation", "주의")
    assert MeetingTerm.objects.get().meeting == meeting


def test_a_file_is_taken_over_once(officer, places, relation):
    row = bring_terms(b"ko,vi\nga,a\n", "a.csv", f"relation-{relation.pk}", by=officer)
    take_terms_over(row.pk, places)

    with pytest.raises(AlreadyTaken):
        take_terms_over(row.pk, places)

    assert Concept.objects.count() == 1


def test_what_was_brought_and_not_taken_goes_with_the_next_file(officer, relation):
    for name in ("a.csv", "b.csv"):
        bring_terms(b"ko,vi\nga,a\n", name, f"relation-{relation.pk}", by=officer)

    assert [row.file_name for row in TermsImport.objects.all()] == ["b.csv"]


def test_a_plan_takes_as_many_queries_for_fifty_terms_as_for_two(
    planned, relation, django_assert_max_num_queries
):
    for count in (2, 50):
        table = "ko,vi\n" + "".join(f"용어{n},từ {n}\n" for n in range(count))
        put_into_termbase(planned(table))
        with django_assert_max_num_queries(9):
            planned(table)


def upload(client, data: bytes, holds: str, name: str = "용어.csv"):
    file = SimpleUploadedFile(name, data)
    return client.post("/terms/import/", {"file": file, "holds": holds}, follow=True)


def test_an_officer_looks_at_a_file_and_takes_it_over(client, officer, relation, agreed, quang_nam):
    client.force_login(officer)
    table = "ko,vi\n자매결연,ket nghia\n문화원,TT Van hoa\n꽝남,Quang Nam\n홀로,\n"
    before = stored()

    shown = upload(client, table.encode("cp949"), f"relation-{relation.pk}")
    address, page = shown.redirect_chain[-1][0], shown.content.decode()
    counts = shown.context["counts"]
    changed = client.get(f"{address}?show=changed").content.decode()
    seen = stored()
    client.post(address, {"do": "take"})

    assert counts == [("new", 1), ("changed", 1), ("same", 0), ("conflict", 1)]
    assert '<b lang="vi">Quảng Nam</b>' in page
    assert "CP949" in page
    assert '<del lang="vi">quan hệ kết nghĩa</del>' in changed
    assert [r.line for r in shown.context["rejected"]] == [5]
    assert (seen == before, {form for _, form, *_ in stored()} >= {"문화원", "ket nghia"}) == (True, True)
    assert not TermsImport.objects.exists()


def test_cancelled_nothing_has_changed(client, officer, relation, agreed):
    client.force_login(officer)
    before = stored()
    shown = upload(client, b"ko,vi\nga,a\n", f"relation-{relation.pk}")

    client.post(shown.redirect_chain[-1][0], {"do": "drop"})

    assert (stored(), TermsImport.objects.count()) == (before, 0)


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04xx", b"<html/>", b"<tbx>", b"no table", bytes(10 * 1024 * 1024 + 1)]
)
def test_a_file_that_cannot_be_used_is_refused_on_its_page(client, officer, relation, data):
    client.force_login(officer)

    answer = upload(client, data, f"relation-{relation.pk}")

    assert (answer.status_code, TermsImport.objects.count()) == (422, 0)
    assert 'role="alert"' in answer.content.decode()


def test_where_terms_hold_is_bound_to_the_officers_rights(client, officer, other_officer, relation, hidaka):
    client.force_login(officer)
    refused = [upload(client, b"ko,vi\nga,a\n", holds).status_code for holds in ("house", "relation-99", "")]
    shown = upload(client, b"ko,vi\nga,a\n", f"relation-{relation.pk}")
    address = shown.redirect_chain[-1][0]
    client.force_login(other_officer)

    client.post(address, {"do": "take"})
    looked = client.get(address)

    assert (refused, looked.status_code, looked["Location"]) == ([422, 422, 422], 302, "/terms/")
    assert (Concept.objects.count(), TermsImport.objects.count()) == (0, 1)


@pytest.mark.parametrize(("kind", "start"), [("csv", b"\xef\xbb\xbf"), ("tbx", b"<?xml"), ("tbx2", b"<?xml")])
def test_terms_are_taken_away_but_not_those_of_others(client, officer, other_officer, agreed, kind, start):
    client.force_login(officer)
    ours = client.get(f"/terms/export/{kind}/")
    client.force_login(other_officer)
    theirs = client.get(f"/terms/export/{kind}/")

    assert (ours.content[: len(start)], ours["Cache-Control"]) == (start, "no-store")
    assert ("자매결연" in ours.content.decode(), "자매결연" in theirs.content.decode()) == (True, False)
    assert client.get("/terms/export/exe/").status_code == 404
