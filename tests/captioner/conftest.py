"""A desk with fake engines, on a clock that the test turns. No database, no media server."""

from dataclasses import dataclass, field, replace

import numpy as np
import pytest

from twinhall.captioner.desk import Desk
from twinhall.captioner.ports import Clock, Translations
from twinhall.captions.ports import SAMPLE_RATE
from twinhall.engines.fakes import Voice, fake_engines
from twinhall.hall.meetings.actions.captioning import KeptLine
from twinhall.hall.meetings.queries.captioning import CaptionPlan, SpeakerPlan
from twinhall.hall.meetings.queries.captions import Caption, PreparedText, Sentence, Words

SPOKEN = (
    "we are glad to see you again",
    "twenty years bind our two cities together",
    "may our children learn from each other",
)
STEP_MS = 200


def sentence(position: int, text: str, vietnamese: str | None) -> Sentence:
    """A sentence whose version in Vietnamese is approved, or missing."""
    words = {"en": Words("en", text, True, "original")}
    if vietnamese is None:
        words["vi"] = Words("en", text, False, "original")
    else:
        words["vi"] = Words("vi", vietnamese, True, "human", reviewer="Lan", approved_on="2021-09-10")
    return Sentence(100 + position, position, text, words)


def text_of(*pairs: tuple[str, str | None], item: int = 1) -> PreparedText:
    sentences = tuple(sentence(n, text, vi) for n, (text, vi) in enumerate(pairs, start=1))
    return PreparedText(1, 1, item, "p1", "en", False, sentences)


GREETING = text_of((SPOKEN[0], "câu một"), (SPOKEN[1], "câu hai"), (SPOKEN[2], None))


def plan_of(text: PreparedText | None = GREETING, **changes) -> CaptionPlan:
    speakers = {
        "p1": SpeakerPlan("p1", "en", text),
        "p2": SpeakerPlan("p2", "vi", None),
    }
    plan = CaptionPlan(
        meeting=1,
        ended=False,
        item=1,
        floor="p1",
        languages=("en", "vi"),
        speakers=speakers,
        held=False,
        held_segment=None,
        dispatch="",
        place=None,
    )
    return replace(plan, **changes)


@dataclass
class FakeOutlet:
    sent: list[tuple[str, Caption]] = field(default_factory=list)

    def send(self, language: str, caption: Caption) -> None:
        self.sent.append((language, caption))

    def of(self, language: str) -> list[tuple[str, str]]:
        return [(c.kind, c.text) for tag, c in self.sent if tag == language]


@dataclass
class FakeLedger:
    lines: dict[str, KeptLine] = field(default_factory=dict)

    def keep(self, line: KeptLine) -> None:
        self.lines[line.said.id] = line


class InlineWorkers:
    """Does its work at once."""

    count = 2

    async def run(self, work):
        return work()


class Hall:
    """The microphones of a meeting, and all that comes of them."""

    def __init__(self, plan: CaptionPlan, translations: Translations | None = None) -> None:
        self.voice = Voice()
        self.outlet, self.ledger = FakeOutlet(), FakeLedger()
        self.now_ms = 0
        self.engines = fake_engines(self.voice)
        clock = Clock(ms=lambda: self.now_ms, epoch_ms=1_000_000)
        self.desk = Desk(
            plan,
            lambda _language: self.engines,
            self.outlet,
            self.ledger,
            clock,
            InlineWorkers(),
            translations,
        )

    async def hears(self, samples: np.ndarray, who: str = "p1") -> None:
        """Let someone's microphone hear audio, in real steps of a turned clock."""
        await self.hears_at_once({who: samples})

    async def hears_at_once(self, sounds: dict[str, np.ndarray]) -> None:
        """Let several microphones hear audio that begins at the same moment."""
        speakers = {who: await self.desk.seat(who) for who in sounds}
        size = STEP_MS * SAMPLE_RATE // 1000
        for start in range(0, max(map(len, sounds.values())), size):
            for who, samples in sounds.items():
                piece = samples[start : start + size]
                if len(piece):
                    speakers[who].hear(piece, self.now_ms)
            self.now_ms += STEP_MS
            await self.desk.step()

    async def says(self, text: str, who: str = "p1") -> None:
        """Let someone say a text, with a pause behind it."""
        await self.hears(np.concatenate([self.voice.say(text), self.voice.silence(1.0)]), who)


@pytest.fixture
def hall():
    return Hall(plan_of())
