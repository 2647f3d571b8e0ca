"""The meetings of the officer's city: the list, a new one, one meeting, its title and time."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from twinhall.hall.cities.models import City, Relation
from twinhall.hall.cities.queries import relations_of
from twinhall.hall.meetings.actions.planning import (
    Changed,
    NotRemovable,
    change_meeting,
    delete_meeting,
    plan_meeting,
    seen_of_meeting,
    translate_title,
)
from twinhall.hall.meetings.forms import MeetingForm, moment_in
from twinhall.hall.meetings.queries.access import meetings_of, offices_of
from twinhall.hall.meetings.queries.planning import coming, with_names
from twinhall.hall.web.doors import OfficerRequest, officer_only
from twinhall.hall.web.meeting_page import MeetingPage


@officer_only
def meetings(request: OfficerRequest) -> HttpResponse:
    """Meetings to come, soonest first, and those that are over, latest first."""
    ours = meetings_of(request.user)
    ahead = coming(ours)
    past = with_names(ours.exclude(pk__in=[row.pk for row in ahead])).order_by("-starts_at", "-pk")
    told = {
        "section": "meetings",
        "ahead": ahead,
        "past": past,
        "may_plan": relations_of(request.city, offices_of(request.city)).exists(),
    }
    return render(request, "web/meetings/list.html", told)


@officer_only
def meeting(request: OfficerRequest, pk: int) -> HttpResponse:
    """Everything about one meeting, and how far it is prepared."""
    return MeetingPage(request, pk).part("web/meetings/meeting.html")


@officer_only
def meeting_new(request: OfficerRequest) -> HttpResponse:
    """Plan a meeting with a partner city; the officer's own city is the host."""
    ours = offices_of(request.city)
    choices = list(relations_of(request.city, ours))
    if not choices:
        return redirect("relations")
    relation = _chosen(request, choices)
    host, partner = _host_and_partner(relation, ours)
    form = MeetingForm(request.POST or None, zone=host.timezone, languages=_languages(host, partner))
    if request.method == "POST" and form.is_valid():
        starts_at = form.cleaned_data["starts_at"]
        made = plan_meeting(
            relation, host, form.wording(), starts_at, by=request.user, lobby=form.cleaned_data["lobby"]
        )
        _warn_of_the_past(request, starts_at)
        return redirect("meeting", made.pk)
    told = {
        "section": "meetings",
        "form": form,
        "relations": [(row, _host_and_partner(row, ours)[1]) for row in choices],
        "relation": relation,
        "host": host,
        "partner": partner,
        "starts_at": _start(request.POST.get("day"), request.POST.get("time"), host),
    }
    return render(request, "web/meetings/new.html", told, status=422 if form.errors else 200)


@officer_only
def meeting_clocks(request: OfficerRequest) -> HttpResponse:
    """Both cities' clocks for a day and an hour that are just being typed in."""
    ours = offices_of(request.city)
    host, partner = _host_and_partner(_chosen(request, list(relations_of(request.city, ours))), ours)
    if request.GET.get("turned"):  # an officer of the partner's reads a meeting held by the other city
        host, partner = partner, host
    told = {
        "host": host,
        "partner": partner,
        "starts_at": _start(request.GET.get("day"), request.GET.get("time"), host),
        "typed": request.GET.get("day") and request.GET.get("time"),
    }
    return render(request, "web/meetings/clocks_part.html", told)


@officer_only
def meeting_edit(request: OfficerRequest, pk: int) -> HttpResponse:
    """Change title and time; the partner's officer changes the title in their own language only."""
    page = MeetingPage(request, pk)
    if not page.host:
        return _translate(request, page)
    row = page.meeting
    form = MeetingForm(
        request.POST or None,
        zone=row.host.timezone,
        languages=page.languages,
        meeting=row,
        initial={"seen": seen_of_meeting(row)},
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            change_meeting(
                row, form.wording(), told["starts_at"], told["lobby"], by=request.user, seen=told["seen"]
            )
        except Changed:
            return _changed_meanwhile(page, form)
        _warn_of_the_past(request, told["starts_at"])
        messages.success(request, _("Saved."))
        return redirect("meeting", pk)
    if form.errors:
        status = 422
    return page.part("web/meetings/edit.html", form=form, starts_at=row.starts_at, status=status)


@require_POST
@officer_only
def meeting_delete(request: OfficerRequest, pk: int) -> HttpResponse:
    """Delete a meeting that was not held and for which nothing is written."""
    page = MeetingPage(request, pk)
    if not page.host:
        return page.part("web/meetings/host_only.html", status=403)
    try:
        delete_meeting(page.meeting)
    except NotRemovable:
        return page.part("web/meetings/kept.html", status=409)
    messages.success(request, _("The meeting was deleted."))
    return redirect("meetings")


def _translate(request: OfficerRequest, page: MeetingPage) -> HttpResponse:
    title, language = page.meeting.title, request.city.language
    if request.method == "POST" and language != title.language:
        words = " ".join(request.POST.get(f"title_{language}", "").split())[:200]
        translate_title(title, language, words, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("meeting", page.meeting.pk)
    known = {rendition.language: rendition.body for rendition in title.renditions.all()}
    return page.part(
        "web/meetings/translate_title.html",
        text=title,
        language=language,
        words=known.get(language, ""),
        back=page.meeting.pk,
    )


def _changed_meanwhile(page: MeetingPage, form: MeetingForm) -> HttpResponse:
    """Show what is stored now above what was typed; saving again then wins knowingly."""
    page.meeting.refresh_from_db()
    now = MeetingPage(page.request, page.meeting.pk)
    typed = page.request.POST.copy()
    typed["seen"] = seen_of_meeting(now.meeting)
    form.data = typed
    return now.part(
        "web/meetings/edit.html", form=form, starts_at=now.meeting.starts_at, conflict=True, status=409
    )


def _warn_of_the_past(request: HttpRequest, starts_at: datetime) -> None:
    if starts_at < timezone.now():
        messages.warning(request, _("The start lies in the past. Please check the date."))


def _chosen(request: HttpRequest, choices: list[Relation]) -> Relation:
    wanted = request.POST.get("relation") or request.GET.get("relation")
    return next((row for row in choices if str(row.pk) == wanted), choices[0])


def _host_and_partner(relation: Relation, ours: list[int]) -> tuple[City, City]:
    home, partner = relation.home, relation.partner
    return (home, partner) if relation.home_id in ours else (partner, home)


def _languages(host: City, partner: City) -> tuple[str, ...]:
    return tuple(dict.fromkeys((host.language, partner.language)))


def _start(day: str | None, time: str | None, host: City) -> datetime | None:
    try:
        typed = datetime.fromisoformat(f"{day}T{time}")
    except ValueError:
        return None
    return moment_in(typed.date(), typed.time(), ZoneInfo(host.timezone))
