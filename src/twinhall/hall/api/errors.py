"""The room API's refusals: {"error": code, "message": words for the person}, in their language."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError

from twinhall.hall.api.rates import TooMany
from twinhall.hall.api.seat_request import Refused, SeatRequest, state_of
from twinhall.hall.meetings.actions.chat import EmptyMessage, MessageTooLong
from twinhall.hall.meetings.actions.cue import NothingToCue, StaleCue
from twinhall.hall.meetings.actions.run import NoSuchMove, StaleRun
from twinhall.hall.meetings.media.port import MediaError
from twinhall.hall.meetings.queries.seats import ExpiredSeat, RevokedSeat, UnknownSeat

MESSAGES = {
    "unknown": _("This link is not known here. Please open the link in your invitation again."),
    "expired": _("This link has expired. Please ask the protocol office for a new one."),
    "revoked": _("This link was withdrawn. Please ask the protocol office for a new one."),
    "ended": _("The meeting has ended."),
    "not_allowed": _("Your seat does not allow this."),
    "not_found": _("This is not there any more."),
    "stale": _("Another officer was first. The agenda now shows where the meeting stands."),
    "no_such_move": _("The meeting cannot be moved there now."),
    "nothing_to_cue": _("There is no prepared sentence to show."),
    "too_long": _("The message is too long: 1000 characters at most."),
    "bad_request": _("The request could not be understood."),
    "media_away": _("The microphone could not be muted just now. Please try again."),
    "rate_limited": _("Too many requests. Please wait a moment."),
}
STATUSES = {
    "unknown": 401,
    "expired": 410,
    "revoked": 410,
    "ended": 410,
    "not_allowed": 403,
    "not_found": 404,
    "stale": 409,
    "no_such_move": 400,
    "nothing_to_cue": 409,
    "too_long": 400,
    "bad_request": 400,
    "media_away": 503,
    "rate_limited": 429,
}
CODES: dict[type[Exception], str] = {
    UnknownSeat: "unknown",
    AuthenticationError: "unknown",
    ExpiredSeat: "expired",
    RevokedSeat: "revoked",
    NoSuchMove: "no_such_move",
    NothingToCue: "nothing_to_cue",
    EmptyMessage: "bad_request",
    ValidationError: "bad_request",
    MessageTooLong: "too_long",
    Http404: "not_found",
    MediaError: "media_away",
}


def answer_errors(api: NinjaAPI) -> None:
    """Give every refusal its answer."""
    for error, code in CODES.items():
        api.add_exception_handler(error, _always(api, code))

    @api.exception_handler(Refused)
    def refused(request: HttpRequest, error: Refused) -> HttpResponse:
        return _answer(api, request, str(error))

    @api.exception_handler(TooMany)
    def too_many(request: HttpRequest, error: TooMany) -> HttpResponse:
        answer = _answer(api, request, "rate_limited")
        answer.headers["Retry-After"] = str(error)
        return answer

    @api.exception_handler(StaleRun)
    @api.exception_handler(StaleCue)
    def stale(request: SeatRequest, _error: Exception) -> HttpResponse:
        return _answer(api, request, "stale", state=state_of(request))


def _always(api: NinjaAPI, code: str) -> Any:
    return lambda request, _error: _answer(api, request, code)


def _answer(api: NinjaAPI, request: HttpRequest, code: str, **more: object) -> HttpResponse:
    told = {"error": code, "message": str(MESSAGES[code]), **more}
    return api.create_response(request, told, status=STATUSES[code])
