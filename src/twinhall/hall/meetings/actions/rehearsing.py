"""A synthetic voice takes a seat, or gives it back to the person it belongs to."""

from django.db import transaction

from twinhall.hall.meetings.actions.room_copy import changed
from twinhall.hall.meetings.enums import Admission
from twinhall.hall.meetings.models import Participant


def seat_voice(participant: Participant) -> None:
    """Let a synthetic voice in at this seat; everyone is told that it is one. Again at no harm."""
    _sit(participant, synthetic=True, admission=Admission.ADMITTED)


def free_seat(participant: Participant) -> None:
    """The person of this seat speaks for themself again."""
    _sit(participant, synthetic=False)


def _sit(participant: Participant, **fields: object) -> None:
    with transaction.atomic():
        seat = Participant.objects.filter(pk=participant.pk)
        if seat.filter(**fields).exists():
            return
        asked = {"asked_at": None} if "admission" in fields else {}
        if seat.update(**fields, **asked):
            changed(participant.meeting_id, people=True)
    participant.refresh_from_db(fields=["synthetic", "admission"])
