"""Personal links: made, copied, printed, renewed, taken back. Only the side's own officers see them."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from twinhall.hall.meetings.actions.invitations import invite, invite_all, renew, revoke
from twinhall.hall.meetings.enums import Role
from twinhall.hall.meetings.models import Invitation, Participant
from twinhall.hall.meetings.queries.planning import link_of, needs_link
from twinhall.hall.web.doors import OfficerRequest, officer_only
from twinhall.hall.web.links import address_of, calendar_of, qr
from twinhall.hall.web.meeting_page import MeetingPage, SeatRow, link_state


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A guest with their link, if there is one that opens."""

    seat: Participant
    state: str
    invitation: Invitation | None
    address: str
    picture: SafeString


@never_cache
@officer_only
def links(request: OfficerRequest, pk: int) -> HttpResponse:
    """Every guest's link; a POST makes those that are missing."""
    page = MeetingPage(request, pk)
    if request.method == "POST":
        missing = [row.seat for row in page.guests if needs_link(row.seat)]
        invite_all(missing, by=request.user)
        messages.success(request, _("The links were made. Each is for one person alone."))
        return redirect("links", pk)
    return page.part("web/links/links.html", rows=[_row(row.seat) for row in page.guests])


@require_POST
@officer_only
def link_change(request: OfficerRequest, pk: int, seat_pk: int) -> HttpResponse:
    """Make, renew or take back one guest's link."""
    page = MeetingPage(request, pk)
    seat = page.seat_or_404(seat_pk, ours=True)
    if seat.role == Role.OFFICER:
        raise Http404
    if "renew" in request.POST:
        renew(seat, by=request.user)
        messages.success(request, _("A new link was made. The old one no longer opens."))
    elif "revoke" in request.POST:
        revoke(seat)
        messages.success(request, _("The link was taken back. It no longer opens."))
    else:
        invite(seat, by=request.user)
    return redirect("links", pk)


@never_cache
@officer_only
def sheet(request: OfficerRequest, pk: int, seat_pk: int) -> HttpResponse:
    """An invitation to print, in the guest's own language."""
    page = MeetingPage(request, pk)
    seat = page.seat_or_404(seat_pk, ours=True)
    return _sheets(page, [SeatRow(seat, [], True, link_state(seat))])


@never_cache
@officer_only
def sheet_of_all(request: OfficerRequest, pk: int) -> HttpResponse:
    """Every guest's invitation, a page each."""
    page = MeetingPage(request, pk)
    return _sheets(page, page.guests)


@never_cache
@officer_only
def calendar(request: OfficerRequest, pk: int, seat_pk: int) -> HttpResponse:
    """The meeting as a date for the guest's calendar, with their link."""
    page = MeetingPage(request, pk)
    seat = page.seat_or_404(seat_pk, ours=True)
    invitation = link_of(seat)
    if invitation is None:
        raise Http404
    seat.meeting = page.meeting
    return HttpResponse(
        calendar_of(seat, invitation, page.ends_at),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="meeting-{pk}-{seat.pk}.ics"'},
    )


def _sheets(page: MeetingPage, guests: list[SeatRow]) -> HttpResponse:
    rows = [row for row in (_row(guest.seat) for guest in guests) if row.invitation is not None]
    if not rows:
        messages.warning(page.request, _("Make the links first; the invitations are printed with them."))
        return redirect("links", page.meeting.pk)
    bodies = [_body(page, row) for row in rows]
    return page.part("web/links/sheets.html", bodies=bodies)


def _body(page: MeetingPage, row: LinkRow) -> tuple[str, SafeString]:
    """The sheet in the guest's language, whatever the officer's is."""
    with override(row.seat.language):
        told = {"page": page, "meeting": page.meeting, "row": row, "seat": row.seat}
        answer = render(page.request, "web/links/sheet.html", told)
    return row.seat.language, SafeString(answer.content.decode())


def _row(seat: Participant) -> LinkRow:
    invitation = link_of(seat)
    if invitation is None:
        return LinkRow(seat, link_state(seat), None, "", SafeString())
    address = address_of(invitation)
    return LinkRow(seat, link_state(seat), invitation, address, qr(address))
