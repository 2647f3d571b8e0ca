"""Who was in the hall, from when to when, on both cities' clocks."""

import csv
import io
from datetime import datetime

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from twinhall.hall.base.moments import in_zone
from twinhall.hall.cities.queries import name_of_city, title_of_post
from twinhall.hall.meetings.enums import Role
from twinhall.hall.meetings.queries.access import city_of_side
from twinhall.hall.meetings.queries.planning import Presence, presence_of
from twinhall.hall.people.queries import name_of, own_name_of
from twinhall.hall.web.doors import OfficerRequest, officer_only
from twinhall.hall.web.meeting_page import MeetingPage

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


@officer_only
def attendance(request: OfficerRequest, pk: int) -> HttpResponse:
    """Everyone with a seat, those who never came too."""
    page = MeetingPage(request, pk)
    return page.part("web/meetings/attendance.html", presences=presence_of(page.meeting))


@officer_only
def attendance_csv(request: OfficerRequest, pk: int) -> HttpResponse:
    """The same as a table: a line a stay. With a byte order mark, so that Excel reads Hangul."""
    page = MeetingPage(request, pk)
    host, partner = page.meeting.host, page.meeting.partner
    language = get_language() or "en"
    names = {city.pk: name_of_city(city, language).short for city in (host, partner)}
    written = io.StringIO()
    sheet = csv.writer(written)
    clocks = [f"{_('Came')} ({names[c.pk]})" for c in (host, partner)]
    ends = [f"{_('Left')} ({names[c.pk]})" for c in (host, partner)]
    sheet.writerow(
        [
            _("City"),
            _("Name"),
            _("Name in own script"),
            _("Official title"),
            _("Role"),
            *clocks,
            *ends,
            _("Minutes"),
        ]
    )
    for presence in presence_of(page.meeting):
        for row in _lines(page, presence, language):
            sheet.writerow([_safe(cell) for cell in row])
    return HttpResponse(
        "\ufeff" + written.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="attendance-{pk}.csv"'},
    )


def _lines(page: MeetingPage, presence: Presence, language: str) -> list[list[str]]:
    seat, meeting = presence.seat, page.meeting
    title = title_of_post(seat.post, language)
    who = [
        name_of_city(city_of_side(meeting, seat.side), language).short,
        name_of(seat.person, language).text,
        own_name_of(seat.person).text,
        title.title if title else "",
        str(Role(seat.role).label),
    ]
    zones = (meeting.host.timezone, meeting.partner.timezone)
    lines = [
        [
            *who,
            *(_moment(stay.joined_at, zone) for zone in zones),
            *(_moment(stay.left_at, zone) for zone in zones),
            str(round((stay.left_at - stay.joined_at).total_seconds() / 60)) if stay.left_at else "",
        ]
        for stay in presence.stays
    ]
    return lines or [[*who, "", "", "", "", ""]]


def _moment(moment: datetime | None, zone: str) -> str:
    return in_zone(moment, zone).strftime("%Y-%m-%d %H:%M:%S") if moment else ""


def _safe(cell: str) -> str:
    """A cell that a table program cannot take for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell
