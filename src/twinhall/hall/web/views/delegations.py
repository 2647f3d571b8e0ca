"""Who takes part on the officer's side, and how the other side's names are written here."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from twinhall.hall.cities.actions import add_person, change_person
from twinhall.hall.cities.models import City, Post
from twinhall.hall.cities.queries import title_of_post
from twinhall.hall.meetings.actions.delegations import (
    SeatTaken,
    change_seat,
    give_up_seat,
    move_seat,
    take_seat,
)
from twinhall.hall.meetings.actions.planning import NotRemovable
from twinhall.hall.meetings.actions.room_copy import edited
from twinhall.hall.meetings.enums import Side
from twinhall.hall.meetings.forms import NamesForm, SeatForm
from twinhall.hall.meetings.models import Participant
from twinhall.hall.meetings.queries.access import city_of_side
from twinhall.hall.people.queries import name_of
from twinhall.hall.web.doors import OfficerRequest, is_fragment, officer_only
from twinhall.hall.web.meeting_page import MeetingPage


@officer_only
def seat_new(request: OfficerRequest, pk: int) -> HttpResponse:
    """Seat someone on a side this officer keeps: known at the city, or new to it."""
    page = MeetingPage(request, pk)
    side = Side.PARTNER if request.GET.get("side") == Side.PARTNER else Side.HOST
    side = side if side in page.kept else page.side
    city = city_of_side(page.meeting, side)
    form = SeatForm(
        request.POST or None, posts=_free_posts(page, city), languages=page.languages, own=city.language
    )
    status = 422 if form.errors else 200
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        post = form.chosen() or add_person(city, told["language"], form.names(), form.titles())
        try:
            take_seat(
                page.meeting,
                post.person,
                side=side,
                role=told["role"],
                language=told["language"],
                post=post,
            )
        except SeatTaken:
            status = 409
            form.add_error("post", _("This person has a seat in the meeting already."))
        else:
            return redirect("meeting", pk)
    return page.part("web/meetings/seat.html", form=form, city=city, side=side, ours=True, status=status)


@officer_only
def seat_edit(request: OfficerRequest, pk: int, seat_pk: int) -> HttpResponse:
    """Change names, titles, role; of the other side's people only how they are written in our language."""
    page = MeetingPage(request, pk)
    seat = page.seat_or_404(seat_pk, ours=False)
    ours = seat.side in page.kept
    languages = page.languages if ours else (request.city.language,)
    form = NamesForm(
        request.POST or None, languages=languages, own=seat.language, ours=ours, initial=_known(seat)
    )
    if request.method == "POST" and form.is_valid():
        if seat.post is not None:
            change_person(seat.post, seat.person.language, form.names(), form.titles())
        if ours:
            change_seat(seat, role=form.cleaned_data["role"], language=form.cleaned_data["language"])
        edited(pk)
        messages.success(request, _("Saved."))
        return redirect("meeting", pk)
    return page.part(
        "web/meetings/seat.html", form=form, seat=seat, ours=ours, status=422 if form.errors else 200
    )


@require_POST
@officer_only
def seat_move(request: OfficerRequest, pk: int, seat_pk: int) -> HttpResponse:
    """Change places with the neighbour in the order of precedence."""
    page = MeetingPage(request, pk)
    move_seat(page.seat_or_404(seat_pk, ours=True), up="up" in request.POST)
    return _delegations(page)


@require_POST
@officer_only
def seat_remove(request: OfficerRequest, pk: int, seat_pk: int) -> HttpResponse:
    """Take someone off the delegation, unless they have written remarks or were in the hall."""
    page = MeetingPage(request, pk)
    try:
        give_up_seat(page.seat_or_404(seat_pk, ours=True))
    except NotRemovable:
        words = _("This person has written remarks or was in the hall. The seat is kept.")
        if not is_fragment(request):
            messages.warning(request, words)
            return redirect("meeting", pk)
        return page.part("web/meetings/delegations_part.html", refused=words, status=409)
    return _delegations(page)


def _delegations(page: MeetingPage) -> HttpResponse:
    if is_fragment(page.request):
        return page.part("web/meetings/delegations_part.html")
    return redirect("meeting", page.meeting.pk)


def _free_posts(page: MeetingPage, city: City) -> list[tuple[Post, str]]:
    """Posts of the city now held by people without a seat here, as they are called."""
    seated = {seat.person_id for seat in page.seats}
    rows = Post.objects.filter(city=city).select_related("person", "city").order_by("precedence", "pk")
    language, today = get_language() or "en", timezone.localdate()
    free = []
    for post in rows.prefetch_related("person__names", "titles"):
        if post.person_id in seated or (post.valid_until and post.valid_until <= today):
            continue
        title = title_of_post(post, language)
        name = name_of(post.person, language).text
        free.append((post, " · ".join(filter(None, (name, title.title if title else "")))))
    return free


def _known(seat: Participant) -> dict[str, str]:
    known = {"role": seat.role, "language": seat.language}
    known |= {f"name_{name.language}": name.name for name in seat.person.names.all()}
    if seat.post is not None:
        known |= {f"title_{title.language}": title.title for title in seat.post.titles.all()}
    return known
