"""Where agreed terms may hold: everywhere, between two cities, in one meeting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twinhall.hall.cities.models import City, Relation
from twinhall.hall.meetings.models import Meeting
from twinhall.hall.translation.enums import Scope
from twinhall.language.folding import fold_term

AS_THE_FILE_SAYS = "file"  # a choice for files: each term holds where it says


@dataclass(frozen=True, slots=True)
class Place:
    """Where a term holds: in the meeting, else in the relation, else everywhere."""

    relation: Relation | None = None
    meeting: Meeting | None = None

    @property
    def key(self) -> str:
        """Return house, relation-3 or meeting-5."""
        if self.meeting is not None:
            return f"{Scope.MEETING}-{self.meeting.pk}"
        return f"{Scope.RELATION}-{self.relation.pk}" if self.relation else str(Scope.HOUSE)

    @property
    def scope(self) -> str:
        return self.key.partition("-")[0]


@dataclass(frozen=True, slots=True)
class TermPlaces:
    """The relations and meetings for which someone may agree on terms, by key, and whether everywhere is one.

    Relations come with their cities' names, meetings with their titles' renditions: nothing is queried here.
    """

    relations: Mapping[str, Relation]
    meetings: Mapping[str, Meeting]
    house: bool

    def place(self, key: str) -> Place | None:
        """Return the place of a key, None if it is not one of these."""
        if key in self.meetings:
            return Place(self.meetings[key].relation, self.meetings[key])
        if key in self.relations:
            return Place(self.relations[key])
        return Place() if self.house and key == Scope.HOUSE else None

    def named(self, scope: str, place: str) -> Place | None:
        """Return the place that a file names, None if it is none of these, or could be several."""
        if scope == Scope.HOUSE:
            return self.place(scope)
        wanted = fold_term(place, "ko")
        if scope == Scope.RELATION:
            pairs = ((key, _pairs(relation)) for key, relation in self.relations.items())
            found = [key for key, names in pairs if wanted in names]
        else:
            titles = ((key, _titles(meeting)) for key, meeting in self.meetings.items())
            found = [key for key, names in titles if wanted in names]
        return self.place(found[0]) if len(found) == 1 else None


def places_of(relations: Iterable[Relation], meetings: Iterable[Meeting], *, house: bool) -> TermPlaces:
    """Return places by their keys."""
    return TermPlaces(
        {Place(relation).key: relation for relation in relations},
        {Place(meeting.relation, meeting).key: meeting for meeting in meetings},
        house,
    )


def _pairs(relation: Relation) -> set[str]:
    """Return every way to write the two cities with a dash between them, in any language and order."""
    home, partner = _names(relation.home), _names(relation.partner)
    pairs = [(a, b) for a in home for b in partner]
    pairs += [(b, a) for a, b in pairs]
    return {fold_term(f"{a} – {b}", "ko") for a, b in pairs}


def _names(city: City) -> set[str]:
    return {form for name in city.names.all() for form in (name.short, name.full)}


def _titles(meeting: Meeting) -> set[str]:
    bodies = [meeting.title.body, *(r.body for r in meeting.title.renditions.all())]
    return {fold_term(body, "ko") for body in bodies}
