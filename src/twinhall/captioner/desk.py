"""The captioner's desk: holds every speaker to the plan, gives them turns, sends and keeps their lines."""

import asyncio
import logging
from collections.abc import Iterable

from twinhall.captioner.load import Load
from twinhall.captioner.losses import Losses
from twinhall.captioner.ports import Clock, Engines, Ledger, Outlet, Translations, Workers
from twinhall.captioner.screens import Screens
from twinhall.captioner.speaker import Sent, Speaker
from twinhall.captioner.translating import Translating
from twinhall.captioner.translations import NoTranslations
from twinhall.captioner.turns import Turns
from twinhall.captions.ports import EngineError
from twinhall.captions.translating import Outcome
from twinhall.captions.values import CaptionLine
from twinhall.hall.meetings.queries.captioning import CaptionPlan, SpeakerPlan

log = logging.getLogger(__name__)


class Desk:
    """Captions every speaker of one meeting. Its loop computes nothing: workers and translations do."""

    def __init__(
        self,
        plan: CaptionPlan,
        engines: Engines,
        outlet: Outlet,
        ledger: Ledger,
        clock: Clock,
        workers: Workers,
        translations: Translations | None = None,
    ) -> None:
        self.plan = plan
        self._engines, self._outlet, self._ledger = engines, outlet, ledger
        self._clock, self._workers = clock, workers
        self._speakers: dict[str, Speaker] = {}
        self._turns, self._load = Turns(workers.count), Load(workers.count)
        self._screens = Screens()
        self._translations: Translations = translations or NoTranslations()
        self._translating = Translating(plan.meeting, self._translations, clock)
        self._losses = Losses(clock)

    async def seat(self, identity: str) -> Speaker | None:
        """Return the speaker of a seat, None if the plan has none: a viewer, a stranger."""
        planned = self.plan.speakers.get(identity)
        if planned is None:
            return None
        if identity not in self._speakers:
            engines = await self._workers.run(lambda: self._engines(planned.language))
            if identity not in self._speakers:  # else their other track was quicker
                self._begin(Speaker(planned, engines, self._clock))
        return self._speakers[identity]

    def take(self, plan: CaptionPlan) -> None:
        """Go on by a newer plan."""
        self.plan = plan
        for speaker in self._speakers.values():
            self._follow_plan(speaker)

    async def work(self) -> None:
        """Give turns until cancelled, as many at once as there are workers. Nothing late is made up for."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._hear_translations())
            for _ in range(self._workers.count):
                tasks.create_task(self._give_turns())

    async def step(self) -> None:
        """Let every speaker take a step, now and one after the other, who comes first at first."""
        for speaker in sorted(self._speakers.values(), key=lambda s: s.identity not in self.plan.first):
            await self._step(speaker)

    def tell(self, outcome: Outcome) -> None:
        """Send and keep a translation: a later revision of what was recognised."""
        told = self._translating.told(outcome)
        if told is None:
            return
        if told.caption:
            self._outlet.send(told.language, told.caption)
        self._ledger.keep(told.kept)

    @property
    def untranslated(self) -> dict[str, int]:
        """How many sentences no engine translated so far, by language wanted."""
        return self._translating.lost

    @property
    def load(self) -> float:
        """Share of the workers' time that was used lately; at 1 captions fall behind."""
        return self._load.share(self._clock.ms())

    @property
    def lost_ms(self) -> int:
        """Audio dropped so far, all speakers together."""
        return sum(speaker.lost_ms for speaker in self._speakers.values())

    async def _hear_translations(self) -> None:
        while True:
            self.tell(await self._translations.next())

    async def _give_turns(self) -> None:
        while True:
            began_ms = self._clock.ms()
            who = self._turns.take(self.plan.first, began_ms)
            if who is None:
                await asyncio.sleep(self._turns.wait_ms(began_ms) / 1000)
                continue
            speaker = self._speakers[who]
            await self._step(speaker)
            ended_ms = self._clock.ms()
            self._turns.end(who, ended_ms, is_speaking=speaker.spoke_within(1000))
            self._load.add(ended_ms, ended_ms - began_ms)

    def _begin(self, speaker: Speaker) -> None:
        self._speakers[speaker.identity] = speaker
        self._turns.add(speaker.identity)
        self._follow_plan(speaker)
        speaker.resume_at(self.plan.place)

    def _follow_plan(self, speaker: Speaker) -> None:
        planned = self.plan.speakers.get(speaker.identity)
        if planned and planned.language != speaker.language:
            return  # their next step begins by changing the language, and comes here again
        self._translating.prepare(speaker.language, self.plan.languages)
        speaker.item = self.plan.item
        speaker.follow(planned)
        floor = self.plan.speakers.get(self.plan.floor or "")
        if self.plan.held and floor and (speaker.identity == self.plan.floor or is_same(planned, floor)):
            speaker.hold(self.plan.held_segment)
        else:
            speaker.release()

    async def _step(self, speaker: Speaker) -> None:
        try:
            await self._keep_language(speaker)
            lines = await self._workers.run(speaker.step)
        except EngineError as error:
            if self._losses.fail(speaker):
                log.warning("meeting %s, %s: %s", self.plan.meeting, speaker.identity, error)
            return
        for lost in self._losses.told(speaker):
            self._ledger.keep(lost)
        for line in lines:
            self._show(speaker, line)
        if not lines and self._screens.is_back(speaker, self._speakers.values()):
            self._send(speaker.shown_again(self.plan.languages))
            self._screens.come_back(speaker, self._clock.ms())

    async def _keep_language(self, speaker: Speaker) -> None:
        planned = self.plan.speakers.get(speaker.identity)
        if planned and planned.language != speaker.language:
            engines = await self._workers.run(lambda: self._engines(planned.language))
            speaker.speak(planned, engines)
            self._follow_plan(speaker)

    def _show(self, speaker: Speaker, line: CaptionLine) -> None:
        """Send and keep a line. While a hand holds, what was recognised is kept and nothing is sent."""
        if line.segment is not None and (speaker.is_held or not speaker.has(line)):
            return  # not has: the text was changed while the step was computed
        others = self._speakers.values()
        is_shown = not speaker.is_held and self._screens.may_show(speaker, line, self.plan.first, others)
        if is_shown:
            self._send(speaker.shown(line, self.plan.languages))
            self._screens.note(speaker, line, self._clock.ms())
        for kept in speaker.kept(line):
            self._ledger.keep(kept)
        self._translating.ask(speaker, line, self.plan.languages, was_sent=is_shown)
        if line.segment is not None:
            self._share_place(speaker, int(line.segment))

    def _share_place(self, speaker: Speaker, segment: int) -> None:
        """Let those who share the text, and are silent, read on where this speaker is."""
        for other in self._speakers.values():
            if other is not speaker and other.reads == speaker.reads and not other.spoke_within(1000):
                other.resume_at(segment)

    def _send(self, captions: Iterable[Sent]) -> None:
        for language, caption in captions:
            self._outlet.send(language, caption)


def is_same(planned: SpeakerPlan | None, floor: SpeakerPlan) -> bool:
    """Say whether a speaker reads from the floor's remarks."""
    return bool(planned and planned.text and floor.text and planned.text.remarks == floor.text.remarks)
