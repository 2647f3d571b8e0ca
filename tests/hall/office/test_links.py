from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from twinhall.hall.meetings.actions.invitations import invite, renew, revoke
from twinhall.hall.meetings.actions.planning import Wording, change_meeting, seen_of_meeting
from twinhall.hall.meetings.models import Invitation, Meeting
from twinhall.hall.meetings.queries.planning import link_of
from twinhall.hall.meetings.queries.seats import RevokedSeat, seat_of, seat_token


@pytest.fixture
def ahead(meeting):
    """The meeting, a week from now at a full hour."""
    starts_at = (timezone.now() + timedelta(days=7)).replace(minute=0, second=0, microsecond=0)
    Meeting.objects.update(starts_at=starts_at)
    meeting.refresh_from_db()
    return meeting


def test_a_link_opens_until_half_a_day_after_the_end(ahead, greetings, mayor, officer):
    mayor.refresh_from_db()
    link = invite(mayor, by=officer)

    assert link.expires_at == ahead.starts_at + timedelta(minutes=10, hours=12)
    assert seat_of(seat_token(link)).participant == mayor


def test_pressing_twice_makes_one_link(mayor, officer):
    assert invite(mayor, by=officer) == invite(mayor, by=officer)


def test_a_renewed_link_replaces_the_old_one(mayor, officer):
    old = invite(mayor, by=officer)
    new = renew(mayor, by=officer)

    with pytest.raises(RevokedSeat):
        seat_of(seat_token(old))
    assert (link_of(mayor), seat_of(seat_token(new)).participant) == (new, mayor)


def test_a_link_taken_back_is_no_longer_shown(mayor, officer):
    invite(mayor, by=officer)

    assert (revoke(mayor), link_of(mayor)) == (1, None)


def test_links_move_with_the_meeting(ahead, mayor, officer):
    mayor.refresh_from_db()
    link = invite(mayor, by=officer)
    later = ahead.starts_at + timedelta(days=30)

    change_meeting(ahead, Wording("ko", {"ko": "제목"}), later, True, by=officer, seen=seen_of_meeting(ahead))

    link.refresh_from_db()
    assert link.expires_at == later + timedelta(hours=13)


def test_missing_links_are_made_for_ones_own_side(host, meeting, mayor, chairman):
    host.post(reverse("links", args=[meeting.pk]))

    assert list(Invitation.objects.values_list("participant", flat=True)) == [mayor.pk]


def test_the_page_shows_the_link_and_a_code_without_inline_styles(host, meeting, mayor, officer):
    token = seat_token(invite(mayor, by=officer))
    page = host.get(reverse("links", args=[meeting.pk])).content.decode()

    assert f"/j/{token}/" in page
    assert (page.count('<div class="qr"'), "style=" in page) == (1, False)


def test_the_invitation_is_in_the_guests_language(host, partner, meeting, mayor, chairman, officer):
    for seat in (mayor, chairman):
        invite(seat, by=officer)

    page = host.get(reverse("links-sheet", args=[meeting.pk])).content.decode()
    theirs = partner.get(reverse("link-sheet", args=[meeting.pk, chairman.pk])).content.decode()

    assert '<article class="invitation" lang="ko">' in page
    assert "곽상욱" in page
    assert "Trân trọng kính mời" in theirs
    assert "Trân trọng kính mời" not in page


def test_the_calendar_file_names_the_hour_on_the_guests_clock(partner, meeting, chairman, officer):
    token = seat_token(invite(chairman, by=officer))
    answer = partner.get(reverse("link-calendar", args=[meeting.pk, chairman.pk]))

    calendar = Calendar.from_ical(answer.content)
    event = calendar.events[0]
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert [zone["TZID"] for zone in calendar.timezones] == ["Asia/Ho_Chi_Minh"]
    assert event.start.isoformat() == "2021-09-17T14:00:00+07:00"
    assert event.end.astimezone(UTC) == datetime(2021, 9, 17, 8, 0, tzinfo=UTC)
    assert str(event["SUMMARY"]) == "Hội nghị trực tuyến lần thứ nhất Osan – Quảng Nam"
    assert "오산시·꽝남성 제1차 화상회의" in event["DESCRIPTION"]
    assert str(event["URL"]).endswith(f"/j/{token}/")
