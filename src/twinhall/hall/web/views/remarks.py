"""A speaker's remarks, sentence by sentence beside their translation."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from twinhall.hall.meetings.actions.past_remarks import NothingToUndo, undo
from twinhall.hall.meetings.actions.remarks import bump, open_remarks
from twinhall.hall.meetings.actions.reviews import begun
from twinhall.hall.meetings.models import AgendaSpeaker, Remarks
from twinhall.hall.meetings.queries.access import side_of
from twinhall.hall.translation.actions import NotAsShown, approve_reviewed
from twinhall.hall.translation.models import Text
from twinhall.hall.translation.queries.together import together
from twinhall.hall.web.desk import Desk, desk_or_404
from twinhall.hall.web.doors import OfficerRequest, is_fragment, meeting_or_404, officer_only


@officer_only
def of_speaker(request: OfficerRequest, pk: int, item_pk: int, seat_pk: int) -> HttpResponse:
    """Go to what a speaker will say in an item; where nothing is prepared, begin it."""
    meeting = meeting_or_404(request, pk)
    speaks = AgendaSpeaker.objects.filter(item__meeting=meeting, item=item_pk, participant=seat_pk)
    speaker = speaks.select_related("item", "participant").first()
    if speaker is None:
        raise Http404
    remarks = Remarks.objects.filter(item=item_pk, participant=seat_pk).first()
    if remarks is None:
        if request.method != "POST" or side_of(request.user, meeting) != speaker.participant.side:
            told = {
                "section": "meetings",
                "meeting": meeting,
                "speaker": speaker,
                "own": side_of(request.user, meeting) == speaker.participant.side,
            }
            return render(request, "web/remarks/none.html", told)
        remarks = open_remarks(speaker.item, speaker.participant)
        return redirect("remarks-import", meeting.pk, remarks.pk)
    return redirect("remarks", meeting.pk, remarks.pk)


@officer_only
@require_safe
def page(request: OfficerRequest, pk: int, remarks_pk: int) -> HttpResponse:
    """The editor; ?to= the language worked into, ?open= a sentence."""
    desk = desk_or_404(request, pk, remarks_pk)
    opened = request.GET.get("open", "")
    if not opened.isdecimal():
        return desk.whole()
    desk.turn_page(int(opened))
    return desk.whole(int(opened))


@officer_only
@require_POST
def undo_change(request: OfficerRequest, pk: int, remarks_pk: int) -> HttpResponse:
    """Take the last change of the sentences back."""
    desk = desk_or_404(request, pk, remarks_pk)
    desk.must_own()
    past = request.POST.get("past", "")
    try:
        undo(desk.remarks.pk, int(past) if past.isdecimal() else 0, by=request.user)
    except NothingToUndo:
        told = _("This can no longer be undone: the sentences were changed since.")
        return desk.whole(status=409, conflict=told)
    return desk.done()


@officer_only
def approve_all(request: OfficerRequest, pk: int, remarks_pk: int) -> HttpResponse:
    """What would be approved together, and what is left out and why; POST approves just that."""
    desk = desk_or_404(request, pk, remarks_pk)
    texts = Text.objects.filter(segment__remarks=desk.remarks)
    changed = False
    if request.method == "POST":
        try:
            done = approve_reviewed(
                texts,
                desk.language,
                by=request.user,
                concepts=desk.concepts,
                seen=request.POST.get("shown", ""),
            )
        except NotAsShown:
            changed = True
        else:
            return _approved(desk, len(done.ready))
    told = desk.told(together=together(texts, desk.language, desk.concepts), changed=changed)
    template = "approving" if is_fragment(request) else "approving_page"
    return render(request, f"web/remarks/{template}.html", told, status=409 if changed else 200)


def _approved(desk: Desk, count: int) -> HttpResponse:
    if count:
        bump(desk.remarks)
        begun(desk.remarks, desk.language, by=desk.request.user)
        told = ngettext("%(count)s sentence was approved.", "%(count)s sentences were approved.", count)
        messages.success(desk.request, told % {"count": count})
    return desk.done()
