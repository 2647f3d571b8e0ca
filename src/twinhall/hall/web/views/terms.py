"""The agreed terms: names that keep themselves, and what officers agreed on."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from twinhall.hall.meetings.actions.terms import agree_on_term
from twinhall.hall.translation.actions import add_forms, delete_term
from twinhall.hall.translation.enums import ConceptKind
from twinhall.hall.translation.forms import AddedForm, TermForm
from twinhall.hall.translation.models import Concept
from twinhall.hall.translation.queries import (
    Entry,
    Named,
    as_value,
    listed_terms,
    relations_of,
    spoken,
    terms_to_edit,
)
from twinhall.hall.web.doors import OfficerRequest, officer_only
from twinhall.hall.web.where_terms_hold import place_of, places_for

PER_PAGE = 100


@officer_only
@require_safe
def terms(request: OfficerRequest) -> HttpResponse:
    """Every term of the officer's relations and of the house."""
    asked = request.GET.get("q", "").strip()[:80]
    entries = Paginator(listed_terms(relations_of(request.city), asked), PER_PAGE)
    page = entries.get_page(request.GET.get("page"))
    return render(request, "web/terms/list.html", {"section": "terms", "page": page, "asked": asked})


@officer_only
def term(request: OfficerRequest, concept_pk: int | None = None) -> HttpResponse:
    """Add an agreed term, or change one."""
    concept = _agreed_or_404(request, concept_pk) if concept_pk else None
    places = places_for(request, concept)
    form = TermForm(
        spoken(as_value(concept).terms) if concept else (),
        concept.note if concept else "",
        request.POST or None,
        holds=places.choices,
        initial={"kind": concept.kind, "holds": place_of(concept)} if concept else {},
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        relation, meeting = places.chosen(told["holds"])
        agree_on_term(
            concept,
            kind=told["kind"],
            relation=relation,
            meeting=meeting,
            note=told["note"],
            forms=form.written(),
        )
        messages.success(request, _("The term was saved."))
        return redirect("terms")
    return _form_page(request, form, concept=concept)


@officer_only
def name(request: OfficerRequest, kind: str, key: int) -> HttpResponse:
    """Add other forms of a name, and forms that are not to be used."""
    entry = _named_or_404(request, kind, key)
    form = AddedForm(entry.languages, entry.note, request.POST or None)
    if request.method == "POST" and form.is_valid():
        add_forms(Named(entry.kind, key), note=form.cleaned_data["note"], forms=form.written())
        messages.success(request, _("The term was saved."))
        return redirect("terms")
    return _form_page(request, form, entry=entry)


@officer_only
@require_POST
def delete(request: OfficerRequest, concept_pk: int) -> HttpResponse:
    """Take an agreed term out of the list."""
    delete_term(_agreed_or_404(request, concept_pk))
    messages.success(request, _("The term was deleted."))
    return redirect("terms")


def _form_page(request: OfficerRequest, form: AddedForm, **more: object) -> HttpResponse:
    told = {"section": "terms", "form": form} | more
    return render(request, "web/terms/form.html", told, status=422 if form.errors else 200)


def _agreed_or_404(request: OfficerRequest, pk: int) -> Concept:
    """Return an agreed term that this officer may change; administrators those of the house too."""
    rows = terms_to_edit(relations_of(request.city), house=request.user.is_administrator)
    return get_object_or_404(rows.prefetch_related("terms"), pk=pk)


def _named_or_404(request: OfficerRequest, kind: str, key: int) -> Entry:
    """Return the entry of a name of this officer's relations."""
    if kind not in ConceptKind.values:
        raise Http404
    named = Named(ConceptKind(kind), key)
    found = (entry for entry in listed_terms(relations_of(request.city), "") if entry.named == named)
    entry = next(found, None)
    if entry is None:
        raise Http404
    return entry
