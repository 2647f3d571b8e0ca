"""Closing a microphone from the officer's place."""

from twinhall.hall.meetings.media.current import media_server
from twinhall.hall.meetings.models import Participant


def mute(participant: Participant) -> None:
    """Mute every open microphone of someone; nothing if they have none. Raises MediaError."""
    server, room = media_server(), participant.meeting.room
    for present in server.present(room):
        if present.identity == participant.identity:
            for track in present.microphones:
                server.mute(room, present.identity, track)
