import base64
import hashlib
import json
from datetime import UTC, datetime

import pytest
from livekit import api

from twinhall import environment
from twinhall.hall.meetings.models import Attendance

pytestmark = pytest.mark.django_db


@pytest.fixture
def tell(client):
    """tell(event) as our media server does, or with another secret."""

    def post(event: dict, secret: str | None = None):
        env = environment.current()
        body = json.dumps(event)
        token = api.AccessToken(env.livekit_key, secret or env.livekit_secret)
        token.with_sha256(base64.b64encode(hashlib.sha256(body.encode()).digest()).decode())
        return client.post(
            "/api/livekit/webhook",
            body,
            content_type="application/webhook+json",
            headers={"Authorization": token.to_jwt()},
        )

    return post


def event(kind: str, meeting, seat, at: int, connection: str = "PA_1") -> dict:
    return {
        "event": kind,
        "room": {"name": meeting.room},
        "participant": {"identity": seat.identity, "sid": connection},
        "createdAt": str(at),
    }


def test_stays_are_kept_whatever_the_order_and_however_often(tell, meeting, mayor):
    came, went = (
        event("participant_joined", meeting, mayor, 1000),
        event("participant_left", meeting, mayor, 1600),
    )
    for told in (came, went, came, went):
        assert tell(told).status_code == 200

    stay = Attendance.objects.get()
    assert stay.participant == mayor
    assert stay.joined_at == datetime.fromtimestamp(1000, UTC)
    assert stay.left_at == datetime.fromtimestamp(1600, UTC)


def test_unknown_kinds_and_strangers_are_fine(tell, meeting, mayor):
    assert tell({"event": "something_new", "unheard": {"of": 1}}).status_code == 200
    mayor.pk = 999
    assert tell(event("participant_joined", meeting, mayor, 1000)).status_code == 200
    assert Attendance.objects.count() == 0


def test_a_seat_of_another_meeting_is_a_stranger(tell, meeting, mayor):
    elsewhere = event("participant_joined", meeting, mayor, 1000)
    elsewhere["room"]["name"] = "another-room"
    tell(elsewhere)
    assert Attendance.objects.count() == 0


def test_only_our_media_server_is_heard(tell, client, meeting, mayor):
    told = event("participant_joined", meeting, mayor, 1000)
    assert tell(told, secret="somebody else's secret of 32 characters").status_code == 401
    assert client.post("/api/livekit/webhook", "{}", content_type="application/json").status_code == 401
    assert client.get("/api/livekit/webhook").status_code == 405
    assert Attendance.objects.count() == 0
