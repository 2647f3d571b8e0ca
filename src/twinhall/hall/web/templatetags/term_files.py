"""What the preview of a file of terms is made of."""

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from twinhall.hall.base.languages import Language
from twinhall.hall.meetings.models import TermsImport
from twinhall.hall.meetings.queries.term_forms import Change
from twinhall.hall.meetings.queries.terms_intake import Fate, Planned, TermsPlan
from twinhall.hall.translation.enums import ConceptKind
from twinhall.hall.web.term_file_words import part_words, value_words, why_left_out
from twinhall.language.interchange.term_values import Rejected
from twinhall.language.terms import Standing

register = template.Library()


@register.simple_tag
def whence_terms(row: TermsImport, plan: TermsPlan) -> str:
    """용어.csv · CSV, read as CP949"""
    told = {"name": row.file_name, "kind": plan.file.format, "encoding": plan.file.encoding}
    if told["encoding"]:
        return gettext("%(name)s · %(kind)s, read as %(encoding)s") % told
    return gettext("%(name)s · %(kind)s") % told


@register.simple_tag
def fate_words(fate: str, count: int) -> str:
    """New 12"""
    words = {
        Fate.NEW: gettext("New %(count)s"),
        Fate.CHANGED: gettext("Changed %(count)s"),
        Fate.SAME: gettext("As before %(count)s"),
        Fate.CONFLICT: gettext("Kept otherwise %(count)s"),
    }
    return words[Fate(fate)] % {"count": count}


@register.simple_tag
def term_plan_lines(plan: TermsPlan) -> SafeString:
    """What would come, change, stay, and what would not be taken, a line each."""
    new, changed, same, conflict = (len(plan.of(fate)) for fate in Fate)
    lines = [
        ngettext("%(n)s new term", "%(n)s new terms", new) % {"n": new} if new else "",
        ngettext("%(n)s term changes", "%(n)s terms change", changed) % {"n": changed} if changed else "",
        ngettext("%(n)s term stays as it is", "%(n)s terms stay as they are", same) % {"n": same}
        if same
        else "",
        ngettext(
            "%(n)s name is kept otherwise with its city or person, and stays so",
            "%(n)s names are kept otherwise with their cities or people, and stay so",
            conflict,
        )
        % {"n": conflict}
        if conflict
        else "",
    ]
    for tag, count in sorted(plan.file.left_out.items()):
        told = ngettext(
            "%(n)s form in a language that is not spoken here (%(language)s) is left out",
            "%(n)s forms in a language that is not spoken here (%(language)s) are left out",
            count,
        )
        lines.append(told % {"n": count, "language": tag})
    for heading in plan.file.columns:
        told = gettext("The column %(heading)s is left out: its heading is not known.")
        lines.append(told % {"heading": heading})
    return format_html_join("", "<li>{}</li>", ((line,) for line in lines if line))


@register.simple_tag
def planned_forms(planned: Planned) -> SafeString:
    """The agreed forms that the file tells, a language after the other."""
    forms = [
        (t.language, t.text)
        for t in planned.entry.concept.terms
        if t.standing is Standing.PREFERRED and t.valid_until is None
    ]
    inner = format_html_join(" · ", '<span class="strong" lang="{}">{}</span>', forms)
    return format_html("<p>{}</p>", inner)


@register.simple_tag
def planned_changes(planned: Planned) -> SafeString:
    """What would be different from what is kept; of a conflict, what is kept, and where it is changed."""
    if planned.fate is Fate.CONFLICT:
        return _conflict(planned)
    lines = format_html_join("", "<li>{}</li>", ((_change(change),) for change in planned.changes))
    return format_html('<ul class="small">{}</ul>', lines) if planned.changes else SafeString()


@register.simple_tag
def line_words(line: int) -> str:
    return gettext("line %(line)s") % {"line": line}


@register.simple_tag
def reject_words(rejected: Rejected) -> str:
    """Line 12: 2025-13-01 is not a date."""
    return gettext("Line %(line)s: %(why)s") % {"line": rejected.line, "why": why_left_out(rejected)}


def _change(change: Change) -> SafeString:
    """Korean, agreed form: 꽝남 → 꽝남성"""
    before, after = (value_words(change.part, value) for value in (change.before, change.after))
    marked = [
        format_html('<{0} lang="{1}">{2}</{0}>', SafeString(tag), change.language, words)
        for tag, words in (("del", before), ("ins", after))
        if words
    ]
    told = format_html_join(" ", "{}", ((mark,) for mark in marked))
    return format_html("{} {}", _label(change), told)


def _label(change: Change) -> SafeString:
    part = part_words(change.part)
    if change.language:
        words = gettext("%(language)s, %(part)s:")
        part = words % {"language": Language(change.language).label, "part": part}
    else:
        part = gettext("%(part)s:") % {"part": part}
    return format_html('<span class="muted">{}</span>', part)


def _conflict(planned: Planned) -> SafeString:
    lines = [_differs(change) for change in planned.changes]
    listed = format_html_join("", "<li>{}</li>", ((line,) for line in lines))
    return format_html('<ul class="small">{}</ul>{}', listed, _where_to_change(planned))


def _differs(change: Change) -> SafeString:
    marks = {"kept": "{kept}", "told": "{told}", "language": "{language}"}
    kept = format_html('<b lang="{}">{}</b>', change.language, change.before)
    told = format_html('<b lang="{}">{}</b>', change.language, change.after)
    if change.part == "forbidden":
        words = gettext("%(language)s: %(kept)s is the name itself, and cannot be forbidden.")
    elif change.before:
        words = gettext("%(language)s: kept as %(kept)s; the file says %(told)s.")
    else:
        words = gettext("%(language)s: no name is kept; the file says %(told)s.")
    return format_html(words % marks, kept=kept, told=told, language=Language(change.language).label)


def _where_to_change(planned: Planned) -> SafeString:
    if planned.named is None:
        return SafeString()
    if planned.named.kind != ConceptKind.CITY:
        return format_html('<p class="small muted">{}</p>', gettext("It is changed on the page of its city."))
    address = reverse("city", args=(planned.named.key,))
    return format_html('<p class="small"><a href="{}">{}</a></p>', address, gettext("Change it at the city"))
