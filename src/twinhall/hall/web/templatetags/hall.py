"""The parts that every page is made of. Nobody writes a mark, a clock or an icon by hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext, pgettext

from twinhall.hall.base import moments
from twinhall.hall.base.languages import ENDONYMS, Language
from twinhall.hall.cities.countries import COUNTRIES
from twinhall.hall.cities.models import City, CityName, Post
from twinhall.hall.cities.queries import name_of_city, title_of_post
from twinhall.hall.meetings.enums import Side
from twinhall.hall.meetings.models import Meeting, Participant
from twinhall.hall.people.models import Person
from twinhall.hall.people.queries import Called, name_of, own_name_of
from twinhall.hall.translation.enums import Origin, Status
from twinhall.hall.translation.models import Rendition, Text
from twinhall.hall.translation.queries import Reading, is_stale, reading

register = template.Library()

MARK_ICONS = {"approved": "badge-check", "machine": "cpu", "source": "audio-lines", "original": "pen"}
SIDES = {Side.HOST: "home", Side.PARTNER: "partner"}


@register.simple_tag
def icon(name: str) -> SafeString:
    """A drawing beside words; name is lucide's."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', static("icons.svg"), name
    )


@register.simple_tag
def source_url() -> str:
    """Where the source of this installation is to be had (AGPL, section 13), "" when nobody said."""
    url: str = settings.SOURCE_URL
    return url


@register.simple_tag
def side(which: str) -> SafeString:
    """The square of the host or the circle of the partner."""
    return format_html('<span class="side" data-side="{}"></span>', SIDES[Side(which)])


# ── provenance ───────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class Provenance:
    """What a mark says. kind: approved, machine, source, original."""

    kind: str
    origin: str
    words: str
    more: str  # who answers for it, or which engine made it
    engine: str = ""
    reviewer: str = ""


@register.simple_tag
def mark(shown: Reading | Rendition | None) -> SafeString:
    """The mark of a text, decided by the text alone; nothing for what a person is still writing."""
    told = provenance(shown)
    if told is None:
        return SafeString()
    return format_html(
        '<span class="mark" data-origin="{}" data-made="{}" data-engine="{}"'
        ' data-reviewer="{}" title="{}">{}{}</span>',
        told.kind,
        told.origin,
        told.engine,
        told.reviewer,
        told.more,
        icon(MARK_ICONS[told.kind]),
        told.words,
    )


def provenance(shown: Reading | Rendition | None) -> Provenance | None:
    """Return what a mark has to say of a text, or None where there is nothing to mark."""
    if shown is None:
        return None
    if shown.origin == "original":
        return Provenance("original", "original", pgettext("mark", "Original"), "")
    if shown.status == Status.APPROVED:
        name = shown.reviewer if isinstance(shown, Reading) else shown.reviewer_name
        more = gettext("Approved by %(name)s") % {"name": name} if name else ""
        return Provenance("approved", shown.origin, gettext("Approved translation"), more, shown.engine, name)
    if shown.origin == Origin.MACHINE:
        words = gettext("Machine translation · not reviewed")
        return Provenance("machine", shown.origin, words, shown.engine, shown.engine)
    return None


@register.simple_tag
def status(shown: Rendition | str | None, text: Text | None = None) -> SafeString:
    """Where a translation stands: draft, reviewed, approved, or stale when its text has moved on."""
    if isinstance(shown, Rendition):
        kind = "stale" if text is not None and is_stale(shown, text) else str(shown.status)
    else:
        kind = shown or "draft"
    words = gettext("Original changed") if kind == "stale" else Status(kind).label
    return format_html('<span class="status" data-status="{}">{}</span>', kind, words)


