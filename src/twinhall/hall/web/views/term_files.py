"""Terms from a file and into one: choose, look at what would change, take over or cancel."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from twinhall.hall.base.languages import Language
from twinhall.hall.meetings.actions.terms_import import AlreadyTaken, bring_terms, drop_terms, take_terms_over
from twinhall.hall.meetings.models import TermsImport
from twinhall.hall.meetings.queries.term_places import AS_THE_FILE_SAYS
from twinhall.hall.meetings.queries.terms_intake import Fate, TermsPlan, plan_terms
from twinhall.hall.meetings.queries.terms_out import terms_to_take_away
from twinhall.hall.translation.queries import relations_of
from twinhall.hall.web.doors import OfficerRequest, officer_only
from twinhall.hall.web.term_file_words import why_no_terms
from twinhall.hall.web.where_terms_hold import Places, places_for
from twinhall.language.interchange.tbx_writing import write_tbx_2, write_tbx_3
from twinhall.language.interchange.term_files import MOST_BYTES, read_terms
from twinhall.language.interchange.term_values import BadTermFile
from twinhall.language.interchange.terms_table import write_table

PER_PAGE = 100
REJECTS_SHOWN = 200
KINDS = {"tbx": "tbx", "tbx2": "tbx", "csv": "csv"}  # kind: extension
MEDIA_TYPES = {"tbx": "application/x-tbx+xml", "csv": "text/csv; charset=utf-8"}


@officer_only
def bring(request: OfficerRequest) -> HttpResponse:
    """A file to choose, and where its terms are to hold."""
    places = places_for(request)
    told = {"section": "terms", "places": places, "holds": "", "most": MOST_BYTES // 1024 // 1024}
    if request.method != "POST":
        return render(request, "web/terms/bring.html", told)
    file, holds = request.FILES.get("file"), request.POST.get("holds", "")
    told |= {"holds": holds}
    if not isinstance(file, UploadedFile):
        return _not_brought(request, told, _("Choose a file."))
    if holds != AS_THE_FILE_SAYS and places.place(holds) is None:
        return _not_brought(request, told, _("Choose where the terms are to hold."))
    try:
        row = bring_terms(file.read(MOST_BYTES + 1), file.name or "", holds, by=request.user)
    except BadTermFile as error:
        return _not_brought(request, told | {"file_name": file.name}, why_no_terms(error))
    return redirect("terms-preview", row.pk)


@officer_only
def preview(request: OfficerRequest, import_pk: int) -> HttpResponse:
    """What would become of the terms of a file, before anything does; POST takes them over or drops them."""
    row = TermsImport.objects.filter(pk=import_pk, created_by=request.user).first()
    if row is None:
        return _gone(request)
    places = places_for(request)
    if request.method == "POST":
        return _decided(request, row, places)
    plan = plan_terms(read_terms(bytes(row.data)), row.holds, places)
    return render(request, "web/terms/preview.html", _shown(request, row, plan))


@officer_only
@require_safe
def take_away(request: OfficerRequest, kind: str) -> HttpResponse:
    """The terms of the officer's relations and of the house: tbx (version 3), tbx2, csv."""
    if kind not in KINDS:
        raise Http404
    entries = terms_to_take_away(relations_of(request.city))
    language, title = get_language() or Language.EN, _("Terms")
    if kind == "csv":
        data = write_table(entries, Language.values, language)
    else:
        data = (write_tbx_3 if kind == "tbx" else write_tbx_2)(entries, title, language)
    name = f"{title}.{KINDS[kind]}"
    headers = {"Content-Disposition": content_disposition_header(True, name), "Cache-Control": "no-store"}
    return HttpResponse(data, content_type=MEDIA_TYPES[KINDS[kind]], headers=headers)


def _not_brought(request: OfficerRequest, told: dict[str, object], why: str) -> HttpResponse:
    return render(request, "web/terms/bring.html", told | {"why": why}, status=422)


def _gone(request: OfficerRequest) -> HttpResponse:
    """Answer to an address that was good: another officer's file is not told from one that is gone."""
    messages.warning(request, _("This file was taken over or dropped already."))
    return redirect("terms")


def _shown(request: OfficerRequest, row: TermsImport, plan: TermsPlan) -> dict[str, object]:
    fates = {fate.value: plan.of(fate) for fate in Fate}
    asked = request.GET.get("show", "")
    first = next((fate for fate in ("conflict", "changed", "new") if fates[fate]), "same")
    show = asked if asked in fates else first
    return {
        "section": "terms",
        "row": row,
        "plan": plan,
        "counts": [(fate, len(planned)) for fate, planned in fates.items()],
        "show": show,
        "page": Paginator(fates[show], PER_PAGE).get_page(request.GET.get("page")),
        "rejected": plan.rejected[:REJECTS_SHOWN],
        "rejects_more": max(0, len(plan.rejected) - REJECTS_SHOWN),
    }


def _decided(request: OfficerRequest, row: TermsImport, places: Places) -> HttpResponse:
    do = request.POST.get("do", "")
    if do == "drop":
        drop_terms(row.pk)
        return redirect("terms")
    if do != "take":
        raise Http404
    try:
        plan = take_terms_over(row.pk, places)
    except AlreadyTaken:
        return _gone(request)
    told = {"new": len(plan.of(Fate.NEW)), "changed": len(plan.of(Fate.CHANGED))}
    messages.success(request, _("Terms taken over: %(new)s new, %(changed)s changed.") % told)
    return redirect("terms")
