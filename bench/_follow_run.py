"""Runs the captions of a live meeting over a case, by the simulated clock of `twinhall caption --live`."""

import math
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from _follow_case import Case, off_script
from _follow_cost import Cost, MeteredCaptions, cost
from _follow_patient import LEAVE_S, Patient, patient
from _follow_screen import Screen
from _follow_strict import Strict, strict
from _follow_tally import Tally
from twinhall.captions.replay import simulate
from twinhall.captions.values import Script
from twinhall.engines.registry import speech_engines

FOLLOWERS = ("forced", "text")
LATE_S = 1.2  # lags above it are listed one by one


class NoFollower(LookupError):
    """That follower is not there; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Outcome(Tally):
    """The counts of one run or of several."""

    patient: Patient
    strict: Strict
    cost: Cost

    def figures(self) -> dict[str, Any]:
        """Return everything that is reported of it."""
        return {
            "patient": self.patient.figures(),
            "strict": self.strict.figures(),
            "cost": self.cost.figures(),
        }


def require(followers: Iterable[str]) -> None:
    """Make sure, before anything is computed, that these followers are there. Raises NoFollower."""
    for follower in followers:
        if follower not in CAPTIONS:
            raise NoFollower(f"the {follower} follower is not part of twinhall yet; choose --follower forced")


def forced(language: str, script: Script) -> MeteredCaptions:
    """Return captions that follow by scoring the script. Raises EngineError."""
    return MeteredCaptions(speech_engines(language), language, script)


# The followers that are there. One by text alone goes here, beside the first.
CAPTIONS: dict[str, Callable[[str, Script], MeteredCaptions]] = {"forced": forced}


def run(case: Case, follower: str, *, computing_counts: bool) -> tuple[Outcome, Screen]:
    """Follow a case. Cost: about .4 of the length of its audio.

    computing_counts: the processor time of a step passes before its lines come out, as live; without it a run
    is the same at every repetition, and lags are those of a machine without end.
    """
    CAPTIONS[follower](case.language, Script(case.language, ()))  # loads the model, which is not the script's
    before_s = time.process_time()
    captions = CAPTIONS[follower](case.language, case.script)
    captions.prepare()
    ready_s = time.process_time() - before_s
    screen = Screen.of(simulate(captions, case.audio, time.process_time if computing_counts else lambda: 0.0))
    told = Outcome(
        patient(case.spoken, screen), strict(case.spoken, screen), cost(case.spoken, captions.steps, ready_s)
    )
    return told, screen


def troubles(case: Case, outcome: Outcome, screen: Screen) -> dict[str, Any]:
    """Return what a person looks at first: late and missed sentences, and the script shown off script."""
    read = [one for one in case.spoken if one.segment is not None]
    late = [
        {
            "segment": one.segment,
            "at_s": round(one.start_s, 2),
            "lag_s": round(lag, 2) if math.isfinite(lag) else None,
        }
        for one, lag in zip(read, outcome.patient.lags, strict=True)
        if lag > LATE_S
    ]
    locks = [
        {
            "segment": shown.segment,
            "from_s": round(shown.start_s, 2),
            "until_s": round(min(shown.end_s, end_s), 2),
        }
        for start_s, end_s in off_script(case.spoken)
        for shown in screen
        if shown.segment is not None and shown.end_s > start_s + LEAVE_S and shown.start_s < end_s
    ]
    return {"late": late, "locked_off_script": locks}
