"""Forms for agreed terms."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from twinhall.hall.base.languages import ENDONYMS, Language
from twinhall.hall.cities.models import Relation
from twinhall.hall.cities.queries import name_of_city
from twinhall.hall.translation.actions import Forms
from twinhall.hall.translation.enums import ConceptKind, FormKind
from twinhall.hall.translation.models import Concept

LONGEST = 200
AGREED_KINDS = [k for k in ConceptKind.choices if k[0] not in (ConceptKind.PERSON, ConceptKind.CITY)]


class TermForm(forms.Form):
    """One term in every language: the agreed form, other forms, forms not to be used (one a line)."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=AGREED_KINDS,
        initial=ConceptKind.PROGRAMME,
        widget=forms.Select({"class": "select"}),
    )
    relation = forms.TypedChoiceField(
        label=_("Agreed between"), coerce=int, widget=forms.Select({"class": "select"})
    )
    note = forms.CharField(
        label=_("Note"), max_length=300, required=False, widget=forms.TextInput({"class": "input"})
    )

    def __init__(
        self, relations: Sequence[Relation], concept: Concept | None, data: Mapping[str, Any] | None
    ) -> None:
        super().__init__(data)
        self.concept = concept
        self.keeps_itself = concept is not None and (concept.city_id or concept.person_id) is not None
        self._relations = {relation.pk: relation for relation in relations}
        self.fields["relation"].choices = [(r.pk, _pair(r)) for r in relations]  # type: ignore[attr-defined]
        for tag in Language.values:
            self._add_language(tag)
        if self.keeps_itself:
            del self.fields["kind"], self.fields["relation"]
        if concept is not None:
            self._fill(concept)

    def languages(self) -> list[tuple[str, str, list[forms.BoundField]]]:
        """Return the fields by language: tag, its own name, fields."""
        return [
            (tag, ENDONYMS[Language(tag)], [self[f"{what}_{tag}"] for what in _parts(self.keeps_itself)])
            for tag in Language.values
        ]

    def clean(self) -> dict[str, Any]:
        """A term without two languages says nothing; one form cannot be both agreed and forbidden."""
        told: dict[str, Any] = super().clean() or {}
        named = [tag for tag in Language.values if told.get(f"preferred_{tag}")]
        if not self.keeps_itself and len(named) < 2:
            raise ValidationError(_("Write the agreed form in two languages at least."))
        for tag in Language.values:
            lines = _lines(told.get(f"forbidden_{tag}", ""))
            if told.get(f"preferred_{tag}") in lines:
                self.add_error(f"forbidden_{tag}", _("This is the agreed form."))
        return told

    def written(self) -> dict[str, Any]:
        """Return the arguments of actions.write_term."""
        told = self.cleaned_data
        made = {
            tag: Forms(
                told.get(f"preferred_{tag}", ""),
                tuple(_lines(told.get(f"variant_{tag}", ""))),
                tuple(_lines(told.get(f"forbidden_{tag}", ""))),
            )
            for tag in Language.values
        }
        return {
            "kind": told.get("kind", ""),
            "relation": self._relations.get(told.get("relation", 0)),
            "note": told["note"],
            "forms": made,
        }

    def _add_language(self, tag: str) -> None:
        plain = {"lang": tag, "class": "input"}
        if not self.keeps_itself:
            self.fields[f"preferred_{tag}"] = forms.CharField(
                label=_("Agreed form"), max_length=LONGEST, required=False, widget=forms.TextInput(plain)
            )
        for what, label in (("variant", _("Other forms")), ("forbidden", _("Not to be used"))):
            self.fields[f"{what}_{tag}"] = forms.CharField(
                label=label,
                required=False,
                max_length=2000,
                widget=forms.Textarea(plain | {"rows": 2}),
                validators=[_no_long_line],
            )

    def _fill(self, concept: Concept) -> None:
        self.initial.update(kind=concept.kind, relation=concept.relation_id, note=concept.note)
        for kind in FormKind.values:
            for tag in Language.values:
                found = [t.form for t in concept.terms.all() if (t.kind, t.language) == (kind, tag)]
                self.initial[f"{kind}_{tag}"] = "\n".join(found)


def _parts(keeps_itself: bool) -> tuple[str, ...]:
    return ("variant", "forbidden") if keeps_itself else ("preferred", "variant", "forbidden")


def _lines(value: str) -> list[str]:
    return [line.strip() for line in value.splitlines() if line.strip()]


def _no_long_line(value: str) -> None:
    if any(len(line) > LONGEST for line in _lines(value)):
        raise ValidationError(_("A form has at most %(most)s characters.") % {"most": LONGEST})


def _pair(relation: Relation) -> str:
    language = get_language() or Language.EN
    return " – ".join(name_of_city(city, language).short for city in (relation.home, relation.partner))
