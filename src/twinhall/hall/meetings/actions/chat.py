"""Written messages in the hall."""

from django.db import transaction

from twinhall.hall.meetings.actions.room_copy import changed
from twinhall.hall.meetings.models import ChatMessage, Participant

LONGEST = ChatMessage._meta.get_field("text").max_length or 0


class EmptyMessage(Exception):
    """Nothing was written."""


class MessageTooLong(Exception):
    """More than LONGEST characters."""


def say(participant: Participant, text: str) -> ChatMessage:
    """Store a message in the language of whoever wrote it. Raises EmptyMessage or MessageTooLong."""
    words = text.replace("\x00", "").strip()
    if not words:
        raise EmptyMessage
    if len(words) > LONGEST:
        raise MessageTooLong
    with transaction.atomic():
        message = ChatMessage.objects.create(
            meeting_id=participant.meeting_id,
            participant=participant,
            language=participant.language,
            text=words,
        )
        changed(participant.meeting_id)
    return message
