"""Machines by the names that people know."""

from django import template
from django.utils.translation import gettext

from twinhall.hall.base.languages import Language

register = template.Library()

ENGINES = {
    "marian": "Firefox Translations",
    "openai": "OpenAI API",
    "deepl": "DeepL",
    "google": "Google Cloud Translation",
    "papago": "Papago",
    "libretranslate": "LibreTranslate",
    "ctranslate2": "CTranslate2",
}


@register.filter
def engine_name(name: str) -> str:
    """The engine's name as people know it; several joined by +."""
    return " + ".join(ENGINES.get(part, part) for part in name.split("+"))


@register.simple_tag
def pivot_words(pivot: str) -> str:
    """Through which language it went, "" if straight."""
    return gettext("Through %(language)s.") % {"language": Language(pivot).label} if pivot else ""
