"""One sentence by another engine: proposed, and taken in only by a person."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from twinhall.hall.meetings.actions.drafting import propose as have_proposed
from twinhall.hall.meetings.actions.remarks import bump
from twinhall.hall.meetings.actions.reviews import begun
from twinhall.hall.meetings.queries.comparing import compared
from twinhall.hall.meetings.queries.drafting import trouble_of
from twinhall.hall.translation.actions import Draft, NoProposal, Overtaken, sealed, take_proposal
from twinhall.hall.translation.engines import offers, usual_of
from twinhall.hall.translation.models import Text
from twinhall.hall.web.desk import desk_or_404
from twinhall.hall.web.doors import OfficerRequest, is_fragment, officer_only
from twinhall.hall.web.open_sentence import keep_typed, overtaken, segment_or_404, state_of
from twinhall.language.failure import EngineError
from twinhall.language.rendering.fidelity import COMPARED, differences


@officer_only
def propose(request: OfficerRequest, pk: int, remarks_pk: int, segment_pk: int) -> HttpResponse:
    """The engines that are ready for this sentence; POST asks one of them."""
    desk = desk_or_404(request, pk, remarks_pk)
    segment = segment_or_404(desk, segment_pk)
    found = offers(desk.remarks.language, desk.language)
    ready = [offer for offer in found if not offer.lacks]
    told = desk.told(segment=segment, ready=ready, usual=usual_of(found))
    wanted, status = request.POST.get("engine", ""), 200
    if wanted in [offer.name for offer in ready]:
        held = segment.text.renditions.filter(language=desk.language).first()
        try:
            draft = have_proposed(desk.remarks, segment.text, desk.language, wanted)
        except EngineError as error:
            told |= {"trouble": trouble_of(error), "detail": str(error)}
        else:
            told |= _proposed(segment.text, held.body if held else "", desk.language, draft)
        told["asked"] = wanted
    elif request.method == "POST":
        status = 422
    template = "proposal" if is_fragment(request) else "proposal_page"
    return render(
        request, f"web/remarks/{template}.html", told | {"seen": state_of(desk, segment)}, status=status
    )


def _proposed(text: Text, stands: str, language: str, draft: Draft) -> dict[str, Any]:
    """What is shown of a proposal: what is new in it, and why a person should look."""
    return {
        "draft": draft,
        "change": compared(stands, draft.body, language) if stands else (),
        "found": differences(text.body, draft.body, text.language, language),
        "flags": sorted(set(draft.flags) - {str(flag) for flag in COMPARED}),
        "proposal": sealed(text, language, draft),
    }


@officer_only
@require_POST
def take(request: OfficerRequest, pk: int, remarks_pk: int, segment_pk: int) -> HttpResponse:
    """Make the proposal the draft. What had been typed is kept in the history."""
    desk = desk_or_404(request, pk, remarks_pk)
    segment = segment_or_404(desk, segment_pk)
    seen = request.POST.get("seen", "")
    if "body" in request.POST:
        if not keep_typed(desk, segment):
            return overtaken(desk, segment)
        seen = state_of(desk, segment)
    try:
        take_proposal(
            segment.text_id, desk.language, request.POST.get("proposal", ""), by=request.user, seen=seen
        )
    except Overtaken:
        return overtaken(desk, segment)
    except NoProposal:
        return desk.rows(segment.pk, segment.pk, status=422)
    bump(desk.remarks)
    begun(desk.remarks, desk.language, by=request.user)
    if not is_fragment(request):
        return redirect(desk.address(segment.pk))
    return desk.rows(segment.pk, segment.pk)
