"""A meeting without a media server: real engines at the real desk, recordings as microphones."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from _follow_recordings import Recording
from _follow_recordings import Sentence as Spoken
from twinhall.captioner.desk import Desk
from twinhall.captioner.ports import Clock, Workers
from twinhall.captions.ports import SAMPLE_RATE
from twinhall.engines.registry import speech_engines
from twinhall.hall.meetings.actions.captioning import KeptLine
from twinhall.hall.meetings.queries.captioning import CaptionPlan, SpeakerPlan
from twinhall.hall.meetings.queries.captions import Caption, PreparedText, Sentence, Words

FRAME_S = 0.1
TAIL_S = 3.0
EARLY_S = 1.0


@dataclass(frozen=True, slots=True)
class Voice:
    """Someone who reads their remarks out: sound, and when each sentence begins and ends (seconds).

    The microphone is open from `opened_s` until the sound is over, and closed else.
    """

    language: str
    samples: NDArray[np.int16]
    sentences: Sequence[Spoken]
    opened_s: float = 0.0

    @property
    def closed_s(self) -> float:
        """When the microphone is closed."""
        return self.opened_s + len(self.samples) / SAMPLE_RATE

    def later(self, by_s: float) -> "Voice":
        """Return the voice with its microphone opened later."""
        moved = [replace(s, start_s=s.start_s + by_s, end_s=s.end_s + by_s) for s in self.sentences]
        return replace(self, sentences=moved, opened_s=self.opened_s + by_s)

    def over(self, around: NDArray[np.int16]) -> "Voice":
        """Return the voice with the microphone open all the time, and another sound while nothing is read."""
        at = int(self.opened_s * SAMPLE_RATE)
        samples = around.copy()
        samples[at : at + len(self.samples)] = self.samples[: len(samples) - at]
        return replace(self, samples=samples, opened_s=0.0)

    def heard_at(self, at_s: float, length: int) -> NDArray[np.int16]:
        """Return so many samples from a time on, fewer or none where the microphone is closed."""
        first = round((at_s - self.opened_s) * SAMPLE_RATE)
        return self.samples[max(0, first) : max(0, first + length)]


def voices(recordings: Sequence[Recording], seconds: float) -> list[Voice]:
    """Return the beginnings of recordings, languages by turns."""
    found: dict[str, list[Voice]] = {}
    for one in recordings:
        short = one.shortened(seconds)
        found.setdefault(one.language, []).append(Voice(one.language, short.audio(), short.sentences))
    mixed: list[Voice] = []
    while any(found.values()):
        mixed += [rest.pop(0) for rest in found.values() if rest]
    return mixed


@dataclass
class Screens:
    """Notes when each sentence was put on the screens. Both an outlet and a ledger."""

    now_ms: Callable[[], int]
    shown: dict[tuple[str, int], list[int]] = field(default_factory=dict)

    def send(self, _language: str, caption: Caption) -> None:
        """Note a caption."""
        if caption.segment is not None and caption.revision == 0:
            self.shown.setdefault((caption.speaker, caption.segment), []).append(self.now_ms())

    def keep(self, line: KeptLine) -> None:
        """Keep nothing."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a meeting: the lag of each sentence (None: missed), and how the machine did."""

    lags_s: dict[tuple[int, int], float | None]  # by speaker and sentence
    load_most: float
    load_mean: float
    lost_s: float


async def hold(voices: Sequence[Voice], workers: Workers, floor_at: Callable[[float], int]) -> Outcome:
    """Let everyone's microphone play from now on, and caption it."""
    loop = asyncio.get_running_loop()
    began: list[float] = []
    clock = Clock(ms=lambda: round((loop.time() - began[0]) * 1000) if began else 0, epoch_ms=0)
    screens = Screens(clock.ms)
    plans = {f"p{n}": plan_of(n, voice) for n, voice in enumerate(voices)}
    desk = Desk(meeting_of(plans, 0), speech_engines, screens, screens, clock, workers)
    speakers = [await desk.seat(who) for who in plans]
    began.append(loop.time())
    working = asyncio.create_task(desk.work())
    loads: list[float] = []
    frame, ends_s = int(FRAME_S * SAMPLE_RATE), max(v.closed_s for v in voices) + TAIL_S
    for at in range(0, int(ends_s * SAMPLE_RATE), frame):
        now_s = at / SAMPLE_RATE
        await asyncio.sleep(max(0.0, began[0] + now_s + FRAME_S - loop.time()))
        for speaker, voice in zip(speakers, voices, strict=True):
            if speaker and len(piece := voice.heard_at(now_s, frame)):
                speaker.hear(piece, round(now_s * 1000))
        if desk.plan.floor != f"p{floor_at(now_s)}":
            desk.take(meeting_of(plans, floor_at(now_s)))
        loads.append(desk.load)
    working.cancel()
    lags = {
        (n, k): lag(screens.shown.get((f"p{n}", k), []), one)
        for n, voice in enumerate(voices)
        for k, one in enumerate(voice.sentences)
    }
    return Outcome(lags, max(loads), sum(loads) / len(loads), desk.lost_ms / 1000)


def lag(shown_ms: Sequence[int], sentence: Spoken) -> float | None:
    """Return the seconds from the first voice of a sentence until it was shown; None if it was missed."""
    for at_ms in shown_ms:
        if sentence.start_s - EARLY_S <= at_ms / 1000 <= sentence.end_s + TAIL_S:
            return at_ms / 1000 - sentence.start_s
    return None


def plan_of(number: int, voice: Voice) -> SpeakerPlan:
    """Return the plan of someone whose sentences are numbered from 0."""
    tag = voice.language
    sentences = [
        Sentence(k, k + 1, one.text, {tag: Words(tag, one.text, True, "original")})
        for k, one in enumerate(voice.sentences)
    ]
    text = PreparedText(number, 1, 1, f"p{number}", tag, False, tuple(sentences))
    return SpeakerPlan(f"p{number}", tag, text)


def meeting_of(speakers: dict[str, SpeakerPlan], floor: int) -> CaptionPlan:
    """Return the plan of a meeting in which that speaker has the floor."""
    return CaptionPlan(
        meeting=1,
        ended=False,
        item=1,
        floor=f"p{floor}",
        languages=("ko", "vi", "ja", "en"),
        speakers=speakers,
        held=False,
        held_segment=None,
        dispatch="",
        place=None,
    )
