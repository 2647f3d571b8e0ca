"""Agreeing on a term for a relation, or for one of its meetings."""

from collections.abc import Mapping

from django.db import transaction

from twinhall.hall.cities.models import Relation
from twinhall.hall.meetings.models import Meeting, MeetingTerm
from twinhall.hall.translation.actions import Forms, write_term
from twinhall.hall.translation.enums import Scope
from twinhall.hall.translation.models import Concept


@transaction.atomic
def agree_on_term(
    concept: Concept | None,
    *,
    kind: str,
    relation: Relation | None,
    meeting: Meeting | None,
    note: str,
    forms: Mapping[str, Forms],
) -> Concept:
    """Store an agreed term and where it holds: in a meeting, else between two cities, else everywhere."""
    relation = meeting.relation if meeting else relation
    scope = Scope.MEETING if meeting else ""
    concept = write_term(concept, kind=kind, relation=relation, note=note, forms=forms, scope=scope)
    MeetingTerm.objects.filter(concept=concept).exclude(meeting=meeting).delete()
    if meeting is not None:
        MeetingTerm.objects.get_or_create(concept=concept, defaults={"meeting": meeting})
    return concept
