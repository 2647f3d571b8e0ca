"""Having a machine draft what is missing: which one, how far it is, stop."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from twinhall.hall.meetings.actions.drafting import AlreadyDrafting, start, stop
from twinhall.hall.meetings.queries.drafting import missing_in
from twinhall.hall.translation.engines import offers, usual_of
from twinhall.hall.web.desk import Desk, desk_or_404
from twinhall.hall.web.doors import OfficerRequest, is_fragment, officer_only


@officer_only
def machine(request: OfficerRequest, pk: int, remarks_pk: int) -> HttpResponse:
    """Which engine is to draft what is missing; POST has it begin."""
    desk = desk_or_404(request, pk, remarks_pk)
    found = offers(desk.remarks.language, desk.language)
    ready = [offer for offer in found if not offer.lacks]
    if request.method == "POST":
        wanted = request.POST.get("engine", "")
        if wanted in [offer.name for offer in ready]:
            return _begun(desk, wanted)
    told = desk.told(
        ready=ready,
        absent=[offer for offer in found if offer.lacks],
        usual=usual_of(found),
        missing=len(missing_in(desk.remarks, desk.language)),
    )
    return render(request, "web/remarks/machine.html", told, status=422 if request.method == "POST" else 200)


@officer_only
@require_safe
def progress(request: OfficerRequest, pk: int, remarks_pk: int) -> HttpResponse:
    """How far the machine is, with the sentences that it has drafted since the browser last asked."""
    desk = desk_or_404(request, pk, remarks_pk)
    if not is_fragment(request):
        return redirect(desk.address())
    opened = request.GET.get("row", "")
    but = int(opened) if opened.isdecimal() else None
    changed = desk.changed_since(_moment(request.GET.get("since", "")), but=but)
    work = desk.work(*changed) if changed else desk.work(0)
    told = desk.told(work=work, rows=work.rows, opened=None, asked=True, **desk.beside())
    return render(request, "web/remarks/progress.html", told)


@officer_only
@require_POST
def halt(request: OfficerRequest, pk: int, remarks_pk: int) -> HttpResponse:
    """Stop the machine."""
    desk = desk_or_404(request, pk, remarks_pk)
    stop(desk.remarks, desk.language)
    messages.info(request, _("The machine was stopped. What it has drafted stays."))
    return redirect(desk.address())


def _begun(desk: Desk, engine: str) -> HttpResponse:
    try:
        start(desk.remarks, desk.language, engine, by=desk.request.user)
    except AlreadyDrafting:
        messages.warning(desk.request, _("A machine is translating these remarks already."))
    return redirect(desk.address())


def _moment(told: str) -> datetime:
    """Return the moment a page was made; now for anything that is none."""
    try:
        found = datetime.fromisoformat(told)
    except ValueError:
        return timezone.now()
    return found if found.tzinfo else timezone.now()
