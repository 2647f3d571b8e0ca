"""The cities that the officer's city is bound to."""

from zoneinfo import available_timezones

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from twinhall.hall.cities.actions import RelationExists, add_city, change_relation, relate
from twinhall.hall.cities.forms import PlaceForm, RelationForm
from twinhall.hall.cities.models import City, Relation
from twinhall.hall.cities.queries import relations_of
from twinhall.hall.meetings.queries.access import meetings_of, offices_of
from twinhall.hall.meetings.queries.planning import with_names
from twinhall.hall.web.doors import OfficerRequest, officer_only
from twinhall.hall.web.views.cities import city_label, may_change


@officer_only
def relations(request: OfficerRequest) -> HttpResponse:
    """Every partner city, with what binds us."""
    ours = offices_of(request.city)
    rows = [(row, partner_of(row, ours)) for row in relations_of(request.city, ours)]
    return render(request, "web/cities/relations.html", {"section": "cities", "relations": rows})


@officer_only
def relation(request: OfficerRequest, pk: int) -> HttpResponse:
    """One relation: both cities, its dates, its meetings."""
    ours = offices_of(request.city)
    row = _relation_or_404(pk, ours)
    partner = partner_of(row, ours)
    told = {
        "section": "cities",
        "relation": row,
        "home": row.partner if partner == row.home else row.home,
        "partner": partner,
        "meetings": with_names(meetings_of(request.user).filter(relation=row)).order_by("-starts_at"),
        "may_change_partner": may_change(request, partner),
    }
    return render(request, "web/cities/relation.html", told)


@officer_only
def relation_new(request: OfficerRequest) -> HttpResponse:
    """Bind one's city to another: one that is known here, or a new one."""
    ours = offices_of(request.city)
    bound = {partner_of(row, ours).pk for row in relations_of(request.city, ours)}
    known = City.objects.exclude(pk__in=bound | set(ours)).prefetch_related("names")
    chosen = known.filter(pk=request.POST.get("city") or 0).first()
    form = RelationForm(request.POST or None)
    place = PlaceForm(None if chosen else request.POST or None)
    if request.method == "POST" and form.is_valid() and (chosen or place.is_valid()):
        partner = chosen or add_city(place.place(), place.named())
        try:
            made = relate(request.city, partner, form.facts())
        except RelationExists:
            form.add_error(None, _("The two cities are bound already."))
        else:
            return redirect("relation", made.pk)
    told = {
        "section": "cities",
        "form": place,
        "relation_form": form,
        "known": [(row, city_label(row)) for row in known],
        "chosen": chosen,
        "zones": sorted(available_timezones()),
    }
    wrong = bool(form.errors or place.errors)
    return render(request, "web/cities/relation_new.html", told, status=422 if wrong else 200)


@officer_only
def relation_edit(request: OfficerRequest, pk: int) -> HttpResponse:
    """Change what is known of a relation."""
    row = _relation_or_404(pk, offices_of(request.city))
    dates = ("first_contact", "signed", "council_approved", "ended")
    known = {name: getattr(row, name) for name in ("kind", *dates)}
    known["fields_of_exchange"] = ", ".join(row.fields)
    form = RelationForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        change_relation(row, form.facts())
        messages.success(request, _("Saved."))
        return redirect("relation", pk)
    told = {"section": "cities", "relation": row, "relation_form": form}
    return render(request, "web/cities/relation_edit.html", told, status=422 if form.errors else 200)


def partner_of(relation: Relation, ours: list[int]) -> City:
    """Return the city on the other side."""
    return relation.partner if relation.home_id in ours else relation.home


def _relation_or_404(pk: int, ours: list[int]) -> Relation:
    """One of the city's relations, an ended one too."""
    rows = Relation.objects.filter(Q(home__in=ours) | Q(partner__in=ours))
    rows = rows.select_related("home__successor", "partner__successor")
    return get_object_or_404(rows.prefetch_related("home__names", "partner__names"), pk=pk)
