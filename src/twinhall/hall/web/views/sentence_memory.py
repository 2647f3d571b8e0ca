"""The translation memory in the remarks editor: what it has for a sentence, taking it in, filling up."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from twinhall.hall.meetings.actions.remarks import bump
from twinhall.hall.meetings.models import Segment
from twinhall.hall.meetings.queries.access import relations_of
from twinhall.hall.meetings.queries.memory import Fillable, fillable, memory_for
from twinhall.hall.translation.actions import NotDecided, Overtaken, fill_in, take_in
from twinhall.hall.translation.enums import Status
from twinhall.hall.translation.queries.memory import Suggestion, Taken
from twinhall.hall.web.desk import Desk, desk_or_404, row_of
from twinhall.hall.web.doors import OfficerRequest, is_fragment, officer_only
from twinhall.language.memory import MatchKind


@officer_only
@require_safe
def look(request: OfficerRequest, pk: int, remarks_pk: int, segment_pk: int) -> HttpResponse:
    """What the memory has for a sentence, once it has been read."""
    desk = desk_or_404(request, pk, remarks_pk)
    if not is_fragment(request):
        return redirect(desk.address(segment_pk))
    row = row_of(desk.work(segment_pk), segment_pk)
    if row is None:
        raise Http404
    return render(request, "web/remarks/memory.html", desk.told(row=row, pk=segment_pk))


@officer_only
@require_POST
def take(request: OfficerRequest, pk: int, remarks_pk: int, segment_pk: int) -> HttpResponse:
    """Put what the memory has in place of what stands there; what was typed and not saved is told."""
    desk = desk_or_404(request, pk, remarks_pk)
    segment = get_object_or_404(Segment.objects.select_related("text"), remarks=desk.remarks, pk=segment_pk)
    typed = " ".join(request.POST.get("body", "").split())
    held = segment.text.renditions.filter(language=desk.language).first()
    unsaved = typed if typed != (held.body if held else "") else ""
    try:
        take_in(
            segment.text_id,
            desk.language,
            _asked_for(desk, segment),
            by=request.user,
            seen=request.POST.get("seen", ""),
            concepts=desk.concepts,
        )
    except NotDecided as refused:
        overtaken = isinstance(refused, Overtaken)
        return _shown(desk, segment_pk, status=409, typed=request.POST.get("body", ""), overtaken=overtaken)
    bump(desk.remarks)
    return _shown(desk, segment_pk, replaced=unsaved)


@officer_only
@require_POST
def fill(request: OfficerRequest, pk: int, remarks_pk: int) -> HttpResponse:
    """Translate every untranslated sentence that the memory has word for word; none is approved."""
    desk = desk_or_404(request, pk, remarks_pk)
    found = fillable(desk.remarks, desk.language, relations_of(request.user)) or Fillable((), {})
    done = fill_in(found.texts, desk.language, found.taken, by=request.user, concepts=desk.concepts)
    if not done:
        messages.warning(request, _("The translation memory has nothing word for word for this text."))
        return desk.done()
    bump(desk.remarks)
    reviewed = sum(rendition.status == Status.REVIEWED for rendition in done)
    told = ngettext(
        "%(count)s sentence was filled in from the translation memory."
        " Reviewed: %(reviewed)s. None is approved by itself.",
        "%(count)s sentences were filled in from the translation memory."
        " Reviewed: %(reviewed)s. None is approved by itself.",
        len(done),
    )
    messages.success(request, told % {"count": len(done), "reviewed": reviewed})
    return desk.done()


def _asked_for(desk: Desk, segment: Segment) -> Taken:
    """Return the pair that was chosen, if the memory still has it for this sentence and this officer."""
    found = memory_for(segment, desk.language, relations_of(desk.request.user)) or []
    chosen = next((s for s in found if str(s.row.pk) == desk.request.POST.get("pair")), None)
    if chosen is None:
        raise Http404
    return Taken(chosen.row, sure=_is_same(chosen))


def _is_same(suggestion: Suggestion) -> bool:
    return suggestion.match.kind is not MatchKind.FUZZY


def _shown(desk: Desk, segment_pk: int, *, status: int = 200, **told: object) -> HttpResponse:
    if is_fragment(desk.request):
        return desk.rows(segment_pk, segment_pk, status=status, **told)
    return desk.whole(segment_pk, status=status, **told)
