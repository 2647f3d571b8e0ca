"""The captioner's desk: holds every speaker to the plan, steps them in turn, sends and keeps their lines."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from twinhall.captioner.ports import Clock, Engines, Ledger, Outlet
from twinhall.captioner.speaker import Speaker
from twinhall.captions.pipeline import STEP_S
from twinhall.captions.ports import EngineError
from twinhall.captions.values import CaptionLine
from twinhall.hall.meetings.queries.captioning import CaptionPlan

log = logging.getLogger(__name__)
Answer = TypeVar("Answer")
_LOAD_STEPS = 25  # five seconds
_LEAST_PAUSE_S = 0.005


class Desk:
    """Captions every speaker of one meeting. All engines run in one thread, whoever has the floor first."""

    def __init__(
        self, plan: CaptionPlan, engines: Engines, outlet: Outlet, ledger: Ledger, clock: Clock
    ) -> None:
        self.plan = plan
        self._engines, self._outlet, self._ledger, self._clock = engines, outlet, ledger, clock
        self._speakers: dict[str, Speaker] = {}
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="captions")
        self._busy: list[float] = []
        self._failing_since: dict[str, int] = {}

    async def seat(self, identity: str) -> Speaker | None:
        """Return the speaker of a seat, None if the plan has none: a viewer, an interpreter, a stranger."""
        planned = self.plan.speakers.get(identity)
        if planned is None:
            return None
        if identity not in self._speakers:
            engines = await self._in_thread(lambda: self._engines(planned.language))
            if identity not in self._speakers:  # else their other track was quicker
                self._begin(Speaker(planned, engines, self._clock))
        return self._speakers[identity]

    def take(self, plan: CaptionPlan) -> None:
        """Go on by a newer plan."""
        self.plan = plan
        for speaker in self._speakers.values():
            self._follow_plan(speaker)

    async def work(self) -> None:
        """Step every speaker, every STEP_S, until cancelled. Nothing that is late is made up for."""
        while True:
            began = self._clock.ms()
            await self.step()
            spent_s = (self._clock.ms() - began) / 1000
            self._busy = [*self._busy[1 - _LOAD_STEPS :], spent_s]
            await asyncio.sleep(max(_LEAST_PAUSE_S, STEP_S - spent_s))

    async def step(self) -> None:
        """Step every speaker once."""
        for speaker in list(self._in_order()):
            await self._step(speaker)

    @property
    def load(self) -> float:
        """Share of real time that the last steps took; above 1 captions fall behind."""
        return sum(self._busy) / (STEP_S * len(self._busy)) if self._busy else 0.0

    @property
    def lost_ms(self) -> int:
        """Audio dropped so far, all speakers together."""
        return sum(speaker.lost_ms for speaker in self._speakers.values())

    def close(self) -> None:
        """Let the engine thread go."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _begin(self, speaker: Speaker) -> None:
        self._speakers[speaker.identity] = speaker
        self._follow_plan(speaker)
        if speaker.identity == self.plan.floor:
            speaker.resume_at(self.plan.place)

    def _follow_plan(self, speaker: Speaker) -> None:
        planned = self.plan.speakers.get(speaker.identity)
        speaker.item = self.plan.item
        speaker.prepare(planned.text if planned else None)
        if self.plan.held and speaker.identity == self.plan.floor:
            speaker.hold(self.plan.held_segment)
        else:
            speaker.release()

    def _in_order(self) -> Iterator[Speaker]:
        return iter(sorted(self._speakers.values(), key=lambda s: s.identity != self.plan.floor))

    async def _step(self, speaker: Speaker) -> None:
        try:
            lines = await self._in_thread(speaker.step)
        except EngineError as error:
            if speaker.identity not in self._failing_since:
                log.warning("meeting %s, %s: %s", self.plan.meeting, speaker.identity, error)
            self._failing_since.setdefault(speaker.identity, self._clock.ms())
            return
        failing_since = self._failing_since.pop(speaker.identity, None)
        if failing_since is not None:
            self._ledger.keep(speaker.lost(failing_since, self._clock.ms()))
        for line in lines:
            self._show(speaker, line)

    def _show(self, speaker: Speaker, line: CaptionLine) -> None:
        """Send and keep a line. While a hand holds, what was recognised is kept and nothing is sent."""
        if speaker.is_held and line.segment is not None:
            return
        if not speaker.is_held:
            for language, caption in speaker.shown(line, self.plan.languages):
                self._outlet.send(language, caption)
        for kept in speaker.kept(line):
            self._ledger.keep(kept)

    async def _in_thread(self, work: Callable[[], Answer]) -> Answer:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
