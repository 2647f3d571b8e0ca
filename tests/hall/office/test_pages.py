"""What every page keeps: bounded queries, strict headers, errors with one thing to do."""

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from twinhall.hall.cities.models import Relation
from twinhall.hall.meetings.actions.invitations import invite
from twinhall.hall.meetings.actions.planning import ItemPlan, Wording, add_item, plan_meeting
from twinhall.hall.meetings.models import Meeting, Remarks, Segment
from twinhall.hall.meetings.queries.seats import seat_token
from twinhall.hall.people.models import Person
from twinhall.hall.translation.actions import write_rendition, write_text


def queries_of(client, address):
    client.get(address)  # the session and what is cached
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


@pytest.fixture
def grow(meeting, greetings, mayor, officer, osan, relation, make_person, make_seat):
    """grow(): one more meeting, seat, item, speaker, sentence and person of everything on the pages."""

    def more() -> None:
        number = Person.objects.count()
        post = make_person(osan, {"ko": f"김{number}"}, {"ko": "과장"}, number)
        seat = make_seat(meeting, post, "host")
        wording = Wording("ko", {"ko": f"순서 {number}", "vi": f"Mục {number}"})
        item = add_item(meeting, ItemPlan(wording, speakers=[seat.pk, mayor.pk]), by=officer)
        remarks = Remarks.objects.create(item=item, participant=seat, language="ko")
        for position in (1, 2, 3):
            text = write_text("ko", f"문장 {position}", by=officer)
            write_rendition(text, "vi", f"Câu {position}", by=officer, status="approved")
            Segment.objects.create(remarks=remarks, position=position, text=text)
        plan_meeting(relation, osan, wording, meeting.starts_at, by=officer)

    return more


@pytest.mark.parametrize("name", ["meeting", "links", "attendance", "meetings", "relations", "city"])
def test_pages_ask_as_much_for_three_rows_as_for_one(host, meeting, grow, osan, name):
    args = {"city": [osan.pk], "meetings": [], "relations": []}.get(name, [meeting.pk])
    grow()
    host.post(reverse("links", args=[meeting.pk]))
    one = queries_of(host, reverse(name, args=args))
    grow()
    grow()
    host.post(reverse("links", args=[meeting.pk]))

    assert queries_of(host, reverse(name, args=args)) == one


def test_accounts_and_relations_ask_as_much_for_three(
    client, administrator, hidaka, osan, quang_nam, make_officer, make_city
):
    client.force_login(administrator)
    Relation.objects.create(home=hidaka, partner=osan)
    one = [queries_of(client, reverse(name)) for name in ("accounts", "relations", "home")]
    for number, city in enumerate((osan, quang_nam)):
        make_officer(f"a{number}@example.org", city)
    Relation.objects.create(home=hidaka, partner=quang_nam)
    Relation.objects.create(home=hidaka, partner=make_city("FI", "en", "Europe/Helsinki", {"en": ("E", "E")}))

    assert [queries_of(client, reverse(name)) for name in ("accounts", "relations", "home")] == one


def test_the_first_page_of_an_empty_house_says_what_to_do(client, officer):
    client.force_login(officer)

    page = client.get("/").content.decode()

    assert reverse("relation-new") in page


def test_pages_allow_nothing_inline_and_nothing_foreign(host, meeting, mayor, greetings):
    answer = host.get(reverse("meeting", args=[meeting.pk]))
    page, policy = answer.content.decode(), answer["Content-Security-Policy"]

    assert [sign in page for sign in ("style=", "onclick=", "<style", "javascript:")] == [False] * 4
    assert ["'unsafe-inline'" in policy, "'unsafe-eval'" in policy] == [False, False]
    assert (answer["X-Frame-Options"], answer["X-Content-Type-Options"], answer["Referrer-Policy"]) == (
        "DENY",
        "nosniff",
        "same-origin",
    )


def test_a_changed_installation_links_its_source_at_every_door(host, mayor, officer, settings):
    addresses = ("/", f"/j/{seat_token(invite(mayor, by=officer))}/")
    plain = [host.get(address).content.decode() for address in addresses]
    settings.SOURCE_URL = "https://code.osan.example/twinhall"
    linked = [host.get(address).content.decode() for address in addresses]

    assert ["code.osan.example" in page for page in (*plain, *linked)] == [False, False, True, True]


def test_every_form_needs_its_token(officer, meeting):
    client = Client(enforce_csrf_checks=True)
    client.force_login(officer)

    answer = client.post(reverse("meeting-delete", args=[meeting.pk]))

    assert (answer.status_code, Meeting.objects.count()) == (403, 1)
    assert "화면을 너무 오래 열어 두었습니다" in answer.content.decode()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ko", "없는 화면입니다"),
        ("vi", "Không có trang này"),
        ("ja", "ページが見つかりません"),
        ("en", "There is no such page"),
    ],
)
def test_a_missing_page_is_told_in_the_readers_language(client, db, language, words):
    answer = client.get("/nothing/", HTTP_ACCEPT_LANGUAGE=language)

    assert (answer.status_code, words in answer.content.decode()) == (404, True)


def test_the_page_of_a_fault_comes_without_the_database(monkeypatch, client, db):
    def broken(*_args, **_kwargs):
        raise OperationalError("gone")

    client.raise_request_exception = False

    with monkeypatch.context() as without:
        without.setattr("twinhall.hall.web.views.health.connection.cursor", broken)
        answer = client.get("/healthz", HTTP_ACCEPT_LANGUAGE="vi")

    assert (answer.status_code, "Đã xảy ra lỗi" in answer.content.decode()) == (500, True)


def test_a_body_that_is_too_large_is_told(host, meeting, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    host.raise_request_exception = False

    answer = host.post(
        reverse("item-new", args=[meeting.pk]), "x" * 200, content_type="application/x-www-form-urlencoded"
    )

    assert answer.status_code == 413
