"""In whose hands remarks are: asking for a review, and saying that it is done."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from twinhall.hall.meetings.actions.reviews import NoReviewer, assign, finish, withdraw
from twinhall.hall.meetings.queries.reviews import review_of, reviewers_for
from twinhall.hall.web.desk import desk_or_404
from twinhall.hall.web.doors import OfficerRequest, officer_only


@officer_only
def reviewer(request: OfficerRequest, pk: int, remarks_pk: int) -> HttpResponse:
    """Who is asked to review these remarks in this language; POST asks them, or nobody."""
    desk = desk_or_404(request, pk, remarks_pk)
    if request.method == "POST":
        chosen = request.POST.get("reviewer", "")
        if request.POST.get("do") == "withdraw":
            withdraw(desk.remarks, desk.language)
            messages.info(request, _("Nobody is asked to review these remarks now."))
            return redirect(desk.address())
        try:
            review = assign(
                desk.remarks, desk.language, int(chosen) if chosen.isdecimal() else 0, by=request.user
            )
        except NoReviewer:
            messages.warning(request, _("Choose a person first."))
        else:
            words = _("%(name)s finds these remarks on their home page.")
            messages.success(request, words % {"name": review.reviewer.name})
            return redirect(desk.address())
    told = desk.told(
        review=review_of(desk.remarks, desk.language), officers=reviewers_for(desk.meeting), work=desk.work(0)
    )
    return render(request, "web/remarks/reviewer.html", told)


@officer_only
@require_POST
def review_done(request: OfficerRequest, pk: int, remarks_pk: int) -> HttpResponse:
    """The reviewer says that they have finished."""
    desk = desk_or_404(request, pk, remarks_pk)
    if not finish(desk.remarks, desk.language, by=request.user):
        raise PermissionDenied
    messages.success(request, _("The officers see that you have finished. Thank you."))
    return redirect(desk.address())
