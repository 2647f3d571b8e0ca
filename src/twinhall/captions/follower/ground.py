"""What both states of the follower stand on: the script, the audio, and the place reached so far."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from twinhall.captions.follower.evidence import Evidence, Place
from twinhall.captions.follower.settings import FollowerSettings
from twinhall.captions.ports import Samples, Scorer, Sound
from twinhall.captions.script_tokens import ScriptTokens
from twinhall.captions.speech import Speech
from twinhall.language.places import ScriptIndex

TAIL_S = 1.0
SHORT_TAIL_S = 0.6


@dataclass(slots=True)
class Progress:
    """How far the speaker has come. Times are seconds of the audio clock."""

    segment: int = -1  # the last one confirmed
    frontier: int = 0  # tokens of it that are spoken
    frontier_s: float = 0.0  # where they end in the audio
    explained_s: float = 0.0  # when the script last explained any speech
    on_screen: bool = False
    doubtful: bool = False  # blank after a segment that had hardly begun: it may still come
    leapt_from: int | None = None  # the segment before a leap that is not proven yet


@dataclass(frozen=True, slots=True)
class Stretch:
    """Encoded audio from a time on, and how much of it is speech."""

    sound: Sound
    start_s: float
    length_s: float
    speech_s: float


@dataclass(frozen=True, slots=True)
class Ground:
    """The follower's surroundings. sound(a, b) returns the audio between two times."""

    scorer: Scorer
    script: ScriptTokens
    index: ScriptIndex
    speech: Speech
    sound: Callable[[float, float], Samples]
    settings: FollowerSettings

    def hear(self, start_s: float, now_s: float, tail_s: float = TAIL_S) -> Stretch:
        """Encode what was heard since a time."""
        sound = self.scorer.encode(self.sound(start_s, now_s), tail_s)
        return Stretch(sound, start_s, now_s - start_s, self.speech.seconds(start_s, now_s))

    def evidence(self, heard: Stretch, places: Sequence[Place], most: int | None = None) -> list[Evidence]:
        """Weigh places on a stretch of audio.

        Tokens behind the first `most` are left out: by default those that cannot have been spoken in it.
        """
        speakable = self.speakable(heard.speech_s + self.settings.spare_s)
        most = min(speakable, most or speakable)
        texts = [self.script.with_next(p.segment, p.first)[:most] for p in places]
        found = []
        for place, scored in zip(places, self.scorer.score(heard.sound, texts), strict=True):
            null = self.script.null(place.segment)[place.first : place.first + most]
            gain = np.clip(scored.log_p - null, self.settings.lowest, self.settings.highest)
            gain *= self.script.heard(place.segment)[place.first : place.first + most]
            owned = len(self.script.segments[place.segment].tokens) - place.first
            found.append(Evidence(place, owned, np.cumsum(gain), heard.start_s + scored.starts_s))
        return found

    def speakable(self, seconds: float) -> int:
        """Return how many tokens can have been spoken in so long, and a few to see where they end."""
        return int(seconds * self.settings.most_tokens_a_second) + self.settings.few

    def share(self, progress: Progress) -> float:
        """Return which share of the current segment's information has been spoken."""
        if progress.segment < 0:
            return 1.0
        information = self.script.information(progress.segment)
        return float(information[: progress.frontier].sum() / max(1e-6, information.sum()))

    def owed(self, progress: Progress) -> int:
        """Return how many tokens of the current segment are still to come, within reason."""
        if progress.segment < 0:
            return 0
        left = self.script.segments[progress.segment].end - progress.frontier
        return min(self.settings.most_owed, max(0, left))

    def unexplained_s(self, progress: Progress, now_s: float) -> float:
        """Return how much speech there was since the script last explained any."""
        return self.speech.seconds(progress.explained_s, now_s)
