"""What taking a file of terms over would do, before it is done."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from twinhall.hall.base.languages import Language
from twinhall.hall.cities.models import City
from twinhall.hall.meetings.models import MeetingTerm
from twinhall.hall.meetings.queries.term_forms import (
    Change,
    changes_between,
    forms_held,
    forms_told,
    merged,
)
from twinhall.hall.meetings.queries.term_matching import AgreedTerms, KeptNames, key_of
from twinhall.hall.meetings.queries.term_places import AS_THE_FILE_SAYS, Place, TermPlaces
from twinhall.hall.translation import models
from twinhall.hall.translation.actions.termbase import Forms
from twinhall.hall.translation.enums import ConceptKind, Scope
from twinhall.hall.translation.queries import Named, added_to, as_value, named_by, names_of, people_at
from twinhall.language.interchange.term_files import fit_for
from twinhall.language.interchange.term_values import Entry, Reason, Rejected, TermFile
from twinhall.language.terms import Standing


class Fate(StrEnum):
    """What would become of a term of a file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    CONFLICT = "conflict"  # it is a name that is kept with a city or person, which says otherwise


@dataclass(frozen=True, slots=True)
class Planned:
    """A term of a file, what would become of it, and what would then be kept.

    changes: what would be different, beside the agreed forms of a new term; for a conflict, before is the
    name kept, after what the file says.
    place: where an agreed term holds; of no meaning for a name.
    """

    entry: Entry
    fate: Fate
    place: Place
    forms: Mapping[str, Forms]
    kind: ConceptKind
    note: str
    changes: tuple[Change, ...] = ()
    concept: models.Concept | None = None
    named: Named | None = None


@dataclass(frozen=True, slots=True)
class TermsPlan:
    """What would become of a file of terms."""

    file: TermFile
    planned: tuple[Planned, ...]
    rejected: tuple[Rejected, ...]

    def of(self, fate: Fate) -> list[Planned]:
        return [planned for planned in self.planned if planned.fate is fate]

    @property
    def takes(self) -> bool:
        """True if taking it over would change anything."""
        return any(planned.fate in (Fate.NEW, Fate.CHANGED) for planned in self.planned)


def plan_terms(found: TermFile, holds: str, places: TermPlaces) -> TermsPlan:
    """Return what would become of a file whose terms are to hold in a place, or where each says.

    Nine queries, however many terms. Cost: 1 s for 5,000 new terms, 3 s for 5,000 that are kept already.
    """
    file = fit_for(found, tuple(Language.values))
    made = list(_Ground(places).planned(file.entries, holds))
    rejected = [*file.rejected, *(each for each in made if isinstance(each, Rejected))]
    rejected.sort(key=lambda r: r.line)
    return TermsPlan(file, tuple(each for each in made if isinstance(each, Planned)), tuple(rejected))


