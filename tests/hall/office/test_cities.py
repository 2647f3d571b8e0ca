from datetime import date

import pytest
from django.urls import reverse

from twinhall.hall.cities.models import City, CityName, PostTitle, Relation
from twinhall.hall.cities.queries import name_of_city
from twinhall.hall.meetings.queries.access import meetings_of

PLACE = {"country": "VN", "city_kind": "province", "language": "vi", "timezone": "Asia/Ho_Chi_Minh"}


def names(city):
    rows = CityName.objects.filter(city=city, language="vi").order_by("pk")
    return list(rows.values_list("full", "valid_from", "valid_until"))


@pytest.fixture
def lone(client, officer):
    """The officer's browser, before any partner city has an officer."""
    client.force_login(officer)
    return client


def test_a_partner_city_and_its_relation_are_recorded_at_once(lone, osan):
    told = PLACE | {"full_vi": "Tỉnh Quảng Nam", "short_vi": "Quảng Nam"}
    binding = {"kind": "sister", "first_contact": "2002", "signed": "2004-03-10"}

    lone.post(reverse("relation-new"), told | binding | {"fields_of_exchange": "행정, 문화、체육"})

    made = Relation.objects.get()
    assert (made.home, made.partner.kind, made.kind) == (osan, "province", "sister")
    assert (made.first_contact, made.signed, made.fields) == ("2002", "2004-03-10", ["행정", "문화", "체육"])
    assert names(made.partner) == [("Tỉnh Quảng Nam", None, None)]


def test_a_known_city_is_bound_without_being_made_again(lone, quang_nam):
    lone.post(reverse("relation-new"), {"city": quang_nam.pk, "kind": "friendship"})

    assert (Relation.objects.get().partner, City.objects.count()) == (quang_nam, 2)


def test_a_date_that_is_none_is_refused_and_nothing_is_stored(lone, osan):
    told = PLACE | {"full_vi": "Tỉnh Quảng Nam", "kind": "sister", "signed": "2004-13"}

    assert (lone.post(reverse("relation-new"), told).status_code, City.objects.count()) == (422, 1)


def test_a_renamed_city_keeps_its_former_name(lone, relation, quang_nam):
    told = PLACE | {"full_vi": "Thành phố Đà Nẵng", "short_vi": "Đà Nẵng", "renamed_on": "2025-07-01"}

    lone.post(reverse("city-edit", args=[quang_nam.pk]), told)

    assert names(quang_nam) == [
        ("Tỉnh Quảng Nam", None, date(2025, 7, 1)),
        ("Thành phố Đà Nẵng", date(2025, 7, 1), None),
    ]
    quang_nam.refresh_from_db()
    assert name_of_city(quang_nam, "vi", date(2021, 9, 17)).short == "Quảng Nam"


def test_the_city_that_took_another_over_answers_for_its_meetings(
    meeting, quang_nam, make_city, make_officer
):
    da_nang = make_city("VN", "vi", "Asia/Ho_Chi_Minh", {"vi": ("Thành phố Đà Nẵng", "Đà Nẵng")})
    quang_nam.successor = da_nang
    quang_nam.save()

    assert list(meetings_of(make_officer("a@danang.example", da_nang))) == [meeting]


def test_a_partner_with_an_officer_keeps_its_own_names(lone, relation, quang_nam, partner_officer):
    page = reverse("city-edit", args=[quang_nam.pk])

    assert (lone.get(page).status_code, lone.get(reverse("city", args=[quang_nam.pk])).status_code) == (
        403,
        200,
    )


def test_people_leave_their_post_and_their_meetings_keep_it(lone, osan, mayor):
    lone.post(reverse("person-edit", args=[osan.pk, mayor.post_id]), {"leave": ""})

    mayor.refresh_from_db()
    assert (mayor.post.valid_until is not None, PostTitle.objects.filter(post=mayor.post).count()) == (
        True,
        3,
    )
