"""The sentence that is open on a desk: keeping what was typed, deciding, and showing it again."""

from django.http import Http404, HttpResponse

from twinhall.hall.meetings.actions.remarks import bump
from twinhall.hall.meetings.actions.reviews import begun
from twinhall.hall.meetings.models import Segment
from twinhall.hall.meetings.queries.remarks import warned
from twinhall.hall.translation.actions import Overtaken, decide, token_of
from twinhall.hall.translation.enums import Status
from twinhall.hall.web.desk import Desk
from twinhall.hall.web.doors import is_fragment
from twinhall.language.rendering.fidelity import differences


def segment_or_404(desk: Desk, pk: int) -> Segment:
    """Return a sentence of this desk's remarks."""
    rows = Segment.objects.filter(remarks=desk.remarks).select_related("text")
    segment = rows.filter(pk=pk).first()
    if segment is None:
        raise Http404
    return segment


def decided(desk: Desk, segment: Segment, body: str, status: str) -> None:
    """Store what the officer decided. Raises NotDecided."""
    told = desk.request.POST
    decide(
        segment.text_id,
        desk.language,
        body,
        status,
        by=desk.request.user,
        seen=told.get("seen", ""),
        concepts=desk.concepts,
        looked=told.get("looked", ""),
    )
    bump(desk.remarks)
    begun(desk.remarks, desk.language, by=desk.request.user)


def keep_typed(desk: Desk, segment: Segment) -> bool:
    """Keep as a draft what was typed and not saved; False if someone else was faster."""
    body = " ".join(desk.request.POST.get("body", "").split())
    held = segment.text.renditions.filter(language=desk.language).first()
    if body == (held.body if held else ""):
        return True
    try:
        decided(desk, segment, body, Status.DRAFT)
    except Overtaken:
        return False
    return True


def state_of(desk: Desk, segment: Segment) -> str:
    """Return what names the sentence as it now stands: for a change right after what was typed was kept."""
    segment.text.refresh_from_db()
    return token_of(segment.text, segment.text.renditions.filter(language=desk.language).first())


def overtaken(desk: Desk, segment: Segment) -> HttpResponse:
    """Show what the other officer saved, and beside it what was typed here: nothing is lost."""
    return again(desk, segment, desk.request.POST.get("body", ""), status=409, overtaken=True)


def again(
    desk: Desk,
    segment: Segment,
    body: str,
    *,
    status: int = 422,
    refused: bool = False,
    unlooked: bool = False,
    empty: bool = False,
    overtaken: bool = False,
) -> HttpResponse:
    """Show the sentence open again, with what was typed and why it was not taken."""
    segment.text.refresh_from_db()
    text = segment.text
    told = {
        "typed": body,
        "typed_warnings": warned(text, body, desk.language, desk.concepts) if body else (),
        "typed_differences": differences(text.body, body, text.language, desk.language) if body else (),
        "refused": refused,
        "unlooked": unlooked,
        "empty": empty,
        "overtaken": overtaken,
    }
    if is_fragment(desk.request):
        return desk.rows(segment.pk, segment.pk, status=status, **told)
    return desk.whole(segment.pk, status=status, **told)
