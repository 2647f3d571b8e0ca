"""What the captioner's desk needs from the outside."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from twinhall.captions.ports import SpeechEngines
from twinhall.captions.translating import Asked, Outcome
from twinhall.hall.meetings.actions.captioning import KeptLine
from twinhall.hall.meetings.queries.captioning import CaptionPlan
from twinhall.hall.meetings.queries.captions import Caption

Answer = TypeVar("Answer")


class Outlet(Protocol):
    """The caption channels of a room."""

    def send(self, language: str, caption: Caption) -> None:
        """Send a caption on a language's channel, soon and in order; never waits."""
        ...


class Ledger(Protocol):
    """Where lines are kept."""

    def keep(self, line: KeptLine) -> None:
        """Store a line, soon and in order; never waits."""
        ...


class Translations(Protocol):
    """Where sentences are translated, apart from the loop and from the engines that hear."""

    def ask(self, asked: Asked) -> None:
        """Have words translated soon, or given up; never waits."""
        ...

    def prepare(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Have what pairs (source, target) need made ready; never waits."""
        ...

    async def next(self) -> Outcome:
        """Return what came of words that were asked for, as soon as it is known."""
        ...


class Workers(Protocol):
    """Where engines compute, apart from the loop that feeds them audio."""

    count: int
    """How many pieces of work can be done at once."""

    async def run(self, work: Callable[[], Answer]) -> Answer:
        """Do some work and return its answer."""
        ...


@dataclass(frozen=True, slots=True)
class Clock:
    """The job's clock: ms() starts at 0 with the job and never goes back.

    epoch_ms: what the server's clock (ms since 1970) said at 0.
    """

    ms: Callable[[], int]
    epoch_ms: int


Engines = Callable[[str], SpeechEngines]
ReadPlan = Callable[[], CaptionPlan]
