"""A media server that keeps in memory what it was asked, for tests of those who ask."""

from collections.abc import Sequence
from datetime import UTC, datetime

from twinhall.hall.meetings.media.port import MediaError, NoSuchRoom, Present


class FakeMediaServer:
    """Implements MediaServer. `away` makes every call fail, as a server that is down does."""

    def __init__(self, _env: object = None) -> None:
        self.reset()

    def reset(self) -> None:
        self.away = False
        self.metadata: dict[str, str] = {}
        self.people: dict[str, list[Present]] = {}
        self.said: list[tuple[str, str, str]] = []
        self.muted: list[tuple[str, str, str]] = []
        self.removed: list[tuple[str, str]] = []
        self.dispatched: list[tuple[str, str]] = []
        self.withdrawn: list[tuple[str, str]] = []

    def joins(self, room: str, identity: str, *, connection: str = "", agent: bool = False) -> None:
        now = datetime.now(UTC)
        someone = Present(identity, connection or f"PA_{identity}", now, agent, (f"TR_{identity}",))
        self.people.setdefault(room, []).append(someone)

    def leaves(self, room: str, identity: str) -> None:
        self.people[room] = [p for p in self.people.get(room, []) if p.identity != identity]

    def copy_to(self, room: str, metadata: str) -> None:
        self._answer()
        self.metadata[room] = metadata

    def copies(self, rooms: Sequence[str]) -> dict[str, str]:
        self._answer()
        return {room: copy for room, copy in self.metadata.items() if room in rooms}

    def present(self, room: str) -> list[Present]:
        self._answer()
        return list(self.people.get(room, []))

    def remove(self, room: str, identity: str) -> None:
        self._answer()
        if identity not in [p.identity for p in self.people.get(room, [])]:
            raise NoSuchRoom(identity)
        self.removed.append((room, identity))
        self.leaves(room, identity)

    def mute(self, room: str, identity: str, track: str) -> None:
        self._answer()
        self.muted.append((room, identity, track))

    def say(self, room: str, topic: str, text: str) -> None:
        self._answer()
        self.said.append((room, topic, text))

    def dispatch(self, room: str, agent: str) -> str:
        self._answer()
        self.dispatched.append((room, agent))
        return f"AD_{len(self.dispatched)}"

    def withdraw(self, room: str, dispatch: str) -> None:
        self._answer()
        self.withdrawn.append((room, dispatch))

    def _answer(self) -> None:
        if self.away:
            raise MediaError("away")
