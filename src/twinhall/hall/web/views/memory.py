"""The translation memory: what it holds, bringing a file in, taking it out."""

from io import BytesIO
from tempfile import TemporaryFile

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from twinhall import __version__
from twinhall.hall.cities.models import Relation
from twinhall.hall.meetings.queries.access import relations_of
from twinhall.hall.translation.actions import bring_in, look_at, take_out
from twinhall.hall.translation.models import MemoryImport, MemoryPair
from twinhall.hall.translation.queries.memory import pairs_seen
from twinhall.hall.translation.queries.memory_export import units_of
from twinhall.hall.web.doors import OfficerRequest, officer_only
from twinhall.hall.web.where_terms_hold import pair_of
from twinhall.language.memory import normal
from twinhall.language.tmx import BadTmx, write_tmx

PER_PAGE = 50
MOST_MB = 8  # some 25,000 units, read while the page waits
EVERYONES = "everyone"


@officer_only
@require_safe
def listed(request: OfficerRequest) -> HttpResponse:
    """What the memory holds that this officer may see; ?q= words in either language."""
    asked = request.GET.get("q", "").strip()[:200]
    page = Paginator(_found(request, asked), PER_PAGE).get_page(request.GET.get("page"))
    told = {"section": "memory", "page": page, "asked": asked, "changeable": set(_changeable(request))}
    return render(request, "web/memory/list.html", told)


@officer_only
@require_POST
def take_pair_out(request: OfficerRequest, pair_pk: int) -> HttpResponse:
    """Take a pair out, so that it is offered no more."""
    pair = get_object_or_404(pairs_seen(relations_of(request.user)), pk=pair_pk)
    if (pair.relation_id or 0) not in _changeable(request):
        raise Http404
    take_out(pair.pk)
    messages.success(request, _("The sentence was taken out of the translation memory."))
    return redirect("memory")


@officer_only
@require_safe
def export(request: OfficerRequest) -> HttpResponseBase:
    """All that this officer may see as TMX 1.4; ?encoding=utf-16 for programs that want it."""
    encoding = "UTF-16" if request.GET.get("encoding") == "utf-16" else "UTF-8"
    file = TemporaryFile()  # noqa: SIM115  # the answer closes it
    write_tmx(units_of(pairs_seen(relations_of(request.user))), file, version=__version__, encoding=encoding)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename="memory.tmx", content_type="application/xml")


@officer_only
def bring(request: OfficerRequest) -> HttpResponse:
    """Choose a file, and whose its sentences will be."""
    places = _places(request)
    told: dict[str, object] = {"section": "memory", "places": places, "most": MOST_MB}
    if request.method != "POST":
        return render(request, "web/memory/bring.html", told)
    file, where = request.FILES.get("file"), request.POST.get("where", "")
    if not isinstance(file, UploadedFile) or where not in places:
        return render(request, "web/memory/bring.html", told | {"nothing": True}, status=422)
    data = file.read(MOST_MB * 2**20 + 1)
    if len(data) > MOST_MB * 2**20:
        return render(request, "web/memory/bring.html", told | {"too_large": True}, status=422)
    relation = None if where == EVERYONES else Relation.objects.get(pk=int(where))
    MemoryImport.objects.filter(created_by=request.user).delete()
    row = MemoryImport.objects.create(
        file_name=(file.name or "")[:200], data=data, relation=relation, created_by=request.user
    )
    return redirect("memory-preview", row.pk)


@officer_only
def preview(request: OfficerRequest, import_pk: int) -> HttpResponse:
    """What a file would bring, and what of it is not taken; POST takes it over or drops it."""
    rows = MemoryImport.objects.select_related("relation__home", "relation__partner")
    row = get_object_or_404(rows, pk=import_pk, created_by=request.user)
    if (row.relation_id or 0) not in _changeable(request):
        raise Http404
    if request.method == "POST" and request.POST.get("do") != "take":
        row.delete()
        return redirect("memory")
    work = bring_in if request.method == "POST" else look_at
    told: dict[str, object] = {"section": "memory", "row": row}
    told["whose"] = pair_of(row.relation) if row.relation else ""
    try:
        outcome = work(BytesIO(bytes(row.data)), row.file_name, relation=row.relation)
    except BadTmx as bad:
        row.delete()
        return render(request, "web/memory/refused.html", told | {"bad": bad}, status=422)
    if request.method != "POST":
        return render(request, "web/memory/preview.html", told | {"outcome": outcome})
    row.delete()
    words = ngettext("%(count)s pair was added.", "%(count)s pairs were added.", outcome.added)
    messages.success(request, words % {"count": outcome.added})
    return redirect("memory")


def _found(request: OfficerRequest, asked: str) -> QuerySet[MemoryPair]:
    rows = pairs_seen(relations_of(request.user)).order_by("-revision", "-pk")
    words = normal(asked)
    return rows.filter(Q(source__icontains=words) | Q(target__icontains=words)) if words else rows


def _changeable(request: OfficerRequest) -> list[int]:
    """Return whose pairs this officer keeps: their relations', an administrator everyone's (0) too."""
    return relations_of(request.user) + ([0] if request.user.is_administrator else [])


def _places(request: OfficerRequest) -> dict[str, str]:
    """Return the choices of whose the sentences of a file will be."""
    rows = Relation.objects.filter(pk__in=relations_of(request.user)).select_related("home", "partner")
    rows = rows.prefetch_related("home__names", "partner__names").order_by("pk")
    places = {str(relation.pk): pair_of(relation) for relation in rows}
    return places | ({EVERYONES: _("Everyone in this hall")} if request.user.is_administrator else {})
