"""The officer's first page."""

from django.http import HttpResponse
from django.shortcuts import render

from twinhall.hall.web.doors import OfficerRequest, officer_only


@officer_only
def home(request: OfficerRequest) -> HttpResponse:
    return render(request, "web/home/home.html", {"section": "home"})
