"""Who reads from which prepared text in the item now held."""

from collections.abc import Sequence

from twinhall.hall.meetings.enums import Role
from twinhall.hall.meetings.models import AgendaSpeaker, Participant, Remarks, RunOfShow


def readers_of(run: RunOfShow, seats: Sequence[Participant]) -> dict[int, Remarks]:
    """Return the remarks that seats read from, by participant. Two queries.

    Everyone reads their own. A speaker of the item, or whoever has the floor, who prepared none shares those
    of their side's speaker before them on the agenda, if they speak the same language: they read on in them.
    """
    own = {r.participant_id: r for r in Remarks.objects.filter(item_id=run.item_id, item__isnull=False)}
    if not own:
        return {}
    agenda = AgendaSpeaker.objects.filter(item_id=run.item_id).values_list("participant_id", flat=True)
    order = list(agenda)
    sides = {seat.pk: seat.side for seat in seats}
    read = {}
    for seat in seats:
        shares = seat.role != Role.INTERPRETER and (seat.pk in order or seat.pk == run.speaker_id)
        remarks = own.get(seat.pk) or (shared(seat, order, sides, own) if shares else None)
        if remarks is not None:
            read[seat.pk] = remarks
    return read


def shared(
    seat: Participant, order: Sequence[int], sides: dict[int, str], own: dict[int, Remarks]
) -> Remarks | None:
    """Return the remarks of the nearest speaker before a seat, else behind it, whom it can read for."""
    at = order.index(seat.pk) if seat.pk in order else len(order)
    for pk in [*reversed(order[:at]), *order[at:]]:
        remarks = own.get(pk)
        if remarks and remarks.language == seat.language and sides.get(pk) == seat.side:
            return remarks
    return None
