"""One's own account, and the accounts that an administrator keeps."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from twinhall.hall.cities.actions import AccountExists, close_account, open_account, reopen_account
from twinhall.hall.cities.forms import OfficerForm, OwnAccountForm
from twinhall.hall.cities.models import City
from twinhall.hall.people.models import User
from twinhall.hall.web.doors import OfficerRequest, administrator_only, officer_only


@sensitive_post_parameters()
@officer_only
def account(request: OfficerRequest) -> HttpResponse:
    """Change one's own name, language and password."""
    user = request.user
    own = OwnAccountForm(
        request.POST if "name" in request.POST else None,
        initial={"name": user.name, "language": user.language},
    )
    password = PasswordChangeForm(user, request.POST if "old_password" in request.POST else None)
    if own.is_bound and own.is_valid():
        user.name, user.language = own.cleaned_data["name"], own.cleaned_data["language"]
        user.save(update_fields=["name", "language"])
        translation.activate(user.language)
        messages.success(request, _("Saved."))
        return redirect("account")
    if password.is_bound and password.is_valid():
        update_session_auth_hash(request, password.save())
        messages.success(request, _("The password was changed. Other browsers were signed out."))
        return redirect("account")
    told = {"own": own, "password": password}
    return render(
        request, "web/account/account.html", told, status=422 if own.errors or password.errors else 200
    )


@sensitive_post_parameters("password")
@administrator_only
def accounts(request: OfficerRequest) -> HttpResponse:
    """Every account, and a form for one more."""
    form = OfficerForm(request.POST or None, initial={"language": request.user.language})
    form.fields["city"].queryset = City.objects.prefetch_related("names")  # type: ignore[attr-defined]
    form.fields["city"].label_from_instance = _city_label  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            open_account(
                told["email"],
                told["name"],
                told["city"],
                told["password"],
                language=told["language"],
                administrator=told["administrator"],
            )
        except AccountExists:
            form.add_error("email", _("There is an account with this e-mail already."))
        else:
            messages.success(
                request, _("The account was made. Give the officer the password; they can change it.")
            )
            return redirect("accounts")
    rows = (
        User.objects.select_related("officer__city").prefetch_related("officer__city__names").order_by("pk")
    )
    told = {"section": "accounts", "form": form, "accounts": rows}
    return render(request, "web/account/accounts.html", told, status=422 if form.errors else 200)


@require_POST
@administrator_only
def account_switch(request: OfficerRequest, pk: int) -> HttpResponse:
    """Close an account or open it again; not one's own, so that the house keeps an administrator."""
    user = get_object_or_404(User, pk=pk)
    if user == request.user:
        messages.warning(request, _("You cannot close your own account."))
    elif user.is_active:
        close_account(user)
        messages.success(request, _("The account was closed. Its sessions have ended."))
    else:
        reopen_account(user)
        messages.success(request, _("The account is open again."))
    return redirect("accounts")


def _city_label(city: City) -> str:
    from_names = {name.language: name.full for name in city.names.all()}
    tags = (translation.get_language() or "en", "en", city.language)
    return next((from_names[tag] for tag in tags if tag in from_names), "–")
