"""Taking a file of terms into the termbase: brought, looked at, then taken over or dropped."""

from collections.abc import Sequence

from django.db import transaction

from twinhall.hall.meetings.models import MeetingTerm, TermsImport
from twinhall.hall.meetings.queries.term_places import TermPlaces
from twinhall.hall.meetings.queries.terms_intake import Fate, Planned, TermsPlan, plan_terms
from twinhall.hall.people.models import User
from twinhall.hall.translation.actions import add_forms, term_rows
from twinhall.hall.translation.models import Concept, Term
from twinhall.language.interchange.term_files import read_terms

AT_ONCE = 400  # terms in a statement


class AlreadyTaken(Exception):
    """Taken over or dropped in the meantime."""


def bring_terms(data: bytes, file_name: str, holds: str, *, by: User) -> TermsImport:
    """Keep a file that can be read, until it is taken over or dropped. The termbase does not change yet.

    What the same officer brought before and did not take over goes. Raises BadTermFile.
    """
    read_terms(data)
    TermsImport.objects.filter(created_by=by).delete()
    return TermsImport.objects.create(file_name=file_name[:200], holds=holds, data=data, created_by=by)


@transaction.atomic
def take_terms_over(import_id: int, places: TermPlaces) -> TermsPlan:
    """Put the terms of a file into the termbase and return what was done: all that can be, or nothing.

    It is planned anew, on what is kept now. places: where this officer may agree on terms.
    Raises AlreadyTaken.
    """
    row = TermsImport.objects.select_for_update().filter(pk=import_id).first()
    if row is None:
        raise AlreadyTaken(import_id)
    plan = plan_terms(read_terms(bytes(row.data)), row.holds, places)
    put_into_termbase(plan)
    row.delete()
    return plan


@transaction.atomic
def put_into_termbase(plan: TermsPlan) -> None:
    """Do what is planned, all of it or nothing."""
    _add(plan.of(Fate.NEW))
    changed = plan.of(Fate.CHANGED)
    _change([planned for planned in changed if planned.named is None])
    for planned in changed:
        if planned.named is not None:
            add_forms(planned.named, note=planned.note, forms=planned.forms)


def drop_terms(import_id: int) -> None:
    """Forget a file that was brought."""
    TermsImport.objects.filter(pk=import_id).delete()


def _add(new: Sequence[Planned]) -> None:
    """Store terms that were not there: a statement for some hundred of them."""
    concepts = Concept.objects.bulk_create(
        [Concept(kind=p.kind, scope=p.place.scope, relation=p.place.relation, note=p.note) for p in new]
    )
    pairs = list(zip(new, concepts, strict=True))
    Term.objects.bulk_create([row for p, concept in pairs for row in term_rows(concept, p.forms)])
    MeetingTerm.objects.bulk_create(
        [MeetingTerm(meeting=p.place.meeting, concept=concept) for p, concept in pairs if p.place.meeting]
    )


def _change(changed: Sequence[Planned]) -> None:
    """Store terms anew with all their forms; where they hold stays. A few statements for some hundred."""
    for start in range(0, len(changed), AT_ONCE):
        some = [(p, p.concept) for p in changed[start : start + AT_ONCE] if p.concept is not None]
        for planned, concept in some:
            concept.kind, concept.note = planned.kind, planned.note
        concepts = [concept for _, concept in some]
        Concept.objects.bulk_update(concepts, ["kind", "note"])
        Term.objects.filter(concept__in=concepts).delete()
        Term.objects.bulk_create([row for p, concept in some for row in term_rows(concept, p.forms)])
