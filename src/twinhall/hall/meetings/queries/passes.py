"""The pass with which a seat enters its media room."""

from dataclasses import dataclass

from twinhall import environment
from twinhall.hall.meetings.enums import LinkScope, Role
from twinhall.hall.meetings.media.tokens import (
    CAMERA,
    MICROPHONE,
    SCREEN,
    SCREEN_SOUND,
    Entrant,
    join_token,
)
from twinhall.hall.meetings.models import Participant

SOURCES = {
    Role.OFFICER: (CAMERA, MICROPHONE, SCREEN, SCREEN_SOUND),
    Role.HEAD: (CAMERA, MICROPHONE, SCREEN, SCREEN_SOUND),
    Role.DELEGATE: (CAMERA, MICROPHONE, SCREEN, SCREEN_SOUND),
    Role.INTERPRETER: (CAMERA, MICROPHONE),
    Role.VIEWER: (),
}


@dataclass(frozen=True, slots=True)
class RoomPass:
    """Where to connect, and the token that lets one in."""

    url: str  # ws:// or wss://
    token: str


def room_pass(participant: Participant, scope: str = LinkScope.SEAT) -> RoomPass:
    """Return the pass of an admitted seat. Whether it is admitted is for the caller to know.

    A helper with a cue link enters beside the seat's holder, unseen, and sends nothing.
    """
    env = environment.current()
    helper = scope == LinkScope.CUE
    attributes = {
        "person": str(participant.pk),
        "side": participant.side,
        "role": participant.role,
        "language": participant.language,
    }
    entrant = Entrant(
        room=participant.meeting.room,
        identity=f"{participant.identity}-cue" if helper else participant.identity,
        sources=() if helper else SOURCES[Role(participant.role)],
        attributes=attributes | ({"synthetic": "1"} if participant.synthetic else {}),
        hidden=helper,
    )
    return RoomPass(env.livekit_url_public, join_token(entrant, env))


def may_speak(participant: Participant) -> bool:
    """True when the seat may open a microphone."""
    return MICROPHONE in SOURCES[Role(participant.role)]


def may_share(participant: Participant) -> bool:
    """True when the seat may show its screen."""
    return SCREEN in SOURCES[Role(participant.role)]
