"""What happened to a sentence, and the way back to an earlier version."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from twinhall.hall.meetings.actions.remarks import bump
from twinhall.hall.meetings.actions.reviews import begun
from twinhall.hall.translation.actions import NoVersion, Overtaken, bring_back
from twinhall.hall.translation.queries.history import history_of
from twinhall.hall.web.desk import desk_or_404
from twinhall.hall.web.doors import OfficerRequest, is_fragment, officer_only
from twinhall.hall.web.open_sentence import keep_typed, overtaken, segment_or_404, state_of


@officer_only
@require_safe
def history(request: OfficerRequest, pk: int, remarks_pk: int, segment_pk: int) -> HttpResponse:
    """Who did what to this sentence, when, the newest first."""
    desk = desk_or_404(request, pk, remarks_pk)
    segment = segment_or_404(desk, segment_pk)
    held = segment.text.renditions.filter(language=desk.language).first()
    told = desk.told(
        segment=segment,
        events=history_of(segment.text, desk.language),
        standing_now=held.body if held else "",
        seen=state_of(desk, segment),
    )
    template = "history" if is_fragment(request) else "history_page"
    return render(request, f"web/remarks/{template}.html", told)


@officer_only
@require_POST
def bring_version_back(request: OfficerRequest, pk: int, remarks_pk: int, segment_pk: int) -> HttpResponse:
    """Make an earlier version the draft. What had been typed is kept in the history."""
    desk = desk_or_404(request, pk, remarks_pk)
    segment = segment_or_404(desk, segment_pk)
    version, seen = request.POST.get("version", ""), request.POST.get("seen", "")
    if not version.isdecimal():
        raise Http404
    if "body" in request.POST:
        if not keep_typed(desk, segment):
            return overtaken(desk, segment)
        seen = state_of(desk, segment)
    try:
        bring_back(segment.text_id, desk.language, int(version), by=request.user, seen=seen)
    except Overtaken:
        return overtaken(desk, segment)
    except NoVersion as error:
        raise Http404 from error
    bump(desk.remarks)
    begun(desk.remarks, desk.language, by=request.user)
    if not is_fragment(request):
        return redirect(desk.address(segment.pk))
    return desk.rows(segment.pk, segment.pk)
