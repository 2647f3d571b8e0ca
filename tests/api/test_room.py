import json

import jwt
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from twinhall.hall.meetings.models import AgendaItem, Meeting, Participant, RunOfShow
from twinhall.hall.translation.actions import write_text

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def opened(host):
    assert host.post("run", action="open", revision=1).status_code == 200
    return host


@pytest.fixture
def report(meeting, greetings):
    title = write_text("ko", "교류 현황 보고", {}, by=None)
    return AgendaItem.objects.create(meeting=meeting, position=2, title=title, minutes=5)


def test_a_guest_waits_until_the_officer_lets_them_in(opened, guest, mayor, media, meeting):
    kwak = guest(mayor)
    assert kwak.post("enter").json() == {"status": "waiting"}
    assert [w["person"] for w in opened.get("state").json()["lobby"]] == [mayor.pk]

    assert opened.post("admit", person=mayor.pk, admit=True).json() == {"lobby": []}

    entered = kwak.post("enter").json()
    assert entered["status"] == "admitted"
    claims = jwt.decode(entered["token"], options={"verify_signature": False})
    assert claims["sub"] == f"p{mayor.pk}"
    assert claims["video"]["room"] == meeting.room
    assert claims["video"]["canUpdateOwnMetadata"] is False
    assert claims["video"]["canPublishData"] is False
    assert claims["attributes"] == {
        "person": str(mayor.pk),
        "side": "host",
        "role": "head",
        "language": "ko",
    }


def test_before_the_hall_opens_nobody_waits(guest, mayor):
    assert guest(mayor).post("enter").json() == {"status": "not_open"}
    assert Participant.objects.get(pk=mayor.pk).admission == "not_asked"


def test_without_a_lobby_guests_walk_in(opened, guest, mayor, meeting):
    Meeting.objects.filter(pk=meeting.pk).update(lobby=False)
    assert guest(mayor).post("enter").json()["status"] == "admitted"


def test_a_partners_officer_lets_in_only_their_own_side(opened, partner, guest, mayor, chairman):
    guest(mayor).post("enter")
    guest(chairman).post("enter")

    assert [w["person"] for w in partner.get("state").json()["lobby"]] == [chairman.pk]
    assert partner.post("admit", person=mayor.pk, admit=True).status_code == 403
    assert partner.post("admit", person=chairman.pk, admit=False).json() == {"lobby": []}
    assert guest(chairman).post("enter").json() == {"status": "refused"}


def test_who_waits_sees_no_one(opened, guest, mayor, chairman):
    state = guest(mayor).get("state").json()

    assert (state["people"], state["chat"], state["captions"]) == ([], [], [])
    assert state["me"]["name"] == {
        "lang": "ko",
        "text": "곽상욱",
        "origin": "original",
        "engine": None,
        "reviewer": None,
    }


def test_names_are_in_the_readers_script_with_their_own_beside(opened, guest, mayor, chairman):
    opened.post("admit", person=mayor.pk, admit=True)

    people = {p["id"]: p for p in guest(mayor).get("state?lang=ko").json()["people"]}

    assert people[chairman.pk]["name"]["text"] == "레 찌 타인"
    assert people[chairman.pk]["nameOther"]["text"] == "Lê Trí Thanh"
    assert people[chairman.pk]["title"]["text"] == "꽝남성 인민위원회 위원장"
    assert people[mayor.pk]["nameOther"] is None


def test_moves_are_in_the_rooms_copy_at_once(opened, report, greetings, mayor, media, meeting):
    moved = opened.post("run", action="start", revision=2).json()["run"]

    copy = json.loads(media.metadata[meeting.room])
    assert {**copy["run"], "itemStartedAt": 0, "itemEndsAt": 0} == {
        **moved,
        "itemStartedAt": 0,
        "itemEndsAt": 0,
    }
    assert (moved["state"], moved["item"], moved["speaker"]) == ("live", greetings.pk, mayor.pk)
    assert copy["revision"] == RunOfShow.objects.get(meeting=meeting).published

    opened.post("run", action="next", revision=3)
    assert json.loads(media.metadata[meeting.room])["run"]["item"] == report.pk
    assert opened.post("run", action="next", revision=4).json()["error"] == "no_such_move"


