"""What the pages of the termbase are made of."""

from django import template
from django.forms import BoundField, Select
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from twinhall.hall.base import moments
from twinhall.hall.meetings.queries.term_places import AS_THE_FILE_SAYS
from twinhall.hall.people.models import User
from twinhall.hall.translation.enums import Scope
from twinhall.hall.translation.queries import Entry, Spoken
from twinhall.hall.web.where_terms_hold import Places, pair_of

register = template.Library()


@register.simple_tag
def term_field(field: BoundField, language: str = "") -> SafeString:
    """A field under its label, which tells those who hear the page the language too; its errors below."""
    aloud = format_html('<span class="unseen"> ({})</span>', language) if language else ""
    errors = format_html_join("", '<p class="error">{}</p>', ((error,) for error in field.errors))
    return format_html(
        '<div class="field"><label for="{}">{}{}</label>{}{}</div>',
        field.id_for_label,
        field.label,
        aloud,
        field.as_widget(),
        errors,
    )


@register.simple_tag
def former(spoken: Spoken) -> SafeString:
    """Until 1 July 2025: Quảng Nam · tỉnh Quảng Nam; a line for each day."""
    told = gettext("until %(day)s: %(form)s") % {"day": "{day}", "form": "{form}"}
    lines = []
    for until in dict.fromkeys(day for _, day in spoken.earlier):
        forms = " · ".join(form for form, day in spoken.earlier if day == until)
        marked = format_html('<span lang="{}"{}>{}</span>', spoken.language, _strong(spoken), forms)
        lines.append((format_html(told, day=moments.full_date(until), form=marked),))
    return format_html_join("", '<span class="small muted former">{}</span>', lines)


def _strong(spoken: Spoken) -> SafeString:
    """A city that was merged has no other name."""
    return SafeString("" if spoken.agreed else ' class="strong"')


@register.simple_tag
def where_it_holds(entry: Entry) -> str:
    """Everywhere, between two cities, in one meeting of theirs."""
    if entry.relation is None:
        return str(Scope(entry.scope).label)
    if entry.scope == Scope.MEETING:
        return gettext("%(cities)s, in one meeting") % {"cities": pair_of(entry.relation)}
    return pair_of(entry.relation)


@register.simple_tag
def may_change(entry: Entry, user: User) -> str:
    """The address at which this officer changes the entry, "" where they may not."""
    if entry.named is not None:
        return reverse("term-name", args=(str(entry.named.kind), entry.named.key))
    return reverse("term", args=(entry.pk,)) if entry.relation or user.is_administrator else ""


@register.simple_tag
def change_words(entry: Entry) -> str:
    """Change: 오산"""
    forms = [form for s in entry.languages for form in (*s.agreed, *(form for form, _ in s.earlier))]
    return gettext("Change: %(form)s") % {"form": next(iter(forms), "")}


@register.simple_tag
def agreed_in(entry: Entry, language: str) -> str:
    """오산 · 오산시"""
    spoken = next((s for s in entry.languages if s.language == language), None)
    if spoken is None:
        return ""
    return " · ".join(spoken.agreed or (form for form, _ in spoken.earlier))


@register.simple_tag
def place_select(places: Places, chosen: str, described_by: str) -> SafeString:
    """Where the terms of a file are to hold: where each says, or in one place for all."""
    choices = [(AS_THE_FILE_SAYS, gettext("Where the file says for each term")), *places.choices]
    told = {"class": "select", "id": "id_holds", "aria-describedby": described_by}
    return Select(told, choices).render("holds", chosen)
