"""Partner cities."""

from django.http import HttpResponse
from django.shortcuts import render

from twinhall.hall.web.doors import OfficerRequest, officer_only


@officer_only
def relations(request: OfficerRequest) -> HttpResponse:
    return render(request, "web/cities/relations.html", {"section": "cities"})