def test_of_two_officers_at_once_one_is_told_where_the_meeting_stands(opened, partner, report, greetings):
    opened.post("run", action="start", revision=2)
    assert opened.post("run", action="next", revision=3).status_code == 200

    second = partner.post("run", action="next", revision=3)

    assert second.status_code == 409
    assert second.json()["error"] == "stale"
    assert second.json()["state"]["run"]["item"] == report.pk


def test_a_meeting_moves_on_while_the_media_server_is_away(opened, greetings, media, meeting):
    media.away = True
    assert opened.post("run", action="start", revision=2).status_code == 200

    run = RunOfShow.objects.get(meeting=meeting)
    assert run.item == greetings
    assert run.published < run.copy


def test_an_ended_meeting_lets_nobody_in(opened, guest, mayor):
    opened.post("admit", person=mayor.pk, admit=True)
    opened.post("run", action="end", revision=2)

    assert guest(mayor).post("enter").json() == {"status": "ended"}
    assert opened.post("enter").json() == {"status": "ended"}
    assert opened.post("chat", text="안녕히 가십시오").status_code == 410
    assert opened.get("state").json()["run"]["state"] == "ended"


def test_hands_keep_the_order_of_raising(opened, guest, mayor, chairman):
    kwak, le = guest(mayor), guest(chairman)
    for person in (mayor, chairman):
        opened.post("admit", person=person.pk, admit=True)

    le.post("hand", raised=True)
    kwak.post("hand", raised=True)
    again = le.post("hand", raised=True).json()

    assert [h["person"] for h in again["hands"]] == [chairman.pk, mayor.pk]
    assert kwak.post("hand", raised=False, person=chairman.pk).status_code == 403
    lowered = opened.post("hand", raised=False, person=chairman.pk).json()
    assert [h["person"] for h in lowered["hands"]] == [mayor.pk]


def test_chat(opened, guest, mayor):
    opened.post("admit", person=mayor.pk, admit=True)
    kwak = guest(mayor)

    said = kwak.post("chat", text=" 반갑습니다 ").json()

    assert (said["person"], said["text"], said["lang"]) == (mayor.pk, "반갑습니다", "ko")
    assert opened.get("state").json()["chat"] == [said]
    assert kwak.post("chat", text="가" * 1001).json()["error"] == "too_long"
    assert kwak.post("chat", text="  ").status_code == 400


def test_a_viewer_can_only_watch(opened, guest, chairman):
    Participant.objects.filter(pk=chairman.pk).update(role="viewer")
    opened.post("admit", person=chairman.pk, admit=True)
    viewer = guest(chairman)

    claims = jwt.decode(viewer.post("enter").json()["token"], options={"verify_signature": False})
    assert claims["video"]["canPublish"] is False
    assert viewer.get("state").json()["can"] == dict.fromkeys(
        ["run", "admit", "cue", "share", "speak", "chat"], False
    )
    for path, body in {
        "run": {"action": "open", "revision": 1},
        "cue": {"action": "next", "revision": 1},
        "chat": {"text": "x"},
        "hand": {"raised": True},
        "mute": {"person": chairman.pk},
        "admit": {"person": chairman.pk, "admit": True},
    }.items():
        assert viewer.post(path, **body).status_code == 403, path


def test_a_muted_microphone(opened, guest, mayor, media, meeting):
    media.joins(meeting.room, mayor.identity)
    assert opened.post("mute", person=mayor.pk).status_code == 200
    assert media.muted == [(meeting.room, mayor.identity, f"TR_{mayor.identity}")]


def test_leaving_by_a_beacon_gives_the_place_in_the_lobby_back(opened, guest, mayor, client):
    kwak = guest(mayor)
    kwak.post("enter")
    token = kwak._headers["Authorization"].removeprefix("Seat ")

    left = client.post("/api/room/leave", json.dumps({"seat": token}), content_type="text/plain")

    assert left.status_code == 200
    assert opened.get("state").json()["lobby"] == []
    assert kwak.post("enter").json() == {"status": "waiting"}


def test_the_state_costs_the_same_for_one_and_for_many(
    opened, report, make_person, make_seat, meeting, osan, django_assert_num_queries
):
    opened.get("state")
    with CaptureQueriesContext(connection) as one:
        opened.get("state")
    for number in range(5):
        post = make_person(osan, {"ko": f"위원 {number}"}, {"ko": "위원"})
        make_seat(meeting, post, "host")
    with django_assert_num_queries(len(one)):
        assert len(opened.get("state").json()["people"]) == 8
