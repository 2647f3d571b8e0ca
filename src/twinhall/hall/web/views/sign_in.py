"""The first visit, signing in and out, and the language of the pages."""

from zoneinfo import available_timezones

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from twinhall.hall.base.languages import Language
from twinhall.hall.cities.actions import AlreadyOpen, open_first_account
from twinhall.hall.cities.forms import FirstOfficerForm
from twinhall.hall.people.actions import TooManyTries, WrongPassword, check_sign_in
from twinhall.hall.people.forms import SignInForm
from twinhall.hall.people.models import User
from twinhall.hall.web.address import client_address


@sensitive_post_parameters("password")
@never_cache
def first_officer(request: HttpRequest) -> HttpResponse:
    """Make the first city and account; there is no such page once one exists."""
    if User.objects.exists():
        return redirect("sign-in")
    guess = {"ko": ("KR", "Asia/Seoul"), "vi": ("VN", "Asia/Ho_Chi_Minh"), "ja": ("JP", "Asia/Tokyo")}
    country, zone = guess.get(settings.LANGUAGE_CODE, ("", ""))
    start = {"language": settings.LANGUAGE_CODE, "country": country, "timezone": zone}
    form = FirstOfficerForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            user = open_first_account(
                form.place(), form.named(), told["email"], told["name"], told["password"]
            )
        except AlreadyOpen:
            return redirect("sign-in")
        login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
        return redirect("home")
    told_zones = {"form": form, "zones": sorted(available_timezones())}
    return render(request, "web/account/first.html", told_zones, status=422 if form.errors else 200)


@sensitive_post_parameters("password")
@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    """Open a session. A wrong e-mail and a wrong password get the same answer."""
    if request.user.is_authenticated:
        return redirect("home")
    if not User.objects.exists():
        return redirect("first-officer")
    form = SignInForm(request.POST or None)
    where = request.POST.get("next") or request.GET.get("next", "")
    status = 200
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            user = check_sign_in(request, told["email"], told["password"], address=client_address(request))
        except WrongPassword:
            status = 422
            form.add_error(None, _("No account has this e-mail and password. Please check both."))
        except TooManyTries:
            status = 429
            form.add_error(None, _("Too many tries. Please wait 15 minutes and try again."))
        else:
            login(request, user)
            response = redirect(where if _ours(request, where) else "home")
            response.set_cookie(settings.LANGUAGE_COOKIE_NAME, user.language, samesite="Lax")
            return response
    return render(request, "web/account/sign_in.html", {"form": form, "next": where}, status=status)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("sign-in")


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Show the pages in another language: the account keeps it, and a cookie for who has none."""
    chosen = request.POST.get("language", "")
    if request.user.is_authenticated and chosen in Language.values:
        User.objects.filter(pk=request.user.pk).update(language=chosen)
    return set_language(request)


def _ours(request: HttpRequest, where: str) -> bool:
    return bool(where) and url_has_allowed_host_and_scheme(
        where, {request.get_host()}, require_https=request.is_secure()
    )
