"""The captions of one speaker, from microphone to lines: what meetings and `twinhall caption --live` run.

hear → listen (speech?) → follow the script ── on script ──→ its approved renditions
                                    └── off script → recognise → what was said
"""

from collections import deque
from collections.abc import Callable
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from twinhall.captions.following import ScriptFollower, follower_for
from twinhall.captions.listening import Listening
from twinhall.captions.offscript import OffScript
from twinhall.captions.ports import SAMPLE_RATE, SpeechEngines
from twinhall.captions.screen import Screen
from twinhall.captions.speech import PAUSE_S
from twinhall.captions.values import CaptionLine, Script, Segment

STEP_S = 0.1
HEAD_START_S = 1.0  # speech that the follower gets to find its place before recognition begins
READY_AT_ONCE = 8  # segments
FINDING_S = 0.9  # speech after an onset in which a place in the script is most often found
LATE_S = 0.4  # between two steps: computing does not keep up
LOOK_BACK_S = 10.0  # how old speech may be when its recognition begins

Order = Callable[[float], list[CaptionLine]]


class Ability(StrEnum):
    """What can be done for a speaker's language."""

    FOLLOWS = "follows"
    HAND_ONLY = "hand_only"  # no recogniser: lines come from hand cues alone


class SpeakerCaptions:
    """Captions one speaker.

    `hear` and the orders (`load_script`, `hold`, `release`, `resume_at`) return at once and may be called
    from any thread; `step` does the work, in one thread at a time. After an EngineError it can go on.
    """

    def __init__(self, engines: SpeechEngines, language: str, script: Script | None = None) -> None:
        self._engines, self._language = engines, language
        self._listening = Listening(engines.activity)
        self._screen = Screen(language)
        self._orders: deque[Order] = deque()
        self._script: Script | None = None
        self._follower: ScriptFollower | None = None
        self._held = False
        self._stepped_s = 0.0
        self._since_s = 0.0  # what was said before is over
        self._offscript: OffScript | None = None
        if engines.recognizer:
            hearing, speech = self._listening.hearing, self._listening.speech
            self._offscript = OffScript(engines.recognizer, hearing, speech, language)
        self._load(script, 0.0)

    @property
    def ability(self) -> Ability:
        """What these captions can do by themselves."""
        return Ability.FOLLOWS if self._engines.scorer or self._engines.recognizer else Ability.HAND_ONLY

    @property
    def lost_ms(self) -> int:
        """How much audio was lost because no step came in time."""
        return self._listening.microphone.lost * 1000 // SAMPLE_RATE

    @property
    def spoke_s(self) -> float:
        """End of the latest speech, by the meeting clock."""
        return self._listening.speech.ended_s

    @property
    def read_s(self) -> float | None:
        """When the segment on screen last explained what was said; None while none is on screen."""
        if self._follower is None or self._screen.shown is None:
            return None
        return self._follower.explained_s

    @property
    def onset_s(self) -> float:
        """Start of the latest speech after a pause, by the meeting clock."""
        return self._listening.speech.onset_s or 0.0

    def hear(self, samples: NDArray[np.int16], at_ms: int) -> None:
        """Take int16 mono samples at 16 kHz that begin at a time of the meeting clock."""
        self._listening.microphone.hear(samples, at_ms)

    def load_script(self, script: Script | None) -> None:
        """Follow another script from now on, or none."""
        self._orders.append(lambda now_s: self._load(script, now_s))

    def hold(self, segment: str | None) -> None:
        """Show a segment, or no script at all, until `release`: the hand wins."""
        self._orders.append(lambda now_s: self._hold(segment, now_s))

    def release(self) -> None:
        """Follow again, from the segment that the hand showed last."""
        self._orders.append(self._release)

    def resume_at(self, segment: str) -> None:
        """Expect a segment or the one behind it next, as after a restart; nothing is shown yet."""
        self._orders.append(lambda now_s: self._resume_at(segment, now_s))

    def prepare(self) -> None:
        """Get ready for the first segments now; later ones follow in pauses. Cost: .2 s."""
        if self._follower:
            self._follower.prepare(READY_AT_ONCE)

    def step(self, now_ms: int) -> list[CaptionLine]:
        """Take in what was heard and return the new lines, oldest first. Call it every STEP_S."""
        now_s = now_ms / 1000
        hurried, self._stepped_s = now_s - self._stepped_s > LATE_S, now_s
        lines: list[CaptionLine] = []
        while self._orders:
            lines += self._orders.popleft()(now_s)
        self._listening.listen()
        if not self._held:
            lines += self._follow(min(now_s, self._listening.hearing.end / SAMPLE_RATE))
        if self._screen.shown is None and not lines:  # that the script was left must not wait for recognition
            lines += self._recognize(now_s, hurried=hurried)
        return lines

    def _follow(self, now_s: float) -> list[CaptionLine]:
        if self._follower is None or self._script is None:
            return []
        if now_s - self._listening.speech.ended_s > PAUSE_S:
            self._follower.prepare()
        shown = self._follower.step(now_s)
        if shown is None:
            return self._screen.leave(now_s)
        return self._show(self._script.segments[shown], self._follower.started_s, now_s)

    def _show(self, segment: Segment, start_s: float, now_s: float) -> list[CaptionLine]:
        said = self._offscript.end(start_s) if self._offscript else []
        return [*map(self._screen.say, said), *self._screen.show(segment, start_s, now_s)]

    def _recognize(self, now_s: float, *, hurried: bool) -> list[CaptionLine]:
        if self._offscript is None:
            return []
        if not self._offscript.active:
            explained_s = self._follower.explained_s if self._follower else 0.0
            since_s = max(self._since_s, explained_s, now_s - LOOK_BACK_S)
            if (
                self._follower
                and not self._held
                and self._listening.speech.seconds(since_s, now_s) < HEAD_START_S
            ):
                return []
            self._offscript.begin(since_s)
        follows = self._follower is not None and not self._held
        if follows and self._is_finding(now_s):
            return []
        told = self._offscript.step(now_s, hurried=hurried, at_breath=not follows)
        return [self._screen.say(said) for said in told]

    def _is_finding(self, now_s: float) -> bool:
        """Say whether the follower may just be finding its place: recognition would keep it waiting."""
        speech = self._listening.speech
        onset_s = now_s if speech.onset_s is None else speech.onset_s
        return now_s - speech.ended_s < PAUSE_S and speech.seconds(onset_s, now_s) < FINDING_S

    def _load(self, script: Script | None, now_s: float) -> list[CaptionLine]:
        said = self._offscript.end(now_s) if self._offscript else []
        self._script, self._follower, self._held = script, None, False
        self._since_s = self._listening.speech.until_s
        if script:
            self._follower = follower_for(script, self._engines, self._listening)
        return [*map(self._screen.say, said), *self._screen.leave(now_s)]

    def _hold(self, segment: str | None, now_s: float) -> list[CaptionLine]:
        if segment is None:
            self._held, self._since_s = True, self._listening.speech.until_s
            return self._screen.leave(now_s)
        found = self._find(segment)
        if found is None:
            return []
        self._held = True
        return self._show(found[1], now_s, now_s)

    def _release(self, now_s: float) -> list[CaptionLine]:
        self._held, self._since_s = False, self._listening.speech.until_s
        if self._follower and self._screen.shown and (found := self._find(self._screen.shown)):
            self._follower.resume(found[0], now_s, on_screen=True)
        return []

    def _resume_at(self, segment: str, now_s: float) -> list[CaptionLine]:
        if self._follower and (found := self._find(segment)):
            self._follower.resume(found[0], now_s, on_screen=False)
        return []

    def _find(self, segment: str) -> tuple[int, Segment] | None:
        index = self._script.index(segment) if self._script else None
        return None if index is None or self._script is None else (index, self._script.segments[index])
