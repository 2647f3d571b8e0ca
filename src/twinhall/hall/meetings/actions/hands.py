"""Raised hands, kept in the order of raising."""

from django.db import transaction

from twinhall.hall.meetings.actions.room_copy import changed
from twinhall.hall.meetings.models import Hand, Participant


def raise_hand(participant: Participant) -> None:
    """Put a hand up; one that is up keeps its place."""
    with transaction.atomic():
        if Hand.objects.get_or_create(participant=participant)[1]:
            changed(participant.meeting_id)


def lower_hand(participant: Participant) -> None:
    """Take a hand down."""
    with transaction.atomic():
        if Hand.objects.filter(participant=participant).delete()[0]:
            changed(participant.meeting_id)
