"""The meetings of the officer's city."""

from django.http import HttpResponse
from django.shortcuts import render

from twinhall.hall.web.doors import OfficerRequest, meeting_or_404, officer_only


@officer_only
def meetings(request: OfficerRequest) -> HttpResponse:
    return render(request, "web/meetings/list.html", {"section": "meetings"})


@officer_only
def meeting(request: OfficerRequest, pk: int) -> HttpResponse:
    told = {"section": "meetings", "meeting": meeting_or_404(request, pk)}
    return render(request, "web/meetings/meeting.html", told)
