"""What is shown when something cannot be done: what did not happen, why, the one thing to do.

These pages ask nothing of the database: they must come when it does not answer.
"""

from dataclasses import dataclass

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

HOME, BACK = "/", ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Words for one kind of error. href "" leads to the page the reader came from."""

    title: Promise | str
    words: Promise | str
    action: Promise | str
    href: str = HOME


TROUBLES = {
    400: Trouble(
        _("The page could not read what was sent"),
        _("Nothing was changed. Please go back, load the page anew and try again."),
        _("Go back"),
        BACK,
    ),
    403: Trouble(
        _("This page is not open to you"),
        _("It belongs to another city, or your account has no right to it. Ask your administrator."),
        _("To the first page"),
    ),
    404: Trouble(
        _("There is no such page"),
        _("It was moved or deleted, or the address was not copied whole."),
        _("To the first page"),
    ),
    409: Trouble(
        _("Someone else was quicker"),
        _("What you wanted to change has changed meanwhile. Nothing was lost: please look at it anew."),
        _("Look at it anew"),
        BACK,
    ),
    413: Trouble(
        _("The file is too large"),
        _("Nothing was stored. A file may have 5 MB; please send a smaller one, or paste the text."),
        _("Go back"),
        BACK,
    ),
    429: Trouble(
        _("Too many tries"),
        _("Please wait a few minutes and try again."),
        _("To the first page"),
    ),
    500: Trouble(
        _("Something went wrong here"),
        _(
            "This is our fault, not yours. What was stored before is safe, and a meeting that is being held "
            "goes on. Please try again in a moment."
        ),
        _("Try again"),
        BACK,
    ),
}
CSRF = Trouble(
    _("The page was open too long"),
    _("For your safety nothing was changed. Please go back, load the page anew and try again."),
    _("Go back"),
    BACK,
)


def show(request: HttpRequest, status: int, trouble: Trouble | None = None) -> HttpResponse:
    """Return the page of an error, in the reader's language, without touching the database."""
    told = trouble or TROUBLES[status]
    href = told.href or _came_from(request)
    page = loader.get_template("web/errors/error.html").render(
        {"trouble": told, "href": href, "LANGUAGE_CODE": get_language() or "en"}
    )
    return HttpResponse(page, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    too_big = (RequestDataTooBig, TooManyFilesSent, TooManyFieldsSent)
    return show(request, 413 if isinstance(exception, too_big) else 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return show(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return show(request, 404)


def failed(request: HttpRequest) -> HttpResponse:
    return show(request, 500)


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    return show(request, 403, CSRF)


def _came_from(request: HttpRequest) -> str:
    """The page of ours with the form, else this address."""
    ours = f"{request.scheme}://{request.META.get('HTTP_HOST', '')}/"
    referer = str(request.META.get("HTTP_REFERER", ""))
    return referer if referer.startswith(ours) else request.path
