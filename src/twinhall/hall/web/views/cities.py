"""A city: its names, its people, who may change them."""

from zoneinfo import available_timezones

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from twinhall.hall.cities.actions import add_person, change_city, change_person, end_post, move_post, succeed
from twinhall.hall.cities.forms import PersonForm, PlaceForm, SuccessionForm
from twinhall.hall.cities.models import City
from twinhall.hall.cities.queries import relations_of
from twinhall.hall.meetings.queries.access import has_officer, offices_of
from twinhall.hall.web.doors import OfficerRequest, officer_only


def may_see(request: OfficerRequest, city: City) -> bool:
    """One's own city, those it succeeded, its partners; an administrator sees every city."""
    ours = offices_of(request.city)
    if request.user.is_administrator or city.pk in ours:
        return True
    related = relations_of(request.city, ours)
    seen = {pk for row in related for pk in (row.home_id, row.partner_id)}
    heirs = {row_city.successor_id for row in related for row_city in (row.home, row.partner)}
    return city.pk in seen | heirs


def may_change(request: OfficerRequest, city: City) -> bool:
    """Its own officers; its partners' too while it has none here; and administrators."""
    own = request.user.is_administrator or city.pk in offices_of(request.city)
    return own or (may_see(request, city) and not has_officer(city))


@officer_only
def city(request: OfficerRequest, pk: int) -> HttpResponse:
    """Names over time, and the people of its delegation in order of precedence."""
    row = _city_or_404(request, pk)
    today = timezone.localdate()
    posts = row.posts.select_related("person", "city").prefetch_related("person__names", "titles")
    rows = list(posts.order_by("precedence", "pk"))
    told = {
        "section": "cities",
        "city": row,
        "names": row.names.order_by("language", "valid_from"),
        "posts": [post for post in rows if post.valid_until is None or post.valid_until > today],
        "former": [post for post in rows if post.valid_until and post.valid_until <= today],
        "may_change": may_change(request, row),
    }
    return render(request, "web/cities/city.html", told)


@officer_only
def city_edit(request: OfficerRequest, pk: int) -> HttpResponse:
    """Change a city's place and today's names, or say which city it was merged into."""
    row = _changeable(request, pk)
    others = City.objects.exclude(pk=pk).prefetch_related("names")
    form = PlaceForm(request.POST or None, city=row)
    known = {"successor": row.successor_id, "succeeded_on": row.succeeded_on}
    merged = SuccessionForm(request.POST or None, initial=known)
    merged.fields["successor"].queryset = others  # type: ignore[attr-defined]
    merged.fields["successor"].label_from_instance = city_label  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid() and merged.is_valid():
        change_city(row, form.place(), form.named())
        succeed(row, merged.cleaned_data["successor"], merged.cleaned_data["succeeded_on"])
        messages.success(request, _("Saved."))
        return redirect("city", pk)
    told = {
        "section": "cities",
        "city": row,
        "form": form,
        "merged": merged,
        "zones": sorted(available_timezones()),
    }
    return render(request, "web/cities/city_edit.html", told, status=422 if form.errors else 200)


@officer_only
def person_new(request: OfficerRequest, pk: int) -> HttpResponse:
    """Add someone to the city's people."""
    row = _changeable(request, pk)
    form = PersonForm(request.POST or None, own=row.language)
    if request.method == "POST" and form.is_valid():
        add_person(row, form.cleaned_data["language"], form.names(), form.titles())
        return redirect("city", pk)
    told = {"section": "cities", "city": row, "form": form}
    return render(request, "web/cities/person.html", told, status=422 if form.errors else 200)


@officer_only
def person_edit(request: OfficerRequest, pk: int, post_pk: int) -> HttpResponse:
    """Change names and titles, move someone in the order, or say that they left the post."""
    row = _changeable(request, pk)
    post = get_object_or_404(row.posts.select_related("person", "city"), pk=post_pk)
    if request.method == "POST" and ("up" in request.POST or "down" in request.POST):
        move_post(post, up="up" in request.POST)
        return redirect("city", pk)
    if request.method == "POST" and "leave" in request.POST:
        end_post(post, timezone.localdate())
        messages.success(request, _("The post has ended today. Meetings held before keep name and title."))
        return redirect("city", pk)
    known = {"language": post.person.language}
    known |= {f"name_{name.language}": name.name for name in post.person.names.all()}
    known |= {f"title_{title.language}": title.title for title in post.titles.all()}
    form = PersonForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        change_person(post, form.cleaned_data["language"], form.names(), form.titles())
        messages.success(request, _("Saved."))
        return redirect("city", pk)
    told = {"section": "cities", "city": row, "form": form, "post": post}
    return render(request, "web/cities/person.html", told, status=422 if form.errors else 200)


def city_label(city: City) -> str:
    """A city in a list to choose from. Uses city.names.all()."""
    from_names = {name.language: name.full for name in city.names.all()}
    return from_names.get(city.language) or next(iter(from_names.values()), "–")


def _city_or_404(request: OfficerRequest, pk: int) -> City:
    row = get_object_or_404(City.objects.select_related("successor").prefetch_related("names"), pk=pk)
    if not may_see(request, row):
        raise PermissionDenied
    return row


def _changeable(request: OfficerRequest, pk: int) -> City:
    row = _city_or_404(request, pk)
    if not may_change(request, row):
        raise PermissionDenied
    return row
