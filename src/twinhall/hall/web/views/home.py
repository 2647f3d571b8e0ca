"""The officer's first page: what comes next and what waits for them."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from twinhall.hall.cities.queries import relations_of
from twinhall.hall.meetings.queries.access import meetings_of, offices_of
from twinhall.hall.meetings.queries.planning import coming, waiting_for
from twinhall.hall.meetings.queries.reviews import waiting_reviews
from twinhall.hall.web.doors import OfficerRequest, officer_only
from twinhall.hall.web.views.relations import partner_of

LOOKED_AT = 3  # meetings whose preparation is counted on the first page


@officer_only
def home(request: OfficerRequest) -> HttpResponse:
    """The next meeting, what is left to do for the coming ones, and the partner cities."""
    ours = offices_of(request.city)
    ahead = coming(meetings_of(request.user))
    waiting = waiting_for(ahead[:LOOKED_AT], ours)
    reviews = waiting_reviews(request.user)
    told = {
        "section": "home",
        "next": waiting[0] if waiting else None,
        "waiting": waiting,
        "todo": sum(row.things for row in waiting) + len(reviews),
        "reviews": reviews,
        "relations": [(row, partner_of(row, ours)) for row in relations_of(request.city, ours)],
        "now": timezone.now(),
        "soon": timezone.now() + timedelta(days=2),
    }
    return render(request, "web/home/home.html", told)
