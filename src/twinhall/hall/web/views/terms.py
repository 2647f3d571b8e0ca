"""The agreed terms: names that keep themselves, and what officers agreed on."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from twinhall.hall.translation.actions import delete_term, write_term
from twinhall.hall.translation.forms import TermForm
from twinhall.hall.translation.queries import listed_terms, relations_of, terms_to_edit
from twinhall.hall.web.doors import OfficerRequest, officer_only


@officer_only
@require_safe
def terms(request: OfficerRequest) -> HttpResponse:
    """Every term of the officer's relations and of the house."""
    relations = relations_of(request.city)
    asked = request.GET.get("q", "").strip()[:80]
    told = {"section": "terms", "entries": listed_terms(relations, asked), "asked": asked}
    return render(request, "web/terms/list.html", told)


@officer_only
def term(request: OfficerRequest, concept_pk: int | None = None) -> HttpResponse:
    """Add a term, or change one."""
    relations = relations_of(request.city)
    concept = get_object_or_404(terms_to_edit(relations), pk=concept_pk) if concept_pk else None
    form = TermForm(relations, concept, request.POST or None)
    if request.method == "POST" and form.is_valid():
        write_term(concept, **form.written())
        messages.success(request, _("The term was saved."))
        return redirect("terms")
    told = {"section": "terms", "form": form, "concept": concept}
    return render(request, "web/terms/form.html", told, status=422 if form.errors else 200)


@officer_only
@require_POST
def delete(request: OfficerRequest, concept_pk: int) -> HttpResponse:
    """Take a term out of the list."""
    delete_term(get_object_or_404(terms_to_edit(relations_of(request.city)), pk=concept_pk))
    messages.success(request, _("The term was deleted."))
    return redirect("terms")
