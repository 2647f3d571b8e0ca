"""The termbase on its way into a file."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.db.models import Q
from django.utils.translation import get_language

from twinhall.hall.base.languages import Language
from twinhall.hall.cities.models import City, Relation
from twinhall.hall.cities.queries import name_of_city
from twinhall.hall.meetings.models import MeetingTerm
from twinhall.hall.translation import models
from twinhall.hall.translation.enums import Scope
from twinhall.hall.translation.queries import (
    added_to,
    all_concepts,
    as_value,
    named_by,
    names_of,
    people_at,
    reading,
)
from twinhall.language.interchange.term_values import Entry


def terms_to_take_away(relations: Sequence[Relation]) -> list[Entry]:
    """Return the terms of some relations and of the house, then the names of their cities and people.

    Eight queries, however many.
    """
    cities = sorted({key for relation in relations for key in (relation.home_id, relation.partner_id)})
    ours = Q(relation__in=[relation.pk for relation in relations]) | Q(scope=Scope.HOUSE)
    return _entries(ours, cities)


def every_term() -> list[Entry]:
    """Return all that the hall keeps."""
    return _entries(Q(), list(City.objects.values_list("pk", flat=True)))


def _entries(which: Q, cities: Iterable[int]) -> list[Entry]:
    keys = list(cities)
    names = names_of(keys, people_at(keys))
    agreed = models.Concept.objects.filter(which, city=None, person=None, post=None).order_by("pk")
    rows = agreed.select_related("relation__home", "relation__partner").prefetch_related(
        "terms", "relation__home__names", "relation__partner__names"
    )
    added = list(models.Concept.objects.filter(added_to(names)).prefetch_related("terms").order_by("pk"))
    notes = {named: row.note for row in added if (named := named_by(row)) is not None}
    titles = _titles_of_meetings(rows)
    found = [_agreed(row, titles.get(row.pk, "")) for row in rows]
    for named, concept in zip(names, all_concepts(names, added), strict=True):
        found.append(Entry(concept, note=notes.get(named, "")))
    return found


def _agreed(row: models.Concept, title: str) -> Entry:
    concept = as_value(row)
    concept = replace(concept, id=f"c{row.pk}")
    return Entry(concept, note=row.note, scope=str(row.scope), place=title or _pair(row.relation))


def _pair(relation: Relation | None) -> str:
    """Osan – Quảng Nam, in the reader's language."""
    if relation is None:
        return ""
    language = get_language() or Language.EN
    return " – ".join(name_of_city(city, language).short for city in (relation.home, relation.partner))


def _titles_of_meetings(rows: Iterable[models.Concept]) -> dict[int, str]:
    language = get_language() or Language.EN
    held = MeetingTerm.objects.filter(concept__in=rows).select_related("meeting__title")
    return {
        term.concept_id: reading(term.meeting.title, language).text
        for term in held.prefetch_related("meeting__title__renditions")
    }
