"""Keeping the termbase: names of cities and people by themselves, everything else by an officer's hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction

from twinhall.hall.cities.models import City, Post, Relation
from twinhall.hall.cities.queries import name_of_city
from twinhall.hall.people.models import Person
from twinhall.hall.translation.enums import ConceptKind, FormKind
from twinhall.hall.translation.models import Concept, Term


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a concept in one language."""

    preferred: str
    variants: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()


@transaction.atomic
def take_names(cities: Iterable[City], posts: Iterable[Post]) -> None:
    """Bring the names of cities, people and their titles into the termbase as they now are.

    Again at no harm: variants and forbidden forms that officers added stay. Prefetch names and titles.
    """
    for city in cities:
        _keep(_concept(ConceptKind.CITY, city=city, person=None), _city_forms(city))
    for post in posts:
        person = post.person
        names = {name.language: Forms(name.name) for name in person.names.all() if name.name.strip()}
        _keep(_concept(ConceptKind.PERSON, city=None, person=person), names)
        _keep(_concept(ConceptKind.TITLE, city=post.city, person=person), _title_forms(post))


@transaction.atomic
def write_term(
    concept: Concept | None, *, kind: str, relation: Relation | None, note: str, forms: Mapping[str, Forms]
) -> Concept:
    """Store an agreed term with all its forms in every language; forms not named are taken away.

    The names of cities and people stay as those have them: only other forms are added to them here.
    """
    concept = concept or Concept()
    keeps_itself = concept.city_id is not None or concept.person_id is not None
    if not keeps_itself:
        concept.kind, concept.relation = kind, relation
    concept.note = note
    concept.save()
    held = concept.terms.exclude(kind=FormKind.PREFERRED) if keeps_itself else concept.terms.all()
    held.delete()
    for language, told in forms.items():
        if not keeps_itself:
            _add(concept, language, FormKind.PREFERRED, (told.preferred,))
        _add(concept, language, FormKind.VARIANT, told.variants)
        _add(concept, language, FormKind.FORBIDDEN, told.forbidden)
    return concept


def delete_term(concept: Concept) -> None:
    """Take an agreed term out. Names of cities and people come back with the next text."""
    concept.delete()


def _add(concept: Concept, language: str, kind: str, forms: Iterable[str]) -> None:
    for form in dict.fromkeys(form.strip() for form in forms if form.strip()):
        Term.objects.create(concept=concept, language=language, form=form, kind=kind)


def _city_forms(city: City) -> dict[str, Forms]:
    """The short name is what must stand: 오산 within 오산시, Osan within thành phố Osan."""
    named = {tag: name_of_city(city, tag) for tag in {name.language for name in city.names.all()}}
    return {
        tag: Forms(name.short, (name.full,) if name.full != name.short else ()) for tag, name in named.items()
    }


def _title_forms(post: Post) -> dict[str, Forms]:
    """Only a title that names its city is a term: a bare one is an ordinary word (시장 is a market too)."""
    cities = {name.language: name.short.casefold() for name in post.city.names.all()}
    return {
        title.language: Forms(title.title)
        for title in post.titles.all()
        if cities.get(title.language) and cities[title.language] in title.title.casefold()
    }


def _concept(kind: ConceptKind, *, city: City | None, person: Person | None) -> Concept:
    found = Concept.objects.filter(kind=kind, city=city, person=person).first()
    return found or Concept.objects.create(kind=kind, city=city, person=person)


def _keep(concept: Concept, forms: Mapping[str, Forms]) -> None:
    held = {(term.language, term.kind): term for term in concept.terms.filter(kind=FormKind.PREFERRED)}
    for language, told in forms.items():
        term = held.pop((language, FormKind.PREFERRED), None)
        if term is None:
            Term.objects.create(concept=concept, language=language, form=told.preferred)
        elif term.form != told.preferred:
            term.form = told.preferred
            term.save(update_fields=["form"])
        for form in told.variants:
            concept.terms.get_or_create(language=language, form=form, kind=FormKind.VARIANT)
    for gone in held.values():
        gone.delete()
