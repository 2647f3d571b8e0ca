"""Keeping the termbase: what was agreed, and the forms that are added to names kept elsewhere."""

from collections.abc import Iterator, Mapping
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
    Term.objects.bulk_create(term_rows(concept, forms))
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
    added = {tag: Forms(variants=told.variants, forbidden=told.forbidden) for tag, told in forms.items()}
    Term.objects.bulk_create(term_rows(concept, added))


def delete_term(concept: Concept) -> None:
    """Take an agreed term out."""
    concept.delete()


_FIELDS = {ConceptKind.CITY: "city_id", ConceptKind.PERSON: "person_id", ConceptKind.TITLE: "post_id"}


def term_rows(concept: Concept, forms: Mapping[str, Forms]) -> list[Term]:
    """Return the rows for all forms of a concept, not yet stored."""
    return [row for language, told in forms.items() for row in _rows(concept, language, told)]


def _rows(concept: Concept, language: str, told: Forms) -> Iterator[Term]:
    here = {"concept": concept, "language": language}
    if told.preferred.strip():
        since = max((until for _, until in told.earlier), default=None)
        reading = told.pronunciation.strip()
        yield Term(**here, form=told.preferred.strip(), pronunciation=reading, valid_from=since)
    for form, until in told.earlier:
        yield Term(**here, form=form, valid_until=until)
    for kind, more in ((FormKind.VARIANT, told.variants), (FormKind.FORBIDDEN, told.forbidden)):
        for form in dict.fromkeys(form.strip() for form in more if form.strip()):
            yield Term(**here, form=form, kind=kind)