@register.simple_tag
def progress(pieces: Iterable[str]) -> SafeString:
    """A piece a sentence, in order ("approved", "reviewed", "stale" or ""), and the count in words."""
    shown = list(pieces)
    done = sum(piece == Status.APPROVED for piece in shown)
    bits = format_html_join("", '<i data-status="{}"></i>', ((piece,) for piece in shown[:200]))
    words = ngettext(
        "%(done)s of %(total)s sentence approved", "%(done)s of %(total)s sentences approved", len(shown)
    ) % {"done": done, "total": len(shown)}
    dense = " dense" if len(shown) > 10 else ""
    return format_html(
        '<div class="progress"><span class="bar{}" aria-hidden="true">{}</span><span>{}</span></div>',
        dense,
        bits,
        words,
    )


# ── words in their own language ──────────────────────────────────────────────────────────────────
@register.filter
def in_lang(called: Any) -> SafeString:
    """Words with their language, where it is not the page's: a Called, Reading, CityName or title."""
    if called is None:
        return SafeString()
    words = next(
        getattr(called, name) for name in ("text", "title", "full", "body", "name") if hasattr(called, name)
    )
    if called.language == get_language():
        return format_html("{}", words)
    return format_html('<span lang="{}">{}</span>', called.language, words)


@register.filter
def read(text: Text) -> SafeString:
    """A title as the reader's language has it: approved, else the original."""
    return in_lang(reading(text, get_language() or Language.EN))


@register.filter
def reading_of(text: Text) -> Reading:
    return reading(text, get_language() or Language.EN)


@register.filter
def city_name(city: City) -> SafeString:
    """오산시"""
    return in_lang(_name(city))


@register.filter
def city_short(city: City) -> SafeString:
    """오산"""
    name = _name(city)
    return in_lang(Called(name.short, name.language))


@register.filter
def city_other(city: City) -> SafeString:
    """The short name in the city's own language, where it differs from what the reader sees."""
    own = name_of_city(city, city.language)
    if own.language == get_language() or own.short == _name(city).short:
        return SafeString()
    return format_html('<span class="muted" lang="{}">{}</span>', own.language, own.short)


@register.filter
def country(city: City) -> str:
    return str(COUNTRIES.get(city.country, city.country))


@register.filter
def full_date(moment: date | None) -> str:
    """2025년 7월 1일"""
    return moments.full_date(moment) if moment else ""


@register.filter
def title_of(participant: Participant) -> SafeString:
    """오산시장, or nothing for who has no post."""
    return in_lang(title_of_post(participant.post, get_language() or Language.EN))


@register.filter
def post_title(post: Post) -> SafeString:
    return in_lang(title_of_post(post, get_language() or Language.EN))


@register.filter
def person_name(person: Person) -> SafeString:
    return format_html('<span class="keep" translate="no">{}</span>', in_lang(_called(person)))


@register.filter
def language_name(tag: str) -> str:
    """Korean, in the reader's language."""
    return str(Language(tag).label)


@register.filter
def endonym(tag: str) -> str:
    """한국어"""
    return ENDONYMS[Language(tag)]


@register.filter
def name_other(person: Person) -> SafeString:
    """The name in its own script, or for who is read in their own script in Latin letters."""
    called, own, latin = _called(person), own_name_of(person), name_of(person, Language.EN)
    if own.text != called.text:
        return format_html(' <span class="name-other keep" lang="{}">{}</span>', own.language, own.text)
    if latin.text != called.text and latin.language == Language.EN:
        return format_html(' <span class="name-other keep" lang="en">{}</span>', latin.text)
    return SafeString()


@register.simple_tag
def plate(participant: Participant) -> SafeString:
    """A person first, then the title; the other script beside the name."""
    called, other = _called(participant.person), name_other(participant.person)
    return format_html(
        '<div class="plate"><p class="name" translate="no"><span class="keep">{}</span>{}</p>'
        '<p class="title">{}</p></div>',
        in_lang(called),
        other,
        title_of(participant),
    )


