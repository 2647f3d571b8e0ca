"""Who gets which page: every address of the office, for each kind of account."""

import pytest
from django.urls import reverse

from twinhall.hall.meetings.actions.invitations import invite
from twinhall.hall.web.urls_office import urlpatterns

SIGN_IN = {"home", "first-officer", "sign-in", "sign-out", "language"}
OWN_PAGES = {"account", "relations", "relation-new", "meetings", "meeting-new", "meeting-clocks"}
ADMINISTRATORS = {"accounts", "account-switch"}
HOST_ONLY = {"meeting-delete", "item-new", "item-move", "item-remove"}
READ_BY_BOTH = {"meeting", "meeting-edit", "item-edit", "seat-new", "attendance", "attendance-csv", "links"}
OF_A_SEAT = {"seat-edit", "seat-move", "seat-remove", "link-change", "link-sheet", "link-calendar"}
OF_A_RELATION = {"relation", "relation-edit"}
OF_A_CITY = {"city", "city-edit", "person-new", "person-edit"}
POSTED = {"meeting-delete", "item-move", "item-remove", "seat-move", "seat-remove", "link-change"}


@pytest.fixture
def keys(meeting, greetings, mayor, chairman, osan, relation, officer):
    invite(mayor, by=officer)
    return {
        "pk": meeting.pk,
        "item_pk": greetings.pk,
        "seat_pk": mayor.pk,
        "post_pk": mayor.post_id,
        "relation": relation.pk,
        "city": osan.pk,
    }


def address(name, keys):
    if name in OF_A_RELATION:
        return reverse(name, args=[keys["relation"]])
    if name in OF_A_CITY:
        return reverse(name, args=[keys["city"]] + ([keys["post_pk"]] if name == "person-edit" else []))
    if name in HOST_ONLY | READ_BY_BOTH | {"links-sheet"}:
        more = [keys["item_pk"]] if name in {"item-edit", "item-move", "item-remove"} else []
        return reverse(name, args=[keys["pk"], *more])
    return reverse(name, args=[keys["pk"], keys["seat_pk"]])


def answers(client, keys, names):
    return {
        name: (client.post if name in POSTED else client.get)(address(name, keys)).status_code
        for name in sorted(names)
    }


OF_MEETINGS = HOST_ONLY | READ_BY_BOTH | OF_A_SEAT | {"links-sheet"}


def test_every_address_is_in_this_matrix():
    known = SIGN_IN | OWN_PAGES | ADMINISTRATORS | OF_MEETINGS | OF_A_RELATION | OF_A_CITY

    assert {pattern.name for pattern in urlpatterns} == known


def test_nobody_gets_in_without_an_account(client, keys):
    for name in OF_MEETINGS | OF_A_RELATION | OF_A_CITY:
        answer = client.get(address(name, keys), follow=False)
        assert (name, answer.status_code) in {(name, 302), (name, 405)}
        if answer.status_code == 302:
            assert answer["Location"].startswith("/sign-in/")


def test_another_citys_officer_finds_no_meeting(client, keys, other_officer):
    client.force_login(other_officer)

    assert set(answers(client, keys, OF_MEETINGS).values()) == {404}
    assert answers(client, keys, OF_A_RELATION) == {"relation": 404, "relation-edit": 404}
    assert set(answers(client, keys, OF_A_CITY).values()) == {403}


def test_an_administrator_of_another_city_finds_no_meeting(client, keys, administrator):
    client.force_login(administrator)

    assert set(answers(client, keys, OF_MEETINGS).values()) == {404}
    assert set(answers(client, keys, OF_A_CITY).values()) == {200}


def test_the_partners_officer_keeps_only_their_own_side(client, keys, partner_officer):
    client.force_login(partner_officer)

    assert answers(client, keys, HOST_ONLY) == dict.fromkeys(HOST_ONLY, 403)
    assert set(answers(client, keys, READ_BY_BOTH).values()) == {200}
    assert answers(client, keys, OF_A_SEAT) == dict.fromkeys(OF_A_SEAT, 404) | {"seat-edit": 200}


def test_the_hosts_officer_opens_every_page(client, keys, officer, partner_officer):
    client.force_login(officer)

    assert answers(client, keys, (READ_BY_BOTH | OF_A_SEAT | {"links-sheet"}) - POSTED) == dict.fromkeys(
        (READ_BY_BOTH | OF_A_SEAT | {"links-sheet"}) - POSTED, 200
    )
    assert answers(client, keys, OF_A_CITY | OF_A_RELATION) == dict.fromkeys(OF_A_CITY | OF_A_RELATION, 200)


def test_accounts_are_kept_by_administrators(client, officer, administrator):
    client.force_login(officer)
    refused = client.get(reverse("accounts")).status_code
    client.force_login(administrator)

    assert (refused, client.get(reverse("accounts")).status_code) == (403, 200)


def test_a_link_is_never_shown_to_the_other_side(client, keys, mayor, partner_officer):
    link = f"/j/i{mayor.invitations.get().pk}."
    client.force_login(partner_officer)

    pages = [client.get(address(name, keys)).content.decode() for name in ("links", "meeting", "seat-edit")]

    assert [link in page for page in pages] == [False, False, False]


def test_the_host_keeps_the_other_delegation_until_that_city_has_an_officer(
    client, keys, chairman, officer, make_officer, quang_nam
):
    client.force_login(officer)
    page = reverse("seat-move", args=[keys["pk"], chairman.pk])
    before = client.post(page).status_code
    make_officer("new@quangnam.example", quang_nam)

    assert (before, client.post(page).status_code) == (302, 404)