class _Ground:
    """What is kept now: the agreed terms by place, and the names with the forms added to them."""

    def __init__(self, places: TermPlaces) -> None:
        self._places = places
        names = names_of(keys := _cities(places), people_at(keys))
        self._names = KeptNames(names)
        self._added = {
            named: row
            for row in models.Concept.objects.filter(added_to(names)).prefetch_related("terms")
            if (named := named_by(row)) is not None
        }
        self._agreed = {key: AgreedTerms(rows) for key, rows in _agreed(places).items()}

    def planned(self, entries: Sequence[Entry], holds: str) -> Iterator[Planned | Rejected]:
        """Yield what would become of each entry. A name is kept where it is kept, wherever terms hold."""
        places = [self._place(entry, holds) for entry in entries]
        names = [self._names.match(entry) for entry in entries]
        terms: dict[str, list[Entry]] = defaultdict(list)
        for entry, place, named in zip(entries, places, names, strict=True):
            if named is None and place is not None:
                terms[place.key].append(entry)
        kept = {key: self._agreed[key].matches(told) for key, told in terms.items() if key in self._agreed}
        for entry, place, named in zip(entries, places, names, strict=True):
            if named is not None:
                yield self._of_name(entry, named)
            elif place is None:
                reason = Reason.UNKNOWN_PLACE if entry.scope or holds != AS_THE_FILE_SAYS else Reason.NO_PLACE
                yield Rejected(entry.line, reason, " ".join(filter(None, (entry.scope, entry.place)))[:120])
            else:
                yield self._of_term(entry, place, kept.get(place.key, {}).get(entry))

    def _place(self, entry: Entry, holds: str) -> Place | None:
        if holds == AS_THE_FILE_SAYS:
            return self._places.named(entry.scope, entry.place)
        return self._places.place(holds)

    def _of_name(self, entry: Entry, named: Named) -> Planned:
        """A name stays as it is kept; other and forbidden forms are added, unless the names differ."""
        told, kind = forms_told(entry.concept.terms), named.kind
        differs = tuple(self._differences(entry, named))
        if differs:
            return Planned(entry, Fate.CONFLICT, Place(), {}, kind, "", differs, named=named)
        row = self._added.get(named)
        held = {tag: _only_added(f) for tag, f in forms_held(as_value(row).terms if row else ()).items()}
        added = {tag: self._not_the_name(named, tag, forms) for tag, forms in told.items()}
        after = merged(held, {tag: forms for tag, forms in added.items() if forms != Forms()})
        before = row.note if row else ""
        note = entry.note or before
        changes = tuple(changes_between(held, after)) + _of_note(before, note)
        fate = Fate.CHANGED if changes else Fate.SAME
        return Planned(entry, fate, Place(), after, kind, note, changes, row, named)

    def _of_term(self, entry: Entry, place: Place, concept: models.Concept | None) -> Planned | Rejected:
        told = forms_told(entry.concept.terms)
        held = forms_held(as_value(concept).terms) if concept else {}
        after = merged(held, told)
        reason = _why_not(after)
        if reason:
            form = next((t.text for t in entry.concept.terms), "")
            return Rejected(entry.line, reason, form[:120])
        kind = ConceptKind(entry.concept.kind)
        if concept is None:
            fate = Fate.SAME if self._holds_anyway(told, place) else Fate.NEW
            more = tuple(c for c in changes_between({}, after) if c.part != "preferred")
            told_beside = (*more, *_of_note("", entry.note)) if fate is Fate.NEW else ()
            return Planned(entry, fate, place, after, kind, entry.note, told_beside)
        kind = kind if entry.says_kind else ConceptKind(concept.kind)
        note = entry.note or concept.note
        changes = (*changes_between(held, after), *_of_note(concept.note, note))
        if kind != concept.kind:
            changes += (Change("", "kind", concept.kind, str(kind)),)
        return Planned(
            entry, Fate.CHANGED if changes else Fate.SAME, place, after, kind, note, changes, concept
        )

    def _holds_anyway(self, told: Mapping[str, Forms], place: Place) -> bool:
        """Say whether a wider place has the term already, with every form."""
        wider = [str(Scope.HOUSE)] if place.scope != Scope.HOUSE else []
        if place.scope == Scope.MEETING:
            wider.append(Place(place.relation).key)
        held = (forms for key in wider if key in self._agreed for forms in self._agreed[key].agreeing(told))
        return any(not changes_between(forms, merged(forms, told)) for forms in held)

    def _differences(self, entry: Entry, named: Named) -> Iterator[Change]:
        for term in entry.concept.terms:
            kept = self._names.agreed(named, term.language)
            agreed = {key_of(term.language, form) for form in kept}
            if term.standing is Standing.PREFERRED and key_of(term.language, term.text) not in agreed:
                yield Change(term.language, "preferred", next(iter(kept), ""), term.text)
            elif term.standing is Standing.FORBIDDEN and term.text in kept:
                yield Change(term.language, "forbidden", term.text, term.text)

    def _not_the_name(self, named: Named, language: str, told: Forms) -> Forms:
        kept = self._names.agreed(named, language)
        return Forms(variants=tuple(v for v in told.variants if v not in kept), forbidden=told.forbidden)


def _only_added(forms: Forms) -> Forms:
    return Forms(variants=forms.variants, forbidden=forms.forbidden)


def _of_note(before: str, after: str) -> tuple[Change, ...]:
    return (Change("", "note", before, after),) if before != after else ()


def _why_not(forms: Mapping[str, Forms]) -> Reason | None:
    """A term says something in two languages, and what was called otherwise is called something today."""
    if sum(bool(told.preferred) for told in forms.values()) < 2:
        return Reason.ONE_LANGUAGE
    if any(told.earlier and not told.preferred for told in forms.values()):
        return Reason.NOT_TODAY
    return None


def _cities(places: TermPlaces) -> list[int]:
    """Return the keys of the cities whose names count: all of them where terms may hold everywhere."""
    if places.house:
        return list(City.objects.values_list("pk", flat=True))
    return sorted({key for r in places.relations.values() for key in (r.home_id, r.partner_id)})


def _agreed(places: TermPlaces) -> dict[str, list[tuple[models.Concept, Mapping[str, Forms]]]]:
    """Return the agreed terms of each place with their forms; those of everywhere in any case."""
    ours = [relation.pk for relation in places.relations.values()]
    rows = models.Concept.objects.filter(
        Q(scope=Scope.HOUSE) | Q(relation__in=ours), city=None, person=None, post=None
    )
    meetings = dict(MeetingTerm.objects.filter(concept__in=rows).values_list("concept", "meeting"))
    found: dict[str, list[tuple[models.Concept, Mapping[str, Forms]]]] = {}
    for row in rows.prefetch_related("terms").order_by("pk"):
        number = meetings.get(row.pk) if row.scope == Scope.MEETING else row.relation_id
        key = f"{row.scope}-{number}" if row.scope != Scope.HOUSE else str(Scope.HOUSE)
        found.setdefault(key, []).append((row, forms_held(as_value(row).terms)))
    return found
