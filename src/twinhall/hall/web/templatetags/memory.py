"""What the translation memory has for a sentence, in words: how like it is, where it comes from."""

from collections.abc import Collection, Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from twinhall.hall.base import moments
from twinhall.hall.base.languages import Language
from twinhall.hall.cities.models import City
from twinhall.hall.meetings.models import Meeting
from twinhall.hall.meetings.queries.access import relations_of
from twinhall.hall.meetings.queries.memory import fillable, memory_for
from twinhall.hall.meetings.queries.remarks import Row
from twinhall.hall.translation.actions import Outcome
from twinhall.hall.translation.models import MemoryPair
from twinhall.hall.translation.queries import reading
from twinhall.hall.translation.queries.memory import Suggestion
from twinhall.hall.web.desk import Desk
from twinhall.hall.web.templatetags.hall import in_lang
from twinhall.language.memory import Mark, Match, MatchKind
from twinhall.language.tmx import BadTmx, Damage, Fault, Rejected

register = template.Library()

EDITS = {"gone": "del", "new": "ins"}


@register.simple_tag
def memory_of(row: Row, desk: Desk) -> list[Suggestion] | None:
    """The pairs like a sentence that this officer may see; None while the memory is read."""
    return memory_for(row.segment, desk.language, relations_of(desk.request.user))


@register.simple_tag
def fill_words(desk: Desk) -> str:
    """How many untranslated sentences the memory has word for word; "" for none, or while it is read."""
    found = fillable(desk.remarks, desk.language, relations_of(desk.request.user))
    count = len(found.texts) if found else 0
    told = ngettext(
        "The translation memory has %(count)s untranslated sentence word for word.",
        "The translation memory has %(count)s untranslated sentences word for word.",
        count,
    )
    return told % {"count": count} if count else ""


@register.filter
def compared(marks: Iterable[Mark]) -> SafeString:
    """What stands only in the memory struck out, what stands only here set off; figures strongly."""
    return SafeString("".join(map(_piece, marks)))


@register.filter
def kept_by(pair: MemoryPair, changeable: Collection[int]) -> bool:
    """True when the officer keeps the pairs of these relations; 0 stands for everyone's."""
    return (pair.relation_id or 0) in changeable


@register.simple_tag
def likeness(match: Match) -> str:
    """Translation memory 84%: and whether it is of the very sentence."""
    told = {
        MatchKind.CONTEXT: gettext("Translation memory 100%%: the same sentence after the same sentence"),
        MatchKind.EXACT: gettext("Translation memory 100%%: the same sentence"),
        MatchKind.FUZZY: gettext("Translation memory %(score)s%%"),
    }
    return told[match.kind] % {"score": match.score}


@register.simple_tag
def source_of_pair(pair: MemoryPair, meeting: Meeting) -> SafeString:
    """From which meeting or file, who approved it, and when, on the clock of this meeting's host."""
    return whence_pair(pair, meeting.host.timezone)


@register.simple_tag
def home_of_pair(pair: MemoryPair, city: City) -> SafeString:
    """From which meeting or file, who approved it, and when, on the clock of the reader's city."""
    return whence_pair(pair, city.timezone)


@register.simple_tag
def new_pairs(outcome: Outcome) -> SafeString:
    """How many pairs of which languages a file would bring, a line each."""
    lines = []
    for (source, target), count in outcome.new.items():
        told = ngettext("%(from)s–%(to)s: %(count)s pair", "%(from)s–%(to)s: %(count)s pairs", count)
        names = {"from": Language(source).label, "to": Language(target).label}
        lines.append((told % (names | {"count": count}),))
    return format_html_join("", "<li>{}</li>", lines)


@register.simple_tag
def why_not(rejected: Rejected) -> str:
    """Line 12 has no two languages of this hall (ko)."""
    told = {
        Fault.ONE_LANGUAGE: gettext("Line %(line)s has no two languages of this hall (%(detail)s)."),
        Fault.NO_LANGUAGE: gettext("Line %(line)s does not say in which language it is."),
        Fault.SAME_LANGUAGE: gettext("Line %(line)s has two texts in one language (%(detail)s)."),
        Fault.EMPTY: gettext("Line %(line)s has no words (%(detail)s)."),
        Fault.TOO_LONG: gettext("Line %(line)s has %(detail)s letters and is no sentence."),
        Fault.ENTITY: gettext("Line %(line)s holds a sign that only another file explains (%(detail)s)."),
    }
    return told[rejected.fault] % {"line": rejected.line, "detail": rejected.detail or "–"}


@register.simple_tag
def why_unreadable(bad: BadTmx) -> str:
    """Why a file is not read at all."""
    told = {
        Damage.NOT_TMX: gettext("It is an XML file, but not a translation memory (TMX)."),
        Damage.BROKEN: gettext("It is damaged or cut off at line %(line)s: %(detail)s."),
        Damage.ENTITIES: gettext(
            "The file declares entities of its own, which is not safe. Save it without them."
        ),
        Damage.ENCODING: gettext("Its characters cannot be read. Save it as UTF-8 or UTF-16."),
    }
    return told[bad.damage] % {"line": bad.line, "detail": bad.detail}


def whence_pair(pair: MemoryPair, zone: str) -> SafeString:
    """Return where a pair comes from; the day is that of a time zone."""
    when = moments.full_date(moments.in_zone(pair.approved_at, zone)) if pair.approved_at else ""
    where: SafeString | str = pair.file_name
    if pair.occasion is not None:
        where = in_lang(reading(pair.occasion, get_language() or Language.EN))
    words = {"where": where, "name": pair.approver_name, "day": when}
    places = {name: f"{{{name}}}" for name in words}
    if pair.file_name:
        told = gettext("from the file %(where)s · %(name)s, %(day)s")
        if not (pair.approver_name and when):
            told = gettext("from the file %(where)s")
    elif where:
        told = gettext("%(where)s · approved by %(name)s, %(day)s")
        told = told if pair.approver_name else gettext("%(where)s · approved, %(day)s")
    else:
        told = gettext("approved by %(name)s, %(day)s")
    return format_html(told % places, **words)


def _piece(mark: Mark) -> SafeString:
    words = format_html("<b>{}</b>", mark.text) if mark.number else format_html("{}", mark.text)
    if mark.kind in EDITS:
        return format_html("<{0}>{1}</{0}>", SafeString(EDITS[mark.kind]), words)
    return words
