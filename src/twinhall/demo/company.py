"""The voices of one meeting: who of them is in the room, and who speaks."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from twinhall.demo.voicing import voice_of
from twinhall.hall.meetings.models import Participant
from twinhall.rehearsal.performer import CannotEnter, Performer, seated
from twinhall.rehearsal.picture import Picture
from twinhall.rehearsal.rehearse import place_of
from twinhall.rehearsal.synthesis import VoiceFailed, VoiceMissing
from twinhall.rehearsal.voices import read_aloud

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Seated:
    performer: Performer
    stay: AsyncExitStack


class Company:
    """Comes into the room when there is somebody to speak to, and leaves when they have left."""

    def __init__(self, url: str, folder: Path, voices: dict[str, Participant], pictures: dict[str, Picture]):
        self._url, self._folder, self._voices, self._pictures = url, folder, voices, pictures
        self._seated: dict[str, _Seated] = {}
        self._given_up: set[str] = set()  # seats that a person took

    @property
    def seats(self) -> frozenset[str]:
        """The identities under which voices are in the room."""
        return frozenset(self._seated)

    def is_voice(self, identity: str | None) -> bool:
        """True when a voice, not a person, sits there."""
        return identity in self._seated

    async def enter(self, present: frozenset[str], token: Callable[[str], Awaitable[str]]) -> None:
        """Take every seat of ours in which nobody sits."""
        self._given_up &= present
        for identity in self._voices.keys() - self._seated.keys() - self._given_up - present:
            stay = AsyncExitStack()
            try:
                sitting = seated(self._url, await token(identity), self._pictures[identity])
                self._seated[identity] = _Seated(await stay.enter_async_context(sitting), stay)
            except CannotEnter as error:
                log.warning("%s did not get in: %s", identity, error)

    async def forget_gone(self) -> None:
        """Give up the seats that people took, and those that were lost with the media server."""
        for identity, sitting in list(self._seated.items()):
            if sitting.performer.gone.is_set():
                del self._seated[identity]
                if sitting.performer.taken:
                    self._given_up.add(identity)
                await sitting.stay.aclose()

    async def leave(self) -> None:
        """Leave the room, all of us."""
        for identity in list(self._seated):
            await self._seated.pop(identity).stay.aclose()

    async def speak(self, identity: str, lines: Sequence[str]) -> None:
        """Let a voice say something; cancel it to fall silent."""
        seat = self._voices[identity]
        voice = voice_of(seat.language, seat.role)
        try:
            samples = await asyncio.to_thread(read_aloud, lines, voice, self._folder)
        except (VoiceMissing, VoiceFailed) as error:
            log.error("%s cannot speak: %s", identity, error)
            return
        sitting = self._seated.get(identity)
        if sitting is not None:
            await sitting.performer.say(samples)


def pictures_of(voices: dict[str, Participant]) -> dict[str, Picture]:
    """Return what each voice's camera shows. Half a second each."""
    return {identity: Picture(place_of(seat)) for identity, seat in voices.items()}
