"""One sentence of remarks: opening it, its translation, its words."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from twinhall.hall.meetings.actions import remarks as sentences
from twinhall.hall.meetings.actions.remarks import NotPossible, SentenceMoved
from twinhall.hall.meetings.queries.remarks import with_agreed_forms
from twinhall.hall.translation.actions import NothingWritten, NumbersOpen, Overtaken, TermsOpen
from twinhall.hall.translation.enums import Status
from twinhall.hall.web.desk import desk_or_404
from twinhall.hall.web.doors import OfficerRequest, is_fragment, officer_only
from twinhall.hall.web.open_sentence import again, decided, keep_typed, overtaken, segment_or_404

STEPS = {"next": 1, "previous": -1}


@officer_only
@require_POST
def turn_to(request: OfficerRequest, pk: int, remarks_pk: int, segment_pk: int) -> HttpResponse:
    """Open a sentence, or close it; what was typed into the one that was open is kept as a draft."""
    desk = desk_or_404(request, pk, remarks_pk)
    left = request.POST.get("row", "")
    was = segment_or_404(desk, int(left)) if left.isdecimal() else None
    theirs_stays = bool(request.POST.get("overtaken"))  # the officer has seen both and saved neither
    if was and not theirs_stays and not keep_typed(desk, was):
        return overtaken(desk, was)
    close = request.POST.get("do") == "close"
    opened = None if close else segment_or_404(desk, segment_pk).pk
    if not is_fragment(request):
        return redirect(desk.address(opened))
    shown = [segment_pk] + ([was.pk] if was and was.pk != segment_pk else [])
    return desk.rows(opened, *shown)


@officer_only
@require_POST
def rendition(request: OfficerRequest, pk: int, remarks_pk: int, segment_pk: int) -> HttpResponse:
    """Save, review or approve a translation; then stay, or go on to the next sentence."""
    desk = desk_or_404(request, pk, remarks_pk)
    segment = segment_or_404(desk, segment_pk)
    body, do = request.POST.get("body", ""), request.POST.get("do", "")
    if do == "terms":
        fixed = with_agreed_forms(segment.text, body, desk.language, desk.concepts)
        return again(desk, segment, fixed, status=200)
    wanted, _sep, after = do.partition("-")
    if wanted not in Status.values:
        raise Http404
    try:
        decided(desk, segment, body, wanted)
    except Overtaken:
        return overtaken(desk, segment)
    except TermsOpen:
        return again(desk, segment, body, refused=True)
    except NumbersOpen:
        return again(desk, segment, body, unlooked=True)
    except NothingWritten:
        return again(desk, segment, body, empty=True)
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
    segment_or_404(desk, segment_pk)
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
