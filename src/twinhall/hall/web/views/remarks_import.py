"""Bringing a text into remarks: paste or file, look at what would come of it, take it over."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from twinhall.hall.meetings.actions.remarks_import import NotReady, drop, receive, take_over
from twinhall.hall.meetings.documents.values import MOST_BYTES, MOST_SENTENCES, Caution, Refusal
from twinhall.hall.meetings.enums import ImportState
from twinhall.hall.meetings.models import RemarksImport
from twinhall.hall.meetings.queries.intake import plan, read_sentences, read_warnings
from twinhall.hall.web.desk import Desk, desk_or_404
from twinhall.hall.web.doors import OfficerRequest, officer_only

SHOWN = 100  # sentences of a preview


@officer_only
def bring(request: OfficerRequest, pk: int, remarks_pk: int) -> HttpResponse:
    """A field to paste into, and a file to choose."""
    desk = desk_or_404(request, pk, remarks_pk)
    desk.must_own()
    told = desk.told(most=MOST_BYTES // 1024 // 1024, most_sentences=MOST_SENTENCES)
    if request.method != "POST":
        return render(request, "web/remarks/bring.html", told)
    file, pasted = request.FILES.get("file"), request.POST.get("text", "")
    if not isinstance(file, UploadedFile) and not pasted.strip():
        return render(request, "web/remarks/bring.html", told | {"nothing": True}, status=422)
    if isinstance(file, UploadedFile):
        data = file.read(MOST_BYTES + 1)
        row = receive(desk.remarks, data, file.name or "", by=request.user)
    else:
        row = receive(desk.remarks, pasted.encode(), "", by=request.user)
    return redirect("remarks-preview", pk, remarks_pk, row.pk)


@officer_only
def preview(request: OfficerRequest, pk: int, remarks_pk: int, import_pk: int) -> HttpResponse:
    """What would be made of a text, before anything is; POST takes it over or drops it."""
    desk = desk_or_404(request, pk, remarks_pk)
    desk.must_own()
    row = get_object_or_404(RemarksImport, pk=import_pk, remarks=desk.remarks)
    if request.method == "POST":
        return _decided(desk, row)
    if row.state == ImportState.APPLIED:
        return redirect(desk.address())
    if row.state != ImportState.READY:
        template = "reading" if row.state == ImportState.READING else "refused"
        told = desk.told(row=row, most=MOST_BYTES // 1024 // 1024, most_sentences=MOST_SENTENCES)
        return render(request, f"web/remarks/{template}.html", told)
    return _previewed(desk, row)


def _previewed(desk: Desk, row: RemarksImport, **more: object) -> HttpResponse:
    sentences, warnings = read_sentences(row), read_warnings(row)
    told = desk.told(
        row=row,
        plan=plan(desk.remarks, sentences, append=False),
        held=desk.remarks.segments.count(),
        shown=sentences[:SHOWN],
        rest=max(0, len(sentences) - SHOWN),
        total=len(sentences),
        warnings=warnings[:SHOWN],
        foreign=any(w.code == Caution.NOT_THIS_LANGUAGE for w in warnings),
        refusal=Refusal,
        **more,
    )
    return render(desk.request, "web/remarks/preview.html", told, status=422 if more else 200)


def _decided(desk: Desk, row: RemarksImport) -> HttpResponse:
    request, do = desk.request, desk.request.POST.get("do", "")
    if do == "drop":
        drop(row.pk)
        return redirect(desk.address())
    if do not in ("replace", "append"):
        raise Http404
    foreign = any(w.code == Caution.NOT_THIS_LANGUAGE for w in read_warnings(row))
    if foreign and not request.POST.get("anyway"):
        return _previewed(desk, row, unsure=True)
    try:
        done = take_over(
            row.pk, append=do == "append", trust=bool(request.POST.get("trust")), by=request.user
        )
    except NotReady:
        messages.warning(request, _("This text was taken over already."))
        return redirect(desk.address())
    told = ngettext(
        "%(count)s sentence was brought in.", "%(count)s sentences were brought in.", len(done.fates)
    )
    messages.success(request, told % {"count": len(done.fates)})
    return redirect(desk.address())
