"""A field of a form as every page shows it: label, control, hint, what is wrong."""

from django import template
from django.forms import BoundField, CheckboxInput, HiddenInput, Select
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def field(bound: BoundField, lang: str = "", label: str = "") -> SafeString:
    """One field. lang: the language of what is typed in; label: other words than the field's own."""
    words = label or bound.label
    widget = bound.field.widget
    if isinstance(widget, HiddenInput):
        return format_html("{}{}", bound, _errors(bound))
    attrs = _attrs("select" if isinstance(widget, Select) else "input", lang)
    if isinstance(widget, CheckboxInput):
        return format_html(
            '<div class="field"><label class="choice" for="{}">{}<span>{}</span></label>{}{}</div>',
            bound.id_for_label,
            bound,
            words,
            _hint(bound),
            _errors(bound),
        )
    return format_html(
        '<div class="field"><label for="{}">{}</label>{}{}{}</div>',
        bound.id_for_label,
        words,
        bound.as_widget(attrs=attrs),
        _hint(bound),
        _errors(bound),
    )


@register.simple_tag
def control(bound: BoundField, label: str, lang: str = "") -> SafeString:
    """A field whose label is only heard, where a table's heads are seen."""
    attrs = _attrs("input", lang)
    return format_html(
        '<div class="field"><label class="unseen" for="{}">{}</label>{}{}</div>',
        bound.id_for_label,
        label,
        bound.as_widget(attrs=attrs),
        _errors(bound),
    )


def _attrs(css: str, lang: str) -> dict[str, str | bool]:
    attrs: dict[str, str | bool] = {"class": css}
    if lang:
        attrs["lang"] = lang
    return attrs


def _hint(bound: BoundField) -> SafeString:
    if not bound.help_text:
        return SafeString()
    return format_html('<p class="hint" id="{}_helptext">{}</p>', bound.id_for_label, bound.help_text)


def _errors(bound: BoundField) -> SafeString:
    if not bound.errors:
        return SafeString()
    return format_html(
        '<p class="error" id="{}_error">{}</p>',
        bound.id_for_label,
        format_html_join(" ", "{}", ((error,) for error in bound.errors)),
    )
