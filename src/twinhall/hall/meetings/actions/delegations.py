"""Who takes part: seats, their order, their roles."""

from django.db import IntegrityError, transaction

from twinhall.hall.cities.models import Post
from twinhall.hall.meetings.actions.planning import NotRemovable
from twinhall.hall.meetings.actions.room_copy import edited
from twinhall.hall.meetings.enums import Role
from twinhall.hall.meetings.models import Meeting, Participant
from twinhall.hall.people.models import Person


class SeatTaken(Exception):
    """The person has a seat in this meeting already."""


def take_seat(
    meeting: Meeting,
    person: Person,
    *,
    side: str,
    role: str = Role.DELEGATE,
    language: str = "",
    post: Post | None = None,
    synthetic: bool = False,
) -> Participant:
    """Seat someone after those of their side. Raises SeatTaken."""
    with transaction.atomic():
        ours = meeting.participants.filter(side=side)
        last = ours.order_by("-precedence").values_list("precedence", flat=True).first() or 0
        try:
            with transaction.atomic():
                seat = Participant.objects.create(
                    meeting=meeting,
                    person=person,
                    post=post,
                    side=side,
                    role=role,
                    language=language or person.language,
                    precedence=last + 1,
                    synthetic=synthetic,
                )
        except IntegrityError as error:
            raise SeatTaken from error
        edited(meeting.pk)
    return seat


def change_seat(seat: Participant, *, role: str, language: str) -> None:
    """Change what someone does and which language they speak."""
    Participant.objects.filter(pk=seat.pk).update(role=role, language=language)
    edited(seat.meeting_id)


def move_seat(seat: Participant, *, up: bool) -> None:
    """Change places with the neighbour of the same side; at the end of the list nothing happens."""
    with transaction.atomic():
        rows = list(Participant.objects.select_for_update().filter(meeting=seat.meeting_id, side=seat.side))
        here = next((i for i, row in enumerate(rows) if row.pk == seat.pk), None)
        if here is None:
            return
        there = here + (-1 if up else 1)
        if 0 <= there < len(rows):
            rows[here], rows[there] = rows[there], rows[here]
        for precedence, row in enumerate(rows, start=1):
            row.precedence = precedence
        Participant.objects.bulk_update(rows, ["precedence"])
        edited(seat.meeting_id)


def give_up_seat(seat: Participant) -> None:
    """Take someone off the delegation, with their links. Raises NotRemovable for who has remarks or came."""
    with transaction.atomic():
        row = Participant.objects.select_for_update().get(pk=seat.pk)
        if row.remarks.filter(segments__isnull=False).exists() or row.attendance.exists():
            raise NotRemovable
        row.delete()
        edited(seat.meeting_id)
