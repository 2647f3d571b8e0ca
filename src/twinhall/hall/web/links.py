"""A personal link as an address, a picture to scan, and a date in a calendar."""

from datetime import UTC, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import segno
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override
from icalendar import Calendar, Event

from twinhall import environment
from twinhall.hall.meetings.models import Invitation, Meeting, Participant
from twinhall.hall.meetings.queries.access import city_of_side
from twinhall.hall.meetings.queries.seats import seat_token
from twinhall.hall.translation.queries import reading


def address_of(invitation: Invitation) -> str:
    """Return what a guest opens: https://hall.example/j/…/"""
    return f"{environment.current().public_url}/j/{seat_token(invitation)}/"


def qr(address: str) -> SafeString:
    """Return an SVG of the address without inline styles; it still reads when printed badly."""
    drawn = segno.make(address, error="m").svg_inline(
        omitsize=True, svgclass=None, lineclass=None, border=2, light="#fff"
    )
    return SafeString(drawn)  # drawn by us from an address we made: markup of numbers only


def calendar_of(seat: Participant, invitation: Invitation, ends_at: datetime) -> bytes:
    """Return an iCalendar file in the guest's language, on their own city's clock."""
    meeting = seat.meeting
    city = city_of_side(meeting, seat.side)
    zone = ZoneInfo(city.timezone)
    link = address_of(invitation)
    with override(seat.language):
        titles = "\n".join(_titles(meeting, seat.language))
        about = _("Your personal link, for you alone:\n%(link)s") % {"link": link}
    event = Event()
    event.add("uid", f"meeting-{meeting.pk}-seat-{seat.pk}@{urlsplit(link).hostname}")
    event.add("dtstamp", timezone.now().astimezone(UTC))
    event.add("dtstart", meeting.starts_at.astimezone(zone))
    event.add("dtend", ends_at.astimezone(zone))
    event.add("summary", reading(meeting.title, seat.language).text)
    event.add("description", f"{titles}\n\n{about}")
    event.add("url", link)
    calendar = Calendar()
    calendar.add("prodid", "-//Twinhall//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _titles(meeting: Meeting, language: str) -> list[str]:
    """The title in the guest's language, and in that of the other city where it differs."""
    shown = dict.fromkeys((language, meeting.host.language, meeting.partner.language))
    return list(dict.fromkeys(reading(meeting.title, tag).text for tag in shown))
