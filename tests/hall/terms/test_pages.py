"""The pages of the termbase, over HTTP."""

import pytest

from twinhall.hall.meetings.models import MeetingTerm
from twinhall.hall.translation.actions import Forms, write_term
from twinhall.hall.translation.models import Concept, Term
from twinhall.hall.translation.queries import concepts_for
from twinhall.language.terms import check_text

BOTH = {"preferred_ko": "자매결연", "preferred_vi": "quan hệ kết nghĩa"}


def forms_of(concept: Concept) -> set[tuple[str, str]]:
    return set(concept.terms.values_list("form", "kind"))


@pytest.fixture
def agreed(relation) -> Concept:
    forms = {"ko": Forms("자매결연"), "vi": Forms("quan hệ kết nghĩa")}
    return write_term(None, kind="programme", relation=relation, note="", forms=forms)


def test_an_officer_adds_a_term_and_it_is_kept_from_then_on(client, officer, relation):
    client.force_login(officer)
    told = {"kind": "programme", "holds": f"relation-{relation.pk}", "preferred_ko": "자매결연"}

    alone = client.post("/terms/new/", told)
    added = client.post("/terms/new/", told | BOTH | {"forbidden_vi": "quan hệ hữu nghị"})

    assert (alone.status_code, added.status_code) == (422, 302)
    assert forms_of(Concept.objects.get()) == {
        ("자매결연", "preferred"),
        ("quan hệ kết nghĩa", "preferred"),
        ("quan hệ hữu nghị", "forbidden"),
    }
    assert "quan hệ kết nghĩa" in client.get("/terms/").content.decode()


def test_a_term_keeps_its_reading_its_note_and_its_former_forms(client, officer, relation, agreed):
    client.force_login(officer)
    told = BOTH | {
        "kind": "organisation",
        "holds": f"relation-{relation.pk}",
        "pronunciation_vi": "꽌헤",
        "earlier_ko": "2025-07-01 자매 관계",
        "note": "의회 승인",
    }

    answer = client.post(f"/terms/{agreed.pk}/", told)
    page = client.get(f"/terms/{agreed.pk}/").content.decode()

    assert answer.status_code == 302
    assert Term.objects.filter(form="자매 관계", valid_until="2025-07-01", kind="preferred").exists()
    assert Term.objects.filter(form="자매결연", valid_from="2025-07-01", valid_until=None).exists()
    assert all(words in page for words in ("꽌헤", "2025-07-01 자매 관계", "의회 승인"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("earlier_ko", "자매 관계"),
        ("earlier_ko", "2025-13-01 자매 관계"),
        ("earlier_ja", "2025-07-01 姉妹"),
        ("pronunciation_vi", "kwan he"),
        ("forbidden_ko", "자매결연"),
        ("variant_ko", "가" * 201),
        ("holds", "relation-999"),
        ("kind", "planet"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_lost(client, officer, relation, field, value):
    client.force_login(officer)
    told = BOTH | {"kind": "programme", "holds": f"relation-{relation.pk}"} | {field: value}

    answer = client.post("/terms/new/", told)

    assert answer.status_code == 422
    assert 'class="error"' in answer.content.decode()
    assert "quan hệ kết nghĩa" in answer.content.decode()
    assert not Concept.objects.exists()


def test_someone_who_is_only_spoken_of_is_looked_for_misspelt(client, officer, relation):
    client.force_login(officer)
    told = {"kind": "person", "holds": f"relation-{relation.pk}"}

    client.post("/terms/new/", told | {"preferred_ko": "호 찌 민", "preferred_en": "Hồ Chí Minh"})

    assert check_text("Ho Chi Minh", "en", concepts_for(relation, ()))[0].expected == "Hồ Chí Minh"


def test_a_term_can_hold_in_one_meeting(client, officer, meeting):
    client.force_login(officer)

    client.post("/terms/new/", BOTH | {"kind": "other", "holds": f"meeting-{meeting.pk}"})

    assert MeetingTerm.objects.get().meeting == meeting


def test_only_administrators_let_a_term_hold_everywhere(client, officer, relation, make_officer, osan):
    told = BOTH | {"kind": "other", "holds": "house"}
    client.force_login(officer)
    refused = client.post("/terms/new/", told)
    client.force_login(make_officer("boss@osan.example", osan, is_administrator=True))

    allowed = client.post("/terms/new/", told)

    assert (refused.status_code, allowed.status_code) == (422, 302)
    assert Concept.objects.get().scope == "house"


def test_a_name_of_a_partner_gets_forms_that_are_not_to_be_used(client, officer, relation, quang_nam):
    client.force_login(officer)
    address = f"/terms/names/city/{quang_nam.pk}/"

    assert "Quảng Nam" in client.get(address).content.decode()
    assert client.post(address, {"forbidden_ko": "광남\n쾅남"}).status_code == 302
    assert client.post(address, {"forbidden_ko": "꽝남"}).status_code == 422
    assert forms_of(Concept.objects.get()) == {("광남", "forbidden"), ("쾅남", "forbidden")}
    assert "<s>광남 · 쾅남</s>" in client.get("/terms/").content.decode()


def test_terms_and_names_of_other_relations_are_neither_seen_nor_changed(
    client, other_officer, agreed, quang_nam, chairman
):
    client.force_login(other_officer)
    name = f"/terms/names/person/{chairman.person_id}/"

    assert "자매결연" not in client.get("/terms/").content.decode()
    assert [client.get(a).status_code for a in (f"/terms/{agreed.pk}/", name)] == [404, 404]
    assert client.post(f"/terms/{agreed.pk}/delete/").status_code == 404
    assert client.post(name, {"forbidden_ko": "x"}).status_code == 404
    assert Concept.objects.count() == 1


def test_a_term_is_deleted_and_a_name_cannot_be(client, officer, agreed, quang_nam):
    client.force_login(officer)
    client.post(f"/terms/names/city/{quang_nam.pk}/", {"forbidden_ko": "광남"})
    named = Concept.objects.get(city=quang_nam)

    assert client.post(f"/terms/{agreed.pk}/delete/").status_code == 302
    assert client.post(f"/terms/{named.pk}/delete/").status_code == 404
    assert list(Concept.objects.all()) == [named]


def test_the_list_is_searched_and_has_pages(client, officer, relation):
    for n in range(120):
        forms = {"ko": Forms(f"용어{n:03}"), "en": Forms(f"term {n:03}")}
        write_term(None, kind="other", relation=relation, note="", forms=forms)
    client.force_login(officer)

    first, second = (client.get(f"/terms/?page={n}").content.decode() for n in (1, 2))
    found = client.get("/terms/?q=용어 119").content.decode()

    assert ("용어000" in first, "용어119" in first, "용어119" in second) == (True, False, True)
    assert ("용어119" in found, "용어118" in found) == (True, False)
