"""One sentence of remarks: opening it, its translation, its words."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from twinhall.hall.meetings.actions import remarks as sentences
from twinhall.hall.meetings.actions.remarks import NotPossible, SentenceMoved, bump
from twinhall.hall.meetings.models import Segment
from twinhall.hall.meetings.queries.remarks import warned, with_agreed_forms
from twinhall.hall.translation.actions import NothingWritten, Overtaken, TermsOpen, decide
from twinhall.hall.translation.enums import Status
from twinhall.hall.web.desk import Desk, desk_or_404
from twinhall.hall.web.doors import OfficerRequest, is_fragment, officer_only

STEPS = {"next": 1, "previous": -1}


@officer_only
@require_POST
def turn_to(request: OfficerRequest, pk: int, remarks_pk: int, segment_pk: int) -> HttpResponse:
    """Open a sentence, or close it; what was typed into the one that was open is kept as a draft."""
    desk = desk_or_404(request, pk, remarks_pk)
    left = request.POST.get("row", "")
    was = _segment(desk, int(left)) if left.isdecimal() else None
    theirs_stays = bool(request.POST.get("overtaken"))  # the officer has seen both and saved neither
    if was and not theirs_stays and not _kept(desk, was):
        return _overtaken(desk, was)
    close = request.POST.get("do") == "close"
    opened = None if close else _segment(desk, segment_pk).pk
    if not is_fragment(request):
        return redirect(desk.address(opened))
    shown = [segment_pk] + ([was.pk] if was and was.pk != segment_pk else [])
    return desk.rows(opened, *shown)


@officer_only
@require_POST
def rendition(request: OfficerRequest, pk: int, remarks_pk: int, segment_pk: int) -> HttpResponse:
    """Save, review or approve a translation; then stay, or go on to the next sentence."""
    desk = desk_or_404(request, pk, remarks_pk)
    segment = _segment(desk, segment_pk)
    body, do = request.POST.get("body", ""), request.POST.get("do", "")
    if do == "terms":
        fixed = with_agreed_forms(segment.text, body, desk.language, desk.concepts)
        return _again(desk, segment, fixed, status=200)
    wanted, _sep, after = do.partition("-")
    if wanted not in Status.values:
        raise Http404
    try:
        _decide(desk, segment, body, wanted)
    except Overtaken:
        return _overtaken(desk, segment)
    except TermsOpen:
        return _again(desk, segment, body, refused=True)
    except NothingWritten:
        return _again(desk, segment, body, empty=True)
    opened = desk.neighbour(segment.pk, 1) if after == "next" else None
    turned = opened is not None and desk.turn_page(opened)
    if not is_fragment(request):
        return redirect(desk.address(opened))
    if turned:
        return HttpResponse(headers={"HX-Redirect": desk.address(opened)})
    return desk.rows(opened, segment.pk, *([opened] if opened else []))


@officer_only
@require_POST
def source(request: OfficerRequest, pk: int, remarks_pk: int, segment_pk: int) -> HttpResponse:
    """Change what will be said: the words, where a sentence ends, the order."""
    desk = desk_or_404(request, pk, remarks_pk)
    desk.must_own()
    _segment(desk, segment_pk)
    try:
        opened = _change(request, segment_pk)
    except SentenceMoved:
        told = _("Someone else changed this sentence meanwhile. Nothing was changed; this is how it is now.")
        return desk.whole(segment_pk, status=409, conflict=told, typed=request.POST.get("source", ""))
    except NotPossible:
        return desk.whole(segment_pk, status=422, conflict=_not_possible(request.POST.get("do", "")))
    return desk.done(opened)


@officer_only
@require_POST
def add(request: OfficerRequest, pk: int, remarks_pk: int) -> HttpResponse:
    """Add sentences at the end, or behind one."""
    desk = desk_or_404(request, pk, remarks_pk)
    desk.must_own()
    after = request.POST.get("after", "")
    place = int(after) if after.isdecimal() else desk.remarks.segments.count()
    try:
        added = sentences.add(desk.remarks.pk, place, request.POST.get("source", ""), by=request.user)
    except NotPossible:
        return desk.whole(status=422, conflict=_("Write the sentence first."))
    return desk.done(added[0].pk)


def _change(request: OfficerRequest, segment_pk: int) -> int | None:
    """Do what the button says and return the sentence to be open then."""
    do, by = request.POST.get("do", ""), request.user
    revision = request.POST.get("revision", "")
    seen = int(revision) if revision.isdecimal() else 0
    body = request.POST.get("source", "").replace("\r\n", "\n")
    if do == "split":
        at = request.POST.get("at", "")
        cut = int(at) if at.isdecimal() and int(at) else body.strip().find("\n") + 1
        return sentences.split(segment_pk, body[:cut], body[cut:], seen=seen, by=by).pk
    if do == "join":
        return sentences.join(segment_pk, seen=seen, by=by).pk
    if do == "edit":
        return sentences.edit(segment_pk, body, seen=seen, by=by).pk
    if do in ("up", "down"):
        return sentences.move(segment_pk, -1 if do == "up" else 1, by=by).pk
    if do == "delete":
        sentences.delete(segment_pk, seen=seen, by=by)
        return None
    raise Http404


def _not_possible(do: str) -> str:
    told = {
        "split": _("Put the cursor, or a line break, where the sentence is to be cut."),
        "join": _("This is the last sentence: there is none to join it with."),
        "edit": _("A sentence cannot be empty. Delete it instead."),
    }
    return told.get(do, _("The sentence is already at the end."))


def _segment(desk: Desk, pk: int) -> Segment:
    rows = Segment.objects.filter(remarks=desk.remarks).select_related("text")
    segment = rows.filter(pk=pk).first()
    if segment is None:
        raise Http404
    return segment


def _decide(desk: Desk, segment: Segment, body: str, status: str) -> None:
    decide(
        segment.text_id,
        desk.language,
        body,
        status,
        by=desk.request.user,
        seen=desk.request.POST.get("seen", ""),
        concepts=desk.concepts,
    )
    bump(desk.remarks)


def _kept(desk: Desk, segment: Segment) -> bool:
    """Keep as a draft what was typed and not saved; False if someone else was faster."""
    body = " ".join(desk.request.POST.get("body", "").split())
    held = segment.text.renditions.filter(language=desk.language).first()
    if body == (held.body if held else ""):
        return True
    try:
        _decide(desk, segment, body, Status.DRAFT)
    except Overtaken:
        return False
    return True


def _overtaken(desk: Desk, segment: Segment) -> HttpResponse:
    """Show what the other officer saved, and beside it what was typed here: nothing is lost."""
    return _again(desk, segment, desk.request.POST.get("body", ""), status=409, overtaken=True)


def _again(
    desk: Desk,
    segment: Segment,
    body: str,
    *,
    status: int = 422,
    refused: bool = False,
    empty: bool = False,
    overtaken: bool = False,
) -> HttpResponse:
    """Show the sentence open again, with what was typed and why it was not taken."""
    segment.text.refresh_from_db()
    told = {
        "typed": body,
        "typed_warnings": warned(segment.text, body, desk.language, desk.concepts) if body else (),
        "refused": refused,
        "empty": empty,
        "overtaken": overtaken,
    }
    if is_fragment(desk.request):
        return desk.rows(segment.pk, segment.pk, status=status, **told)
    return desk.whole(segment.pk, status=status, **told)
