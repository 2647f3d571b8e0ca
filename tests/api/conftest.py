import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from twinhall.hall.api.rates import counts
from twinhall.hall.meetings.actions.admission import seat_officer
from twinhall.hall.meetings.enums import LinkScope
from twinhall.hall.meetings.media.current import media_server
from twinhall.hall.meetings.models import Invitation, Participant
from twinhall.hall.meetings.queries.seats import officer_token, seat_token


@pytest.fixture(autouse=True)
def media(settings):
    """The media server that the hall talks to."""
    settings.WHITENOISE_AUTOREFRESH = True  # no collected files are needed here
    settings.MEDIA_SERVER = "tests.fake_media.FakeMediaServer"
    server = media_server()
    server.reset()
    return server


@pytest.fixture(autouse=True)
def fresh_rates():
    counts.__init__()


class Caller:
    """Someone with a seat, calling the room API."""

    def __init__(self, token: str, participant: Participant, language: str = "") -> None:
        self.participant = participant
        self._client = Client()
        self._headers = {"Authorization": f"Seat {token}"} | (
            {"Accept-Language": language} if language else {}
        )

    def get(self, path: str):
        return self._client.get(f"/api/room/{path}", headers=self._headers)

    def post(self, path: str, **body):
        return self._client.post(
            f"/api/room/{path}", json.dumps(body), content_type="application/json", headers=self._headers
        )


@pytest.fixture
def invite(db):
    """invite(participant, **fields of the invitation)"""

    def make(participant: Participant, **fields) -> Invitation:
        lasting = {"expires_at": timezone.now() + timedelta(days=1)}
        return Invitation.objects.create(participant=participant, **(lasting | fields))

    return make


@pytest.fixture
def guest(invite):
    """guest(participant) calls as whoever holds their personal link."""

    def make(participant: Participant, language: str = "", scope: str = LinkScope.SEAT) -> Caller:
        return Caller(seat_token(invite(participant, scope=scope)), participant, language)

    return make


@pytest.fixture
def host(meeting, officer):
    """The host's officer in the room."""
    seat = seat_officer(meeting, officer)
    return Caller(officer_token(seat), seat)


@pytest.fixture
def partner(meeting, partner_officer):
    """The partner's officer in the room."""
    seat = seat_officer(meeting, partner_officer)
    return Caller(officer_token(seat), seat)
