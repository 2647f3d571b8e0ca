"""Runs a demonstration's meeting for whoever comes: its voices speak, its agenda moves, again and again.

It never fights a person: what an officer moves is obeyed at once, and it moves on by itself only when the
speaker has finished and nobody moved for a while. Where nobody is, nothing is sent.
"""

import asyncio
import logging
from datetime import datetime

from twinhall.demo.asking import Asking
from twinhall.demo.company import Company
from twinhall.demo.score import Again, FreeWords, NextItem, NextSpeaker, step_after
from twinhall.demo.stage import Moment, Stage
from twinhall.hall.meetings.enums import MeetingState
from twinhall.hall.meetings.media.port import MediaError

log = logging.getLogger(__name__)
LOOK_S, LOOK_IDLE_S = 0.5, 2.0
LEAVE_AFTER_S = 10.0  # a page that is loaded anew comes back before
SETTLE_S = 4.0  # from the first visitor's coming to the first word
BREATH_S = 2.5  # between two speakers, when nobody leads
YIELD_S = 10.0  # after the end of a speech, when an officer leads
PERSON_S = 60.0  # how long a person who was given the floor is waited for
REST_S = 20.0  # from the closing words to the next greetings

Floor = tuple[int | None, str | None, datetime | None]  # item, speaker, since


class Autopilot:
    """Runs one meeting. `ask` runs a call of the stage off the event loop."""

    def __init__(self, stage: Stage, company: Company, ask: Asking) -> None:
        self._stage, self._company, self._ask = stage, company, ask
        self._clock = asyncio.get_running_loop()
        self._audience_since: float | None = None
        self._seen_at = 0.0
        self._ours: int | None = None  # the revision our last move led to
        self._floor: Floor | None = None  # whose speech began last
        self._since = 0.0  # when it began, or ended
        self._speech: asyncio.Task[None] | None = None
        self._free: FreeWords | None = None
        self._turn = 0
        self._begun = False

    async def run(self) -> None:
        """Run until cancelled."""
        try:
            while True:
                try:
                    await self._look()
                except MediaError as error:
                    log.warning("meeting %s: %s", self._stage.id, error)
                await asyncio.sleep(LOOK_S if self._audience_since else LOOK_IDLE_S)
        finally:
            await self._silence()
            await self._company.leave()

    async def _look(self) -> None:
        now = await self._ask(self._stage.look)
        await self._company.forget_gone()
        people = now.present - self._company.seats
        if now.waiting and not await self._ask(lambda: self._stage.has_officer(people)):
            await self._ask(self._stage.admit_guests)
        if not self._audience(bool(people)) or now.state not in (MeetingState.OPEN, MeetingState.LIVE):
            await self._go_home()
            return
        await self._company.enter(now.present, lambda identity: self._ask(lambda: self._stage.seat(identity)))
        if self._audience_since is not None and self._clock.time() - self._audience_since >= SETTLE_S:
            await self._lead(now)

    def _audience(self, somebody: bool) -> bool:
        """Say whether there is somebody to play for, who may have been away for a moment."""
        if somebody:
            self._seen_at = self._clock.time()
            self._audience_since = self._audience_since or self._seen_at
        elif self._audience_since and self._clock.time() - self._seen_at > LEAVE_AFTER_S:
            self._audience_since = None
        return self._audience_since is not None

    async def _go_home(self) -> None:
        await self._silence()
        await self._company.leave()
        self._begun, self._floor = False, None

    async def _lead(self, now: Moment) -> None:
        """Begin for a new audience; else let whoever has the floor speak, and move on when they finished."""
        if not self._begun:
            self._begun = True
            if now.state == MeetingState.OPEN or now.revision == self._ours:
                await self._begin(now)
                return
        floor = (now.item, now.floor, now.since)
        if floor != self._floor:
            await self._follow(now, floor)
        elif self._speech is not None and self._speech.done():
            self._speech.result()  # a bug is allowed to fall
            self._speech, self._since = None, self._clock.time()
        elif self._speech is None and self._clock.time() - self._since >= self._patience(now):
            await self._move_on(now)

    async def _follow(self, now: Moment, floor: Floor) -> None:
        """Let the one who now has the floor speak, whoever gave it to them."""
        await self._silence()
        if self._floor is None or floor[2] != self._floor[2]:
            self._turn = 0  # another item
        free = self._free if now.revision == self._ours else None
        self._floor, self._free, self._since = floor, None, self._clock.time()
        if free is not None:
            self._turn = free.turn
        if now.floor is None or not self._company.is_voice(now.floor):
            return
        identity = now.floor
        lines = [free.words] if free else await self._ask(lambda: self._stage.lines(now.item, identity))
        if lines:
            self._speech = asyncio.create_task(self._company.speak(identity, lines))

    def _patience(self, now: Moment) -> float:
        if not self._company.is_voice(now.floor):
            return PERSON_S
        return BREATH_S if now.revision == self._ours else YIELD_S

    async def _move_on(self, now: Moment) -> None:
        agenda = await self._ask(self._stage.agenda)
        step = step_after(agenda, now.item, now.floor, self._turn)
        if isinstance(step, NextSpeaker | FreeWords):
            self._free = step if isinstance(step, FreeWords) else None
            self._ours = await self._ask(lambda: self._stage.give_floor(step.identity, now.revision))
            if isinstance(step, FreeWords):
                self._floor = None if now.floor == step.identity else self._floor
        elif isinstance(step, NextItem):
            self._ours = await self._ask(lambda: self._stage.go_on(now.revision))
        elif isinstance(step, Again) and self._clock.time() - self._since >= REST_S:
            await self._begin(now)

    async def _begin(self, now: Moment) -> None:
        self._ours = await self._ask(lambda: self._stage.begin(now.revision))

    async def _silence(self) -> None:
        if self._speech is not None:
            self._speech.cancel()
            await asyncio.gather(self._speech, return_exceptions=True)
            self._speech = None
