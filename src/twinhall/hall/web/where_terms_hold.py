"""Where an agreed term may hold, as an officer chooses it: one list of relations, meetings, everywhere."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from twinhall.hall.base.languages import Language
from twinhall.hall.cities.models import Relation
from twinhall.hall.cities.queries import name_of_city
from twinhall.hall.meetings.enums import MeetingState
from twinhall.hall.meetings.models import Meeting, MeetingTerm
from twinhall.hall.meetings.queries.access import meetings_of
from twinhall.hall.meetings.queries.term_places import TermPlaces
from twinhall.hall.translation.enums import Scope
from twinhall.hall.translation.models import Concept
from twinhall.hall.translation.queries import reading, relations_of
from twinhall.hall.web.doors import OfficerRequest

Group = tuple[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Places(TermPlaces):
    """The relations and meetings an officer may agree on terms for, as a choice."""

    @property
    def choices(self) -> list[Group | tuple[str, str]]:
        """What a select shows."""
        language = get_language() or Language.EN
        between = [(key, pair_of(relation)) for key, relation in self.relations.items()]
        within = [(key, reading(m.title, language).text) for key, m in self.meetings.items()]
        groups: list[Group | tuple[str, str]] = [(_("Between two cities"), between)] if between else []
        groups += [(_("In one meeting"), within)] if within else []
        return groups + ([(str(Scope.HOUSE), _("Everywhere"))] if self.house else [])

    def chosen(self, value: str) -> tuple[Relation | None, Meeting | None]:
        """Return what a choice stands for."""
        return self.relations.get(value), self.meetings.get(value)


def places_for(request: OfficerRequest, concept: Concept | None = None) -> Places:
    """Return where this officer may let a term hold: administrators everywhere.

    Meetings are those to come, and the one that the concept holds in.
    """
    its_own = MeetingTerm.objects.filter(concept=concept).values("meeting") if concept else ()
    to_come = ~Q(state=MeetingState.ENDED) | Q(pk__in=its_own)
    open_ = meetings_of(request.user).filter(to_come).select_related("title", "relation")
    return Places(
        {f"{Scope.RELATION}-{r.pk}": r for r in relations_of(request.city)},
        {f"{Scope.MEETING}-{m.pk}": m for m in open_.prefetch_related("title__renditions")},
        request.user.is_administrator,
    )


def place_of(concept: Concept) -> str:
    """Return the value of the choice that a concept stands by."""
    if concept.scope == Scope.MEETING:
        held = MeetingTerm.objects.filter(concept=concept).values_list("meeting", flat=True).first()
        return f"{Scope.MEETING}-{held}"
    return f"{Scope.RELATION}-{concept.relation_id}" if concept.relation_id else str(Scope.HOUSE)


def pair_of(relation: Relation) -> str:
    """Osan – Quảng Nam, in the reader's language."""
    language = get_language() or Language.EN
    return " – ".join(name_of_city(city, language).short for city in (relation.home, relation.partner))
