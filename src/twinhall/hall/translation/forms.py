"""Forms for agreed terms, and for what is added to names."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from twinhall.hall.base.languages import ENDONYMS, Language
from twinhall.hall.translation.actions import Forms
from twinhall.hall.translation.enums import ConceptKind
from twinhall.hall.translation.queries import Spoken

LONGEST = 200
LISTS = ("variant", "forbidden")  # one form a line


class AddedForm(forms.Form):
    """Other forms of a name in every language, and forms not to be used. The name is kept elsewhere."""

    note = forms.CharField(
        label=_("Note"), max_length=300, required=False, widget=forms.TextInput({"class": "input"})
    )
    parts: Sequence[str] = LISTS

    def __init__(
        self, held: Sequence[Spoken], note: str, data: Mapping[str, Any] | None, **more: object
    ) -> None:
        super().__init__(data)
        self.held = {spoken.language: spoken for spoken in held}
        for tag in Language.values:
            self._add_language(tag)
        self.initial["note"] = note
        for tag, spoken in self.held.items():
            self.initial.update({f"{part}_{tag}": told for part, told in _told(spoken).items()})

    def languages(self) -> list[tuple[str, str, list[forms.BoundField]]]:
        """Return the fields by language: tag, its own name, fields."""
        return [
            (tag, ENDONYMS[Language(tag)], [self[f"{part}_{tag}"] for part in self.parts])
            for tag in Language.values
        ]

    def clean(self) -> dict[str, Any]:
        """One form cannot be both agreed and forbidden."""
        told: dict[str, Any] = super().clean() or {}
        for tag in Language.values:
            if self._agreed(tag, told) & set(_lines(told.get(f"forbidden_{tag}", ""))):
                self.add_error(f"forbidden_{tag}", _("This is the agreed form."))
        return told

    def written(self) -> dict[str, Forms]:
        """Return the forms by language."""
        told = self.cleaned_data
        return {
            tag: Forms(
                told.get(f"preferred_{tag}", ""),
                tuple(_lines(told.get(f"variant_{tag}", ""))),
                tuple(_lines(told.get(f"forbidden_{tag}", ""))),
                told.get(f"pronunciation_{tag}", ""),
                tuple(told.get(f"earlier_{tag}", ())),
            )
            for tag in Language.values
        }

    def _agreed(self, tag: str, told: Mapping[str, Any]) -> set[str]:
        return set(self.held[tag].agreed) if tag in self.held else set()

    def _add_language(self, tag: str) -> None:
        for part, label in (("variant", _("Other forms")), ("forbidden", _("Not to be used"))):
            self.fields[f"{part}_{tag}"] = forms.CharField(
                label=label,
                required=False,
                max_length=2000,
                widget=forms.Textarea({"lang": tag, "class": "input", "rows": 2}),
                validators=[_no_long_line],
            )


class TermForm(AddedForm):
    """One agreed term in every language, and where it holds.

    holds: the choices of that field; its values are the caller's.
    """

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=ConceptKind.choices,  # also people and cities that are not kept here: one only spoken of
        initial=ConceptKind.PROGRAMME,
        widget=forms.Select({"class": "select"}),
    )
    holds = forms.ChoiceField(label=_("Where it holds"), widget=forms.Select({"class": "select"}))
    parts = ("preferred", "pronunciation", "earlier", *LISTS)
    field_order = ("kind", "holds")

    def __init__(
        self,
        held: Sequence[Spoken],
        note: str,
        data: Mapping[str, Any] | None,
        *,
        holds: Sequence[tuple[Any, Any]] = (),
        initial: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(held, note, data)
        self.fields["holds"].choices = holds  # type: ignore[attr-defined]
        self.initial.update(initial or {})

    def clean(self) -> dict[str, Any]:
        """A term without two languages says nothing."""
        told = super().clean()
        named = [tag for tag in Language.values if told.get(f"preferred_{tag}")]
        if len(named) < 2:
            raise ValidationError(_("Write the agreed form in two languages at least."))
        for tag in Language.values:
            if told.get(f"earlier_{tag}") and tag not in named:
                self.add_error(f"preferred_{tag}", _("Write the form of today too."))
        return told

    def _agreed(self, tag: str, told: Mapping[str, Any]) -> set[str]:
        return {told.get(f"preferred_{tag}", "")} - {""}

    def _add_language(self, tag: str) -> None:
        plain = {"lang": tag, "class": "input"}
        self.fields[f"preferred_{tag}"] = forms.CharField(
            label=_("Agreed form"), max_length=LONGEST, required=False, widget=forms.TextInput(plain)
        )
        self.fields[f"pronunciation_{tag}"] = forms.CharField(
            label=_("As Koreans read it"),
            max_length=LONGEST,
            required=False,
            widget=forms.TextInput({"lang": "ko", "class": "input"}),
            validators=[_in_hangul],
        )
        super()._add_language(tag)
        self.fields[f"earlier_{tag}"] = EarlierField(
            label=_("Former forms"), required=False, widget=forms.Textarea(plain | {"rows": 2})
        )


class EarlierField(forms.CharField):
    """Forms that were given up, one a line: the day, a blank, the form. Its value: (form, day) pairs."""

    def clean(self, value: Any) -> Any:
        return tuple(_earlier(line) for line in _lines(super().clean(value)))


def _earlier(line: str) -> tuple[str, date]:
    day, _blank, form = line.partition(" ")
    try:
        until = date.fromisoformat(day)
    except ValueError as error:
        raise ValidationError(_("Begin each line with the day until which it held: 2025-07-01.")) from error
    if not 0 < len(form.strip()) <= LONGEST:
        raise ValidationError(_("Write the form behind the day."))
    return form.strip(), until


def _told(spoken: Spoken) -> dict[str, str]:
    return {
        "preferred": next(iter(spoken.agreed), ""),
        "pronunciation": spoken.pronunciation,
        "variant": "\n".join(spoken.others),
        "forbidden": "\n".join(spoken.forbidden),
        "earlier": "\n".join(f"{until.isoformat()} {form}" for form, until in spoken.earlier),
    }


def _lines(value: str) -> list[str]:
    return [line.strip() for line in value.splitlines() if line.strip()]


def _no_long_line(value: str) -> None:
    if any(len(line) > LONGEST for line in _lines(value)):
        raise ValidationError(_("A form has at most %(most)s characters.") % {"most": LONGEST})


def _in_hangul(value: str) -> None:
    if not all("가" <= letter <= "힣" or letter.isspace() or letter in "-·" for letter in value):
        raise ValidationError(_("Write the reading in Korean letters."))
