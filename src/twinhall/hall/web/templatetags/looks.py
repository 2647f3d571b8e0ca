"""Why a person should look at a translation, in words: what differs, and what a machine said of its own."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from twinhall.hall.meetings.queries.remarks import Row
from twinhall.hall.web.templatetags.hall import icon
from twinhall.language.rendering.fidelity import INFORMS, Difference, look_of
from twinhall.language.translation import Flag

register = template.Library()

UNITS = {
    "percent": "%",
    "degree": "℃",
    "km": "km",
    "kg": "kg",
    "hectare": "ha",
    "won": "₩",
    "dollar": "$",
    "yen": "¥",
    "dong": "₫",
}


@register.simple_tag
def needs_look(row: Row) -> SafeString:
    """The line at a sentence that is not open: what differs first, in words."""
    told = [*_differences(row.differences), *_said(f for f in row.flags if f not in INFORMS)]
    if not told:
        return SafeString()
    return format_html('<p class="origin open-term">{}{}</p>', icon("triangle-alert"), told[0])


@register.simple_tag
def looks_of(differences: Iterable[Difference], flags: Iterable[str]) -> SafeString:
    """All that a person should look at, a line each; nothing where there is nothing."""
    lines = [*_differences(differences), *_said(flags)]
    return format_html_join("", "<li>{}</li>", ((line,) for line in lines))


@register.filter
def look(differences: tuple[Difference, ...]) -> str:
    """What a page sends back to say that these differences were in sight."""
    return look_of(differences)


def _differences(found: Iterable[Difference]) -> list[str]:
    lines: list[str] = []
    for one in found:
        if one.flag is Flag.NUMBERS:
            lines += _numbers(one)
        elif one.flag is Flag.UNITS:
            units = ", ".join(UNITS[name] for name in one.lost)
            lines.append(gettext("The unit %(units)s is not in the translation.") % {"units": units})
        elif one.flag is Flag.QUOTES:
            lines.append(gettext("The quotation marks are not those of the original."))
        else:
            lines.append(gettext("Much shorter or longer than the original, or in another script."))
    return lines


def _numbers(one: Difference) -> list[str]:
    lost, new = ", ".join(one.lost), ", ".join(one.new)
    lines = []
    if lost:
        told = ngettext(
            "The number %(numbers)s is not in the translation.",
            "The numbers %(numbers)s are not in the translation.",
            len(one.lost),
        )
        lines.append(told % {"numbers": lost})
    if new:
        told = ngettext(
            "The number %(numbers)s is not in the original.",
            "The numbers %(numbers)s are not in the original.",
            len(one.new),
        )
        lines.append(told % {"numbers": new})
    return lines


def _said(flags: Iterable[str]) -> list[str]:
    words = {
        "cut": gettext("The machine’s limit was reached: the end may be missing."),
        "parts": gettext("Translated in parts around a link or mark-up. Does it still flow?"),
        "same-language": gettext("The original is in this language already and stands as it is."),
        "no-words": gettext("The original has nothing to translate and stands as it is."),
        "unchanged": gettext("The machine gave the words back as they were."),
        "inexact term": gettext("A name or term did not come through the machine exactly."),
        "wrong form": gettext("A form that is not to be used stands in the machine’s text."),
        "no agreed form": gettext("A name or title has no agreed form in this language yet."),
    }
    unsure = gettext("The machine was not sure of this sentence.")
    return list(dict.fromkeys(words.get(flag, unsure) for flag in flags))