# ── time, always with its city ───────────────────────────────────────────────────────────────────
@register.simple_tag
def clocks(meeting: Meeting, ends_at: datetime | None = None, dated: bool = False) -> SafeString:
    """Both cities' clocks. Uses meeting.host and meeting.partner with names: prefetch them for lists.

    dated: write the day too; where both cities have the same day it stands once.
    """
    host_day = moments.in_zone(meeting.starts_at, meeting.host.timezone).date()
    rows = []
    for which, city in ((Side.HOST, meeting.host), (Side.PARTNER, meeting.partner)):
        start = moments.in_zone(meeting.starts_at, city.timezone)
        named = dated and (which == Side.HOST or start.date() != host_day)
        other_day = not dated and start.date() != host_day
        day = moments.short_day(start) + moments.NBSP if named or other_day else ""
        until = moments.clock(moments.in_zone(ends_at, city.timezone)) if ends_at else ""
        end = format_html(" <small>– {}</small>", until) if until else SafeString()
        zone = "" if dated else f" ({moments.offset(start)})"
        rows.append((side(which), city_short(city), zone, day, moments.clock(start), end))
    inner = format_html_join("", "<div><dt>{}{}{}</dt><dd>{}{}{}</dd></div>", rows)
    return format_html('<dl class="clocks">{}</dl>', inner)


@register.simple_tag
def city_time(moment: datetime, city: City) -> SafeString:
    """9월 17일 금 16:00 on that city's clock."""
    local = moments.in_zone(moment, city.timezone)
    return _time(local, f"{moments.short_day(local)}{moments.NBSP}{moments.clock(local)}")


@register.simple_tag
def city_clock(moment: datetime, city: City) -> SafeString:
    """16:00"""
    local = moments.in_zone(moment, city.timezone)
    return _time(local, moments.clock(local))


@register.simple_tag
def city_day(moment: datetime, city: City) -> SafeString:
    """2021년 9월 17일 금요일"""
    local = moments.in_zone(moment, city.timezone)
    return _time(local, moments.day(local))


@register.simple_tag
def countdown(moment: datetime, now: datetime) -> SafeString:
    """2 days 4 hours to go, the first number large; nothing once it has begun."""
    left = moment - now
    minutes = int(left.total_seconds() // 60)
    if minutes < 0:
        return SafeString()
    days, hours = minutes // 1440, minutes // 60 % 24
    if days:
        number, words = days, ngettext("day %(rest)s h to go", "days %(rest)s h to go", days)
    elif hours:
        number, words = hours, ngettext("hour %(rest)s min to go", "hours %(rest)s min to go", hours)
    else:
        number, words = minutes, ngettext("minute to go", "minutes to go", minutes)
    rest = hours if days else minutes % 60
    return format_html('<p class="figure-number">{}<small>{}</small></p>', number, words % {"rest": rest})


@register.simple_tag
def starts_in(moment: datetime, now: datetime | None = None) -> str:
    """Starts in 2 days 4 h"""
    minutes = max(0, int((moment - (now or timezone.now())).total_seconds() // 60))
    days, hours = minutes // 1440, minutes // 60 % 24
    if days:
        words = ngettext("Starts in %(days)s day %(hours)s h", "Starts in %(days)s days %(hours)s h", days)
        return words % {"days": days, "hours": hours}
    return gettext("Starts in %(hours)s h %(minutes)s min") % {"hours": hours, "minutes": minutes % 60}


@register.filter
def minutes_of(span: timedelta) -> str:
    """1 h 5 min"""
    minutes = round(span.total_seconds() / 60)
    hours, rest = divmod(minutes, 60)
    if hours:
        return gettext("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": rest}
    return gettext("%(minutes)s min") % {"minutes": rest}


@register.filter
def after_minutes(moment: datetime, minutes: int) -> datetime:
    return moment + timedelta(minutes=minutes)


@register.filter
def partial(value: str) -> str:
    """2002년 5월, for a date of which only a part may be known."""
    return moments.partial_date(value)


def _time(local: datetime, words: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), words)


def _name(city: City) -> CityName:
    return name_of_city(city, get_language() or Language.EN)


def _called(person: Person) -> Called:
    return name_of(person, get_language() or Language.EN)
