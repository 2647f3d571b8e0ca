import logging
from datetime import timedelta

import pytest
from django.core import signing
from django.utils import timezone

from twinhall.hall.base.masking import MaskPersonalLinks
from twinhall.hall.meetings.actions.admission import seat_officer
from twinhall.hall.meetings.enums import LinkScope
from twinhall.hall.meetings.models import Invitation, Meeting
from twinhall.hall.meetings.queries.seats import (
    ExpiredSeat,
    RevokedSeat,
    Seat,
    UnknownSeat,
    officer_token,
    seat_of,
    seat_token,
)

pytestmark = pytest.mark.django_db


def test_a_link_is_its_invitations_seat(invite, mayor):
    invitation = invite(mayor, scope=LinkScope.CUE)
    assert seat_of(seat_token(invitation)) == Seat(mayor, LinkScope.CUE, invitation)


def test_links_that_open_nothing(invite, mayor):
    past = invite(mayor, expires_at=timezone.now() - timedelta(minutes=1))
    revoked = invite(mayor, revoked_at=timezone.now())
    deleted = seat_token(Invitation(pk=999))
    forged = signing.Signer(sep=".", salt="elsewhere").sign("i1")

    with pytest.raises(ExpiredSeat):
        seat_of(seat_token(past))
    with pytest.raises(RevokedSeat):
        seat_of(seat_token(revoked))
    for token in (deleted, forged, "", "i1", "o1", "o1.x.y", "i1.é", "\x00", "i" * 5000):
        with pytest.raises(UnknownSeat):
            seat_of(token)


def test_an_officers_seat_lasts_as_long_as_the_account(meeting, officer):
    token = officer_token(seat_officer(meeting, officer))
    assert seat_of(token).participant.user == officer

    officer.is_active = False
    officer.save()
    with pytest.raises(RevokedSeat):
        seat_of(token)


def test_an_officer_has_one_seat(meeting, officer):
    assert seat_officer(meeting, officer) == seat_officer(meeting, officer)


def test_the_page_of_a_link(client, invite, mayor):
    invitation = invite(mayor)
    page = client.get(f"/j/{seat_token(invitation)}/", headers={"Accept-Language": "vi"})

    assert page.status_code == 200
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in page.headers["Cache-Control"]
    assert 'data-language="ko"' in page.content.decode()
    invitation.refresh_from_db()
    assert invitation.first_used_at is not None


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        ({"expires_at": timezone.now() - timedelta(days=1)}, "This link has expired"),
        ({"revoked_at": timezone.now()}, "This link was withdrawn"),
    ],
)
def test_the_page_of_a_link_that_is_over(client, invite, chairman, quang_nam, fields, heading):
    chairman.language = "en"
    chairman.save()
    quang_nam.phone = "+84 235 000 000"
    quang_nam.save()

    page = client.get(f"/j/{seat_token(invite(chairman, **fields))}/")

    assert page.status_code == 410
    assert heading in page.content.decode()
    assert "tel:+84 235 000 000" in page.content.decode()


def test_the_page_of_a_wrong_link(client):
    page = client.get("/j/i1.nonsense/", headers={"Accept-Language": "en"})
    assert page.status_code == 404
    assert "This link does not lead anywhere" in page.content.decode()


def test_the_page_of_an_ended_meeting(client, invite, mayor, meeting):
    Meeting.objects.filter(pk=meeting.pk).update(state="ended")
    assert client.get(f"/j/{seat_token(invite(mayor))}/").status_code == 410


def test_only_the_two_cities_officers_open_the_room_by_account(
    client, meeting, officer, partner_officer, other_officer
):
    for user, status in ((officer, 200), (partner_officer, 200), (other_officer, 404)):
        client.force_login(user)
        assert client.get(f"/meetings/{meeting.pk}/room/").status_code == status
        assert client.get(f"/meetings/{meeting.pk}/cue/").status_code == status


def test_a_log_shows_no_personal_link():
    record = logging.LogRecord("django.request", 30, "", 0, "%s: %s", ("Gone", "/j/i1.secret/"), None)
    assert MaskPersonalLinks().filter(record)
    assert record.getMessage() == "Gone: /j/…/"
