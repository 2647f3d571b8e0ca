"""What following costs: processor time, on and off script, and memory."""

import resource
import time
from dataclasses import dataclass
from typing import Any

from _follow_case import Spoken
from _follow_tally import Share, Tally
from twinhall.captions.pipeline import SpeakerCaptions
from twinhall.captions.ports import SpeechEngines
from twinhall.captions.values import CaptionLine, Script


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the captions: the meeting clock at its beginning, and the processor time it took."""

    at_s: float
    cost_s: float


class MeteredCaptions(SpeakerCaptions):
    """The captions of a live meeting, that note what each step costs.

    Processor time of this process: the engines compute in threads of their own, one at a time.
    """

    def __init__(self, engines: SpeechEngines, language: str, script: Script | None = None) -> None:
        self.steps: list[Step] = []
        super().__init__(engines, language, script)

    def step(self, now_ms: int) -> list[CaptionLine]:
        """Take a step and note its cost."""
        before_s = time.process_time()
        lines = super().step(now_ms)
        self.steps.append(Step(now_ms / 1000, time.process_time() - before_s))
        return lines


@dataclass(frozen=True, slots=True)
class Cost(Tally):
    """on_script, off_script: processor seconds of seconds of audio. ready: processor seconds of scripts."""

    on_script: Share
    off_script: Share
    ready: Share

    def figures(self) -> dict[str, Any]:
        """Return the figures as they are reported: a core is 1."""
        return {
            "on_script_cores": self.on_script.figure(),
            "off_script_cores": self.off_script.figure(),
            "ready_s": self.ready.figure(2),
        }


def cost(spoken: tuple[Spoken, ...], steps: list[Step], ready_s: float) -> Cost:
    """Share out the cost of steps: a pause goes with the sentence before it, the beginning is script."""
    on, off, before_s, at = Share(), Share(), 0.0, 0
    for step in steps:
        while at < len(spoken) and spoken[at].start_s <= step.at_s:
            at += 1
        heard = Share(step.cost_s, step.at_s - before_s)
        if at and spoken[at - 1].segment is None:
            off += heard
        else:
            on += heard
        before_s = step.at_s
    return Cost(on, off, Share(ready_s, 1))


def peak_memory_mb() -> int:
    """Return the most memory that this process has held so far, recordings included."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
