"""Names of cities, people and titles as concepts: read where they are kept, so never out of date."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeVar

from django.db.models import Q

from twinhall.hall.cities.models import City, CityName, Post, PostTitle
from twinhall.hall.people.models import PersonName
from twinhall.hall.translation.enums import ConceptKind
from twinhall.language.terms import Concept, Kind, Term

# Words that a Vietnamese full name begins with: written small inside a sentence
AREAS = ("Thành phố", "Tỉnh", "Huyện", "Quận", "Thị xã", "Thị trấn", "Xã", "Phường", "Đặc khu")
ABOUT_A_RELATION = 1
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Named:
    """Where a name is kept: the kind of row and its key."""

    kind: ConceptKind
    key: int

    @property
    def id(self) -> str:
        """The id of its concept: city-3, person-8, title-8 (of a post)."""
        return f"{self.kind}-{self.key}"


def names_of(cities: Iterable[int], people: Iterable[int]) -> dict[Named, Concept]:
    """Return the concepts of some cities, of what became of them, of some people and their titles.

    cities, people: ids. Three queries, however many.
    """
    keys = list(cities)
    rows = CityName.objects.filter(Q(city__in=keys) | Q(city__predecessors__in=keys))
    names = list(rows.distinct().select_related("city").order_by("city", "pk"))
    found = {
        Named(ConceptKind.CITY, key): _city(city[0].city, city)
        for key, city in _grouped(names, "city_id").items()
    }
    persons = list(people)
    called = PersonName.objects.filter(person__in=persons).order_by("person", "pk")
    for key, held in _grouped(called, "person_id").items():
        found[Named(ConceptKind.PERSON, key)] = _person(key, held)
    titles = PostTitle.objects.filter(post__person__in=persons).select_related("post").order_by("post", "pk")
    for key, entitled in _grouped(titles, "post_id").items():
        terms = _title(entitled[0].post, entitled, names)
        if terms:
            found[Named(ConceptKind.TITLE, key)] = _concept(ConceptKind.TITLE, key, terms)
    return found


def people_at(cities: Iterable[int]) -> list[int]:
    """Return the ids of everyone who holds or held a post at some cities."""
    return list(Post.objects.filter(city__in=list(cities)).values_list("person", flat=True).distinct())


def _city(city: City, names: Sequence[CityName]) -> Concept:
    """The short name is what must stand: 오산 within 오산시, Osan within thành phố Osan."""
    terms: list[Term] = []
    for name in names:
        until = name.valid_until or (city.succeeded_on if city.successor_id else None)
        terms.append(_term(name.language, name.short, "", name.valid_from, until))
        if name.full != name.short:
            full = _inside_a_sentence(name.full, name.language)
            terms.append(_term(name.language, full, "full", name.valid_from, until))
    successor = Named(ConceptKind.CITY, city.successor_id).id if city.successor_id else None
    return _concept(ConceptKind.CITY, city.pk, terms, successor)


def _person(key: int, names: Sequence[PersonName]) -> Concept:
    terms = [Term(n.language, n.name, pronunciation=n.pronunciation) for n in names if n.name.strip()]
    return _concept(ConceptKind.PERSON, key, terms)


def _title(post: Post, titles: Sequence[PostTitle], names: Sequence[CityName]) -> list[Term]:
    """Only a title that names its city is a term: a bare one is an ordinary word (시장 is a market too)."""
    cities = {(n.city_id, n.language, n.short.casefold()) for n in names}
    return [
        Term(title.language, title.title)
        for title in titles
        if any(
            city == post.city_id and tag == title.language and short in title.title.casefold()
            for city, tag, short in cities
        )
    ]


def _concept(kind: ConceptKind, key: int, terms: Iterable[Term], successor: str | None = None) -> Concept:
    return Concept(Named(kind, key).id, tuple(terms), Kind(kind), successor, ABOUT_A_RELATION)


def _term(language: str, text: str, series: str, since: date | None, until: date | None) -> Term:
    return Term(language, text, series=series, valid_from=since, valid_until=until)


def _inside_a_sentence(full: str, language: str) -> str:
    if language == "vi" and full.startswith(AREAS):
        return full[0].lower() + full[1:]
    return full


def _grouped(rows: Iterable[Row], key: str) -> Mapping[int, list[Row]]:
    return {k: list(group) for k, group in groupby(rows, key=lambda row: getattr(row, key))}
