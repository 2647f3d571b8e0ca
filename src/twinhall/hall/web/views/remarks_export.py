"""Remarks as a file."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from twinhall.hall.meetings.documents.writing import WRITERS
from twinhall.hall.meetings.queries.take_away import file_name, script_of
from twinhall.hall.web.desk import desk_or_404
from twinhall.hall.web.doors import OfficerRequest, officer_only


@officer_only
@require_safe
def export(request: OfficerRequest, pk: int, remarks_pk: int, kind: str) -> HttpResponse:
    """The file of a kind: docx, xlf (XLIFF 2.1), xliff (1.2), tsv; ?to= the language beside the original.

    A table has all languages, a document too with ?to=all.
    """
    desk = desk_or_404(request, pk, remarks_pk)
    writer = WRITERS.get(kind)
    if writer is None:
        raise Http404
    every = kind == "tsv" or (kind == "docx" and request.GET.get("to") == "all")
    languages = tuple(desk.targets) if every else (desk.language,)
    data = writer.write(script_of(desk.remarks, languages))
    name = file_name(desk.remarks, kind)
    headers = {"Content-Disposition": content_disposition_header(True, name), "Cache-Control": "no-store"}
    return HttpResponse(data, content_type=writer.media_type, headers=headers)
