"""The terms that a text of a relation must keep, as pure values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from twinhall.hall.base.languages import Language
from twinhall.hall.cities.models import City, Relation
from twinhall.hall.translation import models
from twinhall.language.terms import Concept, Standing, Term


def concepts_for(relation: Relation, people: Iterable[int]) -> tuple[Concept, ...]:
    """Return the agreed terms of the house and of the relation, its cities' names, and those of some people.

    people: ids of Person. Names of anyone else stay out: they belong to other meetings. Two queries.
    """
    cities = (relation.home_id, relation.partner_id)
    ours = Q(person__in=list(people)) | Q(person=None, city__in=cities) | Q(relation=relation)
    house = Q(relation=None, city=None, person=None)
    rows = models.Concept.objects.filter(ours | house).prefetch_related("terms").order_by("pk")
    return tuple(as_value(row) for row in rows)


def as_value(concept: models.Concept) -> Concept:
    """Return a concept with its forms. Uses concept.terms.all()."""
    terms = (Term(term.language, term.form, Standing(term.kind)) for term in concept.terms.all())
    return Concept(str(concept.pk), tuple(terms))


@dataclass(frozen=True, slots=True)
class Entry:
    """A term in a list. languages: (tag, agreed form, other forms, forms not to be used)."""

    concept: models.Concept
    languages: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...]
    keeps_itself: bool  # the name of a city or person


def relations_of(city: City) -> list[Relation]:
    """Return the city's relations."""
    return list(Relation.objects.filter(Q(home=city) | Q(partner=city)).order_by("pk"))


def terms_to_edit(relations: Sequence[Relation]) -> QuerySet[models.Concept]:
    """Return the terms of some relations: those agreed in them, names of their cities and people."""
    cities = {key for relation in relations for key in (relation.home_id, relation.partner_id)}
    return models.Concept.objects.filter(
        Q(relation__in=relations) | Q(city__in=cities) | Q(person__posts__city__in=cities)
    ).distinct()


def listed_terms(relations: Sequence[Relation], asked: str) -> list[Entry]:
    """Return the terms of some relations and of the house, agreed ones first. Two queries.

    asked: only terms with a form that contains it.
    """
    house = models.Concept.objects.filter(relation=None, city=None, person=None)
    rows = (terms_to_edit(relations) | house.distinct()).prefetch_related("terms").order_by("kind", "pk")
    if asked:
        rows = rows.filter(pk__in=models.Term.objects.filter(form__icontains=asked).values("concept"))
    entries = [entry for entry in map(_entry, rows) if entry.languages]
    return sorted(entries, key=lambda entry: entry.keeps_itself)


def _entry(concept: models.Concept) -> Entry:
    held: dict[str, dict[str, list[str]]] = {}
    for term in concept.terms.all():
        held.setdefault(term.language, {}).setdefault(term.kind, []).append(term.form)
    languages = tuple(
        (
            tag,
            "".join(held[tag].get("preferred", [])),
            tuple(held[tag].get("variant", [])),
            tuple(held[tag].get("forbidden", [])),
        )
        for tag in Language.values
        if tag in held
    )
    return Entry(concept, languages, concept.city_id is not None or concept.person_id is not None)
