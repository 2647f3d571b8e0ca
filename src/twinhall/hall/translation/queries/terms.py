"""The terms that a text of a relation must keep, as pure values."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from django.db.models import Q, QuerySet

from twinhall.hall.cities.models import City, Relation
from twinhall.hall.translation import models
from twinhall.hall.translation.enums import ConceptKind, Scope
from twinhall.hall.translation.queries.names import Named, names_of
from twinhall.language.terms import Concept, Kind, Standing, Term, Termbase

NARROWNESS = {Scope.HOUSE: 0, Scope.RELATION: 1, Scope.MEETING: 2}


def concepts_for(
    relation: Relation, people: Iterable[int], *, meeting_terms: Iterable[int] = (), on: date | None = None
) -> Termbase:
    """Return the agreed terms of the house and of the relation, its cities' names, and those of some people.

    people: ids of Person. Names of anyone else stay out: they belong to other meetings.
    meeting_terms: ids of concepts agreed for one meeting. on: the day whose names hold, today if None.
    Five queries.
    """
    persons = list(people)
    names = names_of((relation.home_id, relation.partner_id), persons)
    agreed = Q(scope=Scope.HOUSE) | Q(scope=Scope.RELATION, relation=relation) | Q(pk__in=list(meeting_terms))
    agreed &= Q(city=None, person=None, post=None)
    rows = models.Concept.objects.filter(agreed | added_to(names)).prefetch_related("terms").order_by("pk")
    return Termbase(all_concepts(names, rows), on)


def all_concepts(names: Mapping[Named, Concept], rows: Iterable[models.Concept]) -> list[Concept]:
    """Return names with the forms that officers added to them, and the agreed terms."""
    whole = dict(names)
    agreed: list[Concept] = []
    for row in rows:
        named = named_by(row)
        if named is None:
            agreed.append(as_value(row))
        elif named in whole:
            terms = (*whole[named].terms, *as_value(row).terms)
            whole[named] = replace(whole[named], terms=terms)
    return [*whole.values(), *agreed]


def as_value(concept: models.Concept) -> Concept:
    """Return a concept with its forms. Uses concept.terms.all()."""
    terms = (
        Term(
            term.language,
            term.form,
            Standing(term.kind),
            term.pronunciation,
            valid_from=term.valid_from,
            valid_until=term.valid_until,
        )
        for term in concept.terms.all()
    )
    return Concept(
        str(concept.pk), tuple(terms), Kind(concept.kind), narrowness=NARROWNESS[Scope(concept.scope)]
    )


def named_by(concept: models.Concept) -> Named | None:
    """Return whose name a concept adds forms to, None for an agreed term."""
    if concept.city_id is not None:
        return Named(ConceptKind.CITY, concept.city_id)
    if concept.person_id is not None:
        return Named(ConceptKind.PERSON, concept.person_id)
    return Named(ConceptKind.TITLE, concept.post_id) if concept.post_id is not None else None


def added_to(names: Iterable[Named]) -> Q:
    """Return the condition of rows that add forms to some names."""
    told = list(names)
    keys = {kind: [name.key for name in told if name.kind == kind] for kind in ConceptKind}
    return (
        Q(city__in=keys[ConceptKind.CITY])
        | Q(person__in=keys[ConceptKind.PERSON])
        | Q(post__in=keys[ConceptKind.TITLE])
    )


def relations_of(city: City) -> list[Relation]:
    """Return the city's relations."""
    rows = Relation.objects.filter(Q(home=city) | Q(partner=city)).order_by("pk")
    return list(rows.select_related("home", "partner").prefetch_related("home__names", "partner__names"))


def terms_to_edit(relations: Iterable[Relation], *, house: bool) -> QuerySet[models.Concept]:
    """Return the agreed terms that may be changed: of some relations, with `house` also of everywhere."""
    ours = Q(relation__in=list(relations)) | (Q(scope=Scope.HOUSE) if house else Q(pk__in=[]))
    return models.Concept.objects.filter(ours, city=None, person=None, post=None)
