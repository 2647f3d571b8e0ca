"""The termbase as officers look it over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from twinhall.hall.base.languages import Language
from twinhall.hall.cities.models import Relation
from twinhall.hall.translation import models
from twinhall.hall.translation.enums import ConceptKind, Scope
from twinhall.hall.translation.queries.names import Named, names_of, people_at
from twinhall.hall.translation.queries.terms import added_to, as_value, named_by
from twinhall.language.folding import bare, fold_term
from twinhall.language.terms import Concept, Standing, Term

ORDER = (ConceptKind.PROGRAMME, ConceptKind.ORGANISATION, ConceptKind.OTHER, ConceptKind.TITLE)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The forms of a concept in one language. earlier: forms with the day until which each held."""

    language: str
    agreed: tuple[str, ...]
    pronunciation: str
    others: tuple[str, ...]
    forbidden: tuple[str, ...]
    earlier: tuple[tuple[str, date], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept in the list. pk: of the row that holds an agreed term; named: whose name it is otherwise."""

    kind: ConceptKind
    languages: tuple[Spoken, ...]
    note: str = ""
    scope: str = ""
    pk: int | None = None
    named: Named | None = None
    relation: Relation | None = None

    def holds(self, asked: str) -> bool:
        """Say whether any form contains what was asked, whatever its case, blanks and diacritics."""
        wanted = bare(fold_term(asked, "ko"))
        forms = (form for s in self.languages for form in (*s.agreed, *s.others, *s.forbidden))
        earlier = (form for s in self.languages for form, _ in s.earlier)
        return any(wanted in bare(fold_term(form, "ko")) for form in (*forms, *earlier))


def listed_terms(relations: Sequence[Relation], asked: str) -> list[Entry]:
    """Return the terms of some relations and of the house, agreed ones first, then names. Six queries.

    asked: only terms with a form that contains it.
    """
    cities = sorted({key for relation in relations for key in (relation.home_id, relation.partner_id)})
    names = names_of(cities, people_at(cities))
    agreed = (Q(relation__in=relations) | Q(scope=Scope.HOUSE)) & Q(city=None, person=None, post=None)
    rows = list(models.Concept.objects.filter(agreed | added_to(names)).prefetch_related("terms"))
    by_pk = {relation.pk: relation for relation in relations}
    added = {named: row for row in rows if (named := named_by(row)) is not None}
    entries = [_agreed(row, by_pk) for row in rows if named_by(row) is None]
    entries = sorted((e for e in entries if e.languages), key=_place)
    entries += _each_once(_named(named, concept, added.get(named)) for named, concept in names.items())
    return [entry for entry in entries if not asked or entry.holds(asked)]


def spoken(terms: Iterable[Term]) -> tuple[Spoken, ...]:
    """Return forms by language, in the order of the hall's languages."""
    held = list(terms)
    return tuple(
        _spoken(tag, [t for t in held if t.language == tag])
        for tag in Language.values
        if any(t.language == tag for t in held)
    )


def _spoken(language: str, terms: Sequence[Term]) -> Spoken:
    preferred = [t for t in terms if t.standing is Standing.PREFERRED]
    now = [t for t in preferred if t.valid_until is None]
    return Spoken(
        language,
        tuple(dict.fromkeys(t.text for t in now)),
        next((t.pronunciation for t in now if t.pronunciation), ""),
        tuple(t.text for t in terms if t.standing is Standing.VARIANT),
        tuple(t.text for t in terms if t.standing is Standing.FORBIDDEN),
        tuple((t.text, t.valid_until) for t in preferred if t.valid_until is not None),
    )


def _agreed(row: models.Concept, relations: dict[int, Relation]) -> Entry:
    relation = relations.get(row.relation_id or 0)
    return Entry(
        ConceptKind(row.kind), spoken(as_value(row).terms), row.note, row.scope, row.pk, None, relation
    )


def _named(named: Named, concept: Concept, row: models.Concept | None) -> Entry:
    terms = (*concept.terms, *(as_value(row).terms if row else ()))
    return Entry(named.kind, spoken(terms), row.note if row else "", named=named)


def _each_once(entries: Iterable[Entry]) -> list[Entry]:
    """Two holders of one title are one entry: the one to which forms were added."""
    kept: dict[object, Entry] = {}
    for entry in entries:
        is_title = entry.kind is ConceptKind.TITLE
        key = tuple((s.language, s.agreed) for s in entry.languages) if is_title else entry.named
        if key not in kept or any(s.others or s.forbidden for s in entry.languages):
            kept[key] = entry
    return list(kept.values())


def _place(entry: Entry) -> tuple[int, int]:
    return (ORDER.index(entry.kind) if entry.kind in ORDER else len(ORDER), entry.pk or 0)
