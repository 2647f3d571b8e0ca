"""What officers say to each other about a sentence."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from twinhall.hall.meetings.actions.reviews import begun
from twinhall.hall.translation.actions import NothingSaid, comment, settle
from twinhall.hall.translation.models import Text
from twinhall.hall.translation.queries.talk import talk_about
from twinhall.hall.web.desk import desk_or_404
from twinhall.hall.web.doors import OfficerRequest, is_fragment, officer_only
from twinhall.hall.web.open_sentence import segment_or_404


@officer_only
def comments(request: OfficerRequest, pk: int, remarks_pk: int, segment_pk: int) -> HttpResponse:
    """The comments on a sentence; POST adds one, or settles those that were shown."""
    desk = desk_or_404(request, pk, remarks_pk)
    segment = segment_or_404(desk, segment_pk)
    empty = False
    if request.method == "POST":
        empty = not _said(request, desk.language, segment.text)
        begun(desk.remarks, desk.language, by=request.user)
        if not is_fragment(request) and not empty:
            return redirect(desk.address(segment.pk))
    talk = talk_about(segment.text, desk.language)
    told = desk.told(segment=segment, talk=talk, nothing_said=empty)
    told |= {
        "unsaid": request.POST.get("comment", "") if empty else "",
        "posted": request.method == "POST",
        "open_talk": sum(said.settled_at is None for said in talk),
    }
    template = "comments" if is_fragment(request) else "comments_page"
    return render(request, f"web/remarks/{template}.html", told, status=422 if empty else 200)


def _said(request: OfficerRequest, language: str, text: Text) -> bool:
    """Settle or add; False for a comment that says nothing or too much."""
    upto = request.POST.get("upto", "")
    if request.POST.get("do") == "settle":
        if upto.isdecimal():
            settle(text, language, upto=int(upto), by=request.user)
        return True
    try:
        comment(text, language, request.POST.get("comment", ""), by=request.user)
    except NothingSaid:
        return False
    return True
