"""Names in a translation that a person should look at: they forbid nothing."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from twinhall.hall.base import moments
from twinhall.hall.web.templatetags.hall import icon
from twinhall.language.terms import Problem, Termbase, TermWarning, check_text

register = template.Library()


@register.simple_tag
def hints_of(body: str, language: str, termbase: Termbase) -> SafeString:
    """Names much like an agreed one, and names that were given up since."""
    found = [w for w in check_text(body, language, termbase) if not w.problem.blocks]
    if not found:
        return SafeString()
    told = dict.fromkeys(_line(warning, language) for warning in found)  # a name said twice is told once
    lines = format_html_join("", "<li>{}</li>", ((line,) for line in told))
    return format_html('<div class="notice wide">{}<ul>{}</ul></div>', icon("info"), lines)


def _line(warning: TermWarning, language: str) -> SafeString:
    places = {"found": "{found}", "expected": "{expected}", "day": "{day}"}
    marked = {
        "found": format_html('<b lang="{}">{}</b>', language, warning.found),
        "expected": format_html('<b lang="{}">{}</b>', language, warning.expected),
    }
    if warning.problem is Problem.OUTDATED and warning.until:
        told = gettext("%(found)s was the name until %(day)s. Today it is %(expected)s.") % places
        return format_html(told, day=moments.full_date(warning.until), **marked)
    return format_html(gettext("%(found)s is much like %(expected)s. Is it meant?") % places, **marked)
