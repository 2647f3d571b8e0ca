"""Who may come in: views for officers, and the meetings they may open."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django_htmx.middleware import HtmxDetails

from twinhall.hall.cities.models import City
from twinhall.hall.meetings.models import Meeting
from twinhall.hall.meetings.queries.access import city_of, meetings_of
from twinhall.hall.people.models import User

P = ParamSpec("P")


class OfficerRequest(HttpRequest):
    """A request of a signed-in officer; `city` is the one they work for."""

    user: User
    city: City
    htmx: HtmxDetails


def officer_only(
    view: Callable[Concatenate[OfficerRequest, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Let officers in; send others to sign in, and answer 403 to an account that works for no city."""

    @wraps(view)
    def guarded(request: Any, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        city = city_of(request.user)
        if city is None:
            raise PermissionDenied
        request.city = city
        return view(request, *args, **kwargs)

    return login_required(guarded)


def administrator_only(
    view: Callable[Concatenate[OfficerRequest, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Let administrators in, who keep accounts and cities."""

    @wraps(view)
    def guarded(request: Any, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_administrator:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return officer_only(cast("Callable[Concatenate[OfficerRequest, P], HttpResponseBase]", guarded))


def meeting_or_404(request: OfficerRequest, pk: int) -> Meeting:
    """Return the meeting with its cities and title; 404 unless the officer's city takes part."""
    rows = meetings_of(request.user).select_related("host", "partner", "title", "relation")
    return get_object_or_404(
        rows.prefetch_related("host__names", "partner__names", "title__renditions"), pk=pk
    )


def is_fragment(request: HttpRequest) -> bool:
    """True when only a part of the page was asked for."""
    return bool(getattr(request, "htmx", False))


def see_other(where: str) -> HttpResponse:
    """Send the browser on after a change: a whole page by 303, a part by htmx's header."""
    return HttpResponse(status=303, headers={"Location": where})
