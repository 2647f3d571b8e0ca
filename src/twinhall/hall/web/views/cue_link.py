"""A link with which a helper's phone puts the sentences on the screens by hand."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from twinhall.hall.meetings.actions.admission import seat_officer
from twinhall.hall.meetings.actions.invitations import invite, renew, revoke
from twinhall.hall.meetings.enums import LinkScope
from twinhall.hall.meetings.queries.cue_links import cue_link_of
from twinhall.hall.web.doors import OfficerRequest, meeting_or_404, officer_only
from twinhall.hall.web.links import address_of, qr


@never_cache
@officer_only
def cue_link(request: OfficerRequest, pk: int) -> HttpResponse:
    """The officer's own cue link: made, shown with its code, renewed, taken back. It opens nothing else."""
    meeting = meeting_or_404(request, pk)
    if request.method == "POST":
        seat = seat_officer(meeting, request.user)
        if "revoke" in request.POST:
            revoke(seat, scope=LinkScope.CUE)
        elif "renew" in request.POST:
            renew(seat, by=request.user, scope=LinkScope.CUE)
        else:
            invite(seat, by=request.user, scope=LinkScope.CUE)
        return redirect("cue-link", pk)
    invitation = cue_link_of(meeting, request.user)
    address = address_of(invitation) if invitation else ""
    told = {
        "section": "meetings",
        "meeting": meeting,
        "invitation": invitation,
        "address": address,
        "picture": qr(address) if address else "",
    }
    return render(request, "web/remarks/cue_link.html", told)
