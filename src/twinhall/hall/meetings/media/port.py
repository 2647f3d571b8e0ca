"""What the hall asks of a media server."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class MediaError(Exception):
    """The media server did not do it: away, too slow, or it refused. The message holds no personal data."""


class NoSuchRoom(MediaError):
    """The room is not there (yet, or any more), or not the one asked for in it."""


@dataclass(frozen=True, slots=True)
class Present:
    """Someone who is connected to a room."""

    identity: str
    connection: str  # the media server's name for this one stay
    joined_at: datetime
    is_agent: bool
    microphones: tuple[str, ...]  # ids of the open microphone tracks


class MediaServer(Protocol):
    """Every call ends within about a second, or raises MediaError."""

    def copy_to(self, room: str, metadata: str) -> None:
        """Set a room's metadata; a room that is not there is made."""
        ...

    def copies(self, rooms: Sequence[str]) -> dict[str, str]:
        """Return the metadata of those of the rooms that are there."""
        ...

    def present(self, room: str) -> list[Present]:
        """Return who is in a room; nobody is in a room that is not there."""
        ...

    def remove(self, room: str, identity: str) -> None:
        """Put someone out. Raises NoSuchRoom when they are not there."""
        ...

    def mute(self, room: str, identity: str, track: str) -> None:
        """Mute a track; only its owner can open it again."""
        ...

    def say(self, room: str, topic: str, text: str) -> None:
        """Send everyone in a room a short text (up to 15 kB) as a data packet."""
        ...

    def dispatch(self, room: str, agent: str) -> str:
        """Ask for an agent in a room and return the dispatch's id. The room is made if it is not there."""
        ...

    def withdraw(self, room: str, dispatch: str) -> None:
        """Take a dispatch back, which ends its job. Raises NoSuchRoom when it is gone."""
        ...
