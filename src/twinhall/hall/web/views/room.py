"""The room's page: for guests by their link, for officers by their account, for helpers who cue."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from twinhall.hall.meetings.actions.admission import note_first_use, seat_officer
from twinhall.hall.meetings.enums import LinkScope, MeetingState
from twinhall.hall.meetings.models import Participant
from twinhall.hall.meetings.queries.access import city_of_side
from twinhall.hall.meetings.queries.seats import (
    ExpiredSeat,
    RevokedSeat,
    SeatError,
    officer_token,
    seat_of,
)
from twinhall.hall.translation.queries import reading
from twinhall.hall.web.doors import OfficerRequest, meeting_or_404, officer_only


@never_cache
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The room for whoever holds the link, in their seat's language; a clear page for a link that is over."""
    try:
        seat = seat_of(token)
    except SeatError as error:
        return _closed(request, error)
    participant = seat.participant
    if participant.meeting.state == MeetingState.ENDED:
        return _ended(request, participant)
    if seat.invitation is not None:
        note_first_use(seat.invitation)
    return _room(request, participant, token, seat.scope, home="")


@never_cache
@officer_only
def of_officer(request: OfficerRequest, pk: int) -> HttpResponse:
    """The room for an officer."""
    return _for_officer(request, pk, LinkScope.SEAT)


@never_cache
@officer_only
def cue_of_officer(request: OfficerRequest, pk: int) -> HttpResponse:
    """Cueing alone, for an officer's second screen or phone."""
    return _for_officer(request, pk, LinkScope.CUE)


def _for_officer(request: OfficerRequest, pk: int, scope: str) -> HttpResponse:
    meeting = meeting_or_404(request, pk)
    participant = seat_officer(meeting, request.user)
    home = reverse("meeting", args=[pk])
    if meeting.state == MeetingState.ENDED:
        return _ended(request, participant, home)
    return _room(request, participant, officer_token(participant), scope, home)


def _room(request: HttpRequest, participant: Participant, token: str, scope: str, home: str) -> HttpResponse:
    translation.activate(participant.language)
    told = {
        "seat": token,
        "scope": "cue" if scope == LinkScope.CUE else "room",
        "home": home,
        "title": reading(participant.meeting.title, participant.language),
    }
    return _private(render(request, "web/room/room.html", told))


def _closed(request: HttpRequest, error: SeatError) -> HttpResponse:
    if error.participant is not None:
        translation.activate(error.participant.language)
    if isinstance(error, ExpiredSeat):
        heading = _("This link has expired")
        advice = _("Please ask the protocol office for a new one; the meeting itself is not affected.")
    elif isinstance(error, RevokedSeat):
        heading = _("This link was withdrawn")
        advice = _("You may have been sent a newer one. If not, please ask the protocol office.")
    else:
        heading = _("This link does not lead anywhere")
        advice = _(
            "Part of the address may have been lost. Please open it again from the invitation itself, or "
            "scan the code printed there."
        )
    return _page(request, heading, advice, error.participant, 404 if error.participant is None else 410)


def _ended(request: HttpRequest, participant: Participant, home: str = "") -> HttpResponse:
    translation.activate(participant.language)
    heading = _("The meeting has ended")
    return _page(request, heading, _("Thank you for having taken part."), participant, 410, home)


def _page(
    request: HttpRequest,
    heading: str,
    advice: str,
    participant: Participant | None,
    status: int,
    home: str = "",
) -> HttpResponse:
    told: dict[str, object] = {"heading": heading, "advice": advice, "back": home}
    if participant is not None:
        meeting = participant.meeting
        own, host = city_of_side(meeting, participant.side), meeting.host
        told |= {"meeting": meeting, "phone": own.phone or host.phone}
    return _private(render(request, "web/room/closed_link.html", told, status=status))


def _private(response: HttpResponse) -> HttpResponse:
    """The address is the key to a seat: it is told to no other site."""
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
