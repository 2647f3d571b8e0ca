"""The demonstration runs for whoever comes, and never fights an officer."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from twinhall.demo import autopilot
from twinhall.demo.autopilot import Autopilot
from twinhall.demo.score import Item
from twinhall.demo.stage import Moment

AGENDA = [Item(1, ("p1", "p2"), ()), Item(2, ("p1",), ())]


class FakeStage:
    """A meeting in memory, with the moves of a Stage."""

    id = 7

    def __init__(self) -> None:
        self.state, self.revision, self.item, self.floor = "open", 1, None, None
        self.since: datetime | None = None
        self.people: set[str] = set()
        self.waiting = False
        self.admitted = 0

    def look(self) -> Moment:
        present = frozenset(self.people)
        return Moment(self.state, self.revision, self.item, self.floor, self.since, present, self.waiting)

    def agenda(self) -> list[Item]:
        return AGENDA

    def lines(self, item: int | None, identity: str) -> list[str]:
        return [f"{item} {identity}"]

    def has_officer(self, present: frozenset[str]) -> bool:
        return "officer" in present

    def admit_guests(self) -> None:
        self.admitted += 1
        self.waiting = False

    def begin(self, revision: int) -> int:
        self.state = "live"
        return self.move(1, "p1")

    def go_on(self, revision: int) -> int:
        return self.move((self.item or 0) + 1, "p1")

    def give_floor(self, identity: str, revision: int) -> int:
        self.revision, self.floor = self.revision + 1, identity
        return self.revision

    def move(self, item: int, floor: str) -> int:
        """As an officer does, too."""
        self.revision, self.item, self.floor = self.revision + 1, item, floor
        self.since = datetime.now(UTC)
        return self.revision


class FakeCompany:
    """Voices that say their lines for as long as they are told to."""

    def __init__(self, seconds: float) -> None:
        self.seats: frozenset[str] = frozenset()
        self.said: list[str] = []
        self.stopped: list[str] = []
        self._seconds = seconds

    def is_voice(self, identity: str | None) -> bool:
        return identity in self.seats

    async def enter(self, present, token) -> None:
        self.seats = frozenset({"p1", "p2"})

    async def leave(self) -> None:
        self.seats = frozenset()

    async def forget_gone(self) -> None: ...

    async def speak(self, identity: str, lines: list[str]) -> None:
        self.said += lines
        try:
            await asyncio.sleep(self._seconds)
        except asyncio.CancelledError:
            self.stopped += lines
            raise


@pytest.fixture(autouse=True)
def hurried(monkeypatch):
    """The same rhythm, much faster."""
    for name, seconds in {"LOOK_S": 0.005, "LOOK_IDLE_S": 0.005, "SETTLE_S": 0.0, "BREATH_S": 0.02}.items():
        monkeypatch.setattr(autopilot, name, seconds)
    monkeypatch.setattr(autopilot, "LEAVE_AFTER_S", 0.05)


async def flown(stage: FakeStage, company: FakeCompany, seconds: float, then=lambda: None) -> None:
    """Fly for a while, let something happen, and fly for as long again."""

    async def ask(call):
        return call()

    flying = asyncio.create_task(Autopilot(stage, company, ask).run())
    await asyncio.sleep(seconds)
    then()
    await asyncio.sleep(seconds)
    seats = company.seats
    flying.cancel()
    with suppress(asyncio.CancelledError):
        await flying
    company.seats = seats


async def test_nothing_is_sent_where_nobody_is():
    stage, company = FakeStage(), FakeCompany(0.01)

    await flown(stage, company, 0.1)

    assert (company.seats, company.said, stage.state) == (frozenset(), [], "open")


async def test_a_visitor_hears_every_speaker_in_order():
    stage, company = FakeStage(), FakeCompany(0.01)
    stage.people = {"guest"}

    await flown(stage, company, 0.5)

    assert company.said[:3] == ["1 p1", "1 p2", "2 p1"]


async def test_an_officers_move_is_obeyed_at_once_and_not_moved_on():
    stage, company = FakeStage(), FakeCompany(60)
    stage.people = {"officer"}

    await flown(stage, company, 0.3, then=lambda: stage.move(2, "p1"))

    assert (company.said, company.stopped) == (["1 p1", "2 p1"], ["1 p1", "2 p1"])
    assert (stage.item, stage.floor) == (2, "p1")


async def test_after_an_officers_move_the_agenda_stays_for_a_while():
    stage, company = FakeStage(), FakeCompany(0.01)
    stage.people = {"officer"}

    await flown(stage, company, 0.04, then=lambda: stage.move(1, "p2"))

    assert company.said == ["1 p1", "1 p2"]
    assert (stage.item, stage.floor) == (1, "p2")


async def test_guests_are_let_in_unless_an_officer_is_there():
    alone, led = FakeStage(), FakeStage()
    alone.waiting = led.waiting = True
    led.people = {"officer"}

    await flown(alone, FakeCompany(1), 0.05)
    await flown(led, FakeCompany(1), 0.05)

    assert (alone.admitted, led.admitted) == (1, 0)


async def test_the_voices_leave_when_everybody_has_left():
    stage, company = FakeStage(), FakeCompany(60)
    stage.people = {"guest"}

    await flown(stage, company, 0.2, then=stage.people.clear)

    assert company.seats == frozenset()
    assert company.stopped == ["1 p1"]
