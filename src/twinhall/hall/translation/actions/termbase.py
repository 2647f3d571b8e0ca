"""Keeping the termbase: what was agreed, and the forms that are added to names kept elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from twinhall.hall.cities.models import Relation
from twinhall.hall.translation.enums import ConceptKind, FormKind, Scope
from twinhall.hall.translation.models import Concept, Term
from twinhall.hall.translation.queries import Named


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a concept in one language. earlier: forms with the day until which each held."""

    preferred: str = ""
    variants: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    pronunciation: str = ""
    earlier: tuple[tuple[str, date], ...] = ()


@transaction.atomic
def write_term(
    concept: Concept | None,
    *,
    kind: str,
    relation: Relation | None,
    note: str,
    forms: Mapping[str, Forms],
    scope: str = "",
) -> Concept:
    """Store an agreed term with all its forms in every language; forms not named are taken away.

    scope: by default the relation, or the house without one.
    """
    concept = concept or Concept()
    concept.kind, concept.relation, concept.note = kind, relation, note
    concept.scope = scope or (Scope.RELATION if relation else Scope.HOUSE)
    concept.save()
    concept.terms.all().delete()
    for language, told in forms.items():
        _add_preferred(concept, language, told)
        _add(concept, language, FormKind.VARIANT, told.variants)
        _add(concept, language, FormKind.FORBIDDEN, told.forbidden)
    return concept


@transaction.atomic
def add_forms(named: Named, *, note: str, forms: Mapping[str, Forms]) -> None:
    """Store other and forbidden forms of a name; the name itself stays with its city, person or post."""
    where = {_FIELDS[named.kind]: named.key}
    held = list(Concept.objects.filter(**where).order_by("pk"))
    concept = held[0] if held else Concept(kind=named.kind, **where)
    concept.note = note
    concept.save()
    Concept.objects.filter(pk__in=[row.pk for row in held[1:]]).delete()
    concept.terms.all().delete()
    for language, told in forms.items():
        _add(concept, language, FormKind.VARIANT, told.variants)
        _add(concept, language, FormKind.FORBIDDEN, told.forbidden)


def delete_term(concept: Concept) -> None:
    """Take an agreed term out."""
    concept.delete()


_FIELDS = {ConceptKind.CITY: "city_id", ConceptKind.PERSON: "person_id", ConceptKind.TITLE: "post_id"}


def _add_preferred(concept: Concept, language: str, told: Forms) -> None:
    if told.preferred.strip():
        since = max((until for _, until in told.earlier), default=None)
        Term.objects.create(
            concept=concept,
            language=language,
            form=told.preferred.strip(),
            pronunciation=told.pronunciation.strip(),
            valid_from=since,
        )
    for form, until in told.earlier:
        Term.objects.create(concept=concept, language=language, form=form, valid_until=until)


def _add(concept: Concept, language: str, kind: str, forms: Iterable[str]) -> None:
    for form in dict.fromkeys(form.strip() for form in forms if form.strip()):
        Term.objects.create(concept=concept, language=language, form=form, kind=kind)
