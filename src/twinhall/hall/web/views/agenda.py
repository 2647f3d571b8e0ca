"""The order of a meeting: items added, changed, moved, taken off. The host's officer keeps it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from twinhall.hall.meetings.actions.planning import (
    Changed,
    NotRemovable,
    add_item,
    change_item,
    move_item,
    remove_item,
    seen_of_item,
    translate_title,
)
from twinhall.hall.meetings.forms import ItemForm
from twinhall.hall.meetings.models import AgendaItem
from twinhall.hall.web.doors import OfficerRequest, is_fragment, officer_only
from twinhall.hall.web.meeting_page import MeetingPage


@officer_only
def item_new(request: OfficerRequest, pk: int) -> HttpResponse:
    """A form for one more item; added at the end."""
    page = MeetingPage(request, pk)
    if not page.host:
        return page.part("web/meetings/host_only.html", status=403)
    form = ItemForm(request.POST or None, languages=page.languages, seats=page.seats)
    if request.method == "POST" and form.is_valid():
        add_item(page.meeting, form.plan(), by=request.user)
        return redirect("meeting", pk)
    return page.part("web/meetings/item.html", form=form, status=422 if form.errors else 200)


@officer_only
def item_edit(request: OfficerRequest, pk: int, item_pk: int) -> HttpResponse:
    """Change one item; the partner's officer writes its title in their own language."""
    page = MeetingPage(request, pk)
    item = page.item_or_404(item_pk)
    if not page.host:
        return _translate(request, page, item)
    form = ItemForm(
        request.POST or None,
        languages=page.languages,
        seats=page.seats,
        item=item,
        initial={"seen": seen_of_item(item)},
    )
    status, conflict = 422 if form.errors else 200, None
    if request.method == "POST" and form.is_valid():
        try:
            change_item(item, form.plan(), by=request.user, seen=form.cleaned_data["seen"])
        except Changed:
            status, conflict = 409, page.item_or_404(item_pk)
            typed = request.POST.copy()
            typed["seen"] = seen_of_item(conflict)
            form.data = typed
        except NotRemovable:
            status = 409
            form.add_error(None, _("Someone you took off has written remarks for this item."))
        else:
            return redirect("meeting", pk)
    return page.part("web/meetings/item.html", form=form, item=item, conflict=conflict, status=status)


@require_POST
@officer_only
def item_move(request: OfficerRequest, pk: int, item_pk: int) -> HttpResponse:
    """Change places with the item before or after."""
    page = MeetingPage(request, pk)
    if not page.host:
        return page.part("web/meetings/host_only.html", status=403)
    move_item(page.item_or_404(item_pk), up="up" in request.POST)
    return _agenda(page)


@require_POST
@officer_only
def item_remove(request: OfficerRequest, pk: int, item_pk: int) -> HttpResponse:
    """Take an item off the agenda, unless remarks are written for it."""
    page = MeetingPage(request, pk)
    if not page.host:
        return page.part("web/meetings/host_only.html", status=403)
    try:
        remove_item(page.item_or_404(item_pk))
    except NotRemovable:
        words = _("Remarks are written for this item, or it is being held now. It stays on the agenda.")
        if not is_fragment(request):
            messages.warning(request, words)
            return redirect("meeting", pk)
        return page.part("web/meetings/agenda_part.html", refused=words, status=409)
    return _agenda(page)


def _agenda(page: MeetingPage) -> HttpResponse:
    if is_fragment(page.request):
        return page.part("web/meetings/agenda_part.html")
    return redirect("meeting", page.meeting.pk)


def _translate(request: OfficerRequest, page: MeetingPage, item: AgendaItem) -> HttpResponse:
    language = request.city.language
    if request.method == "POST" and language != item.title.language:
        words = " ".join(request.POST.get(f"title_{language}", "").split())[:200]
        translate_title(item.title, language, words, by=request.user)
        return redirect("meeting", page.meeting.pk)
    known = {rendition.language: rendition.body for rendition in item.title.renditions.all()}
    return page.part(
        "web/meetings/translate_title.html", text=item.title, language=language, words=known.get(language, "")
    )
