"""The script follower: two states, TRACK and SEARCH, and the way between them."""

from collections.abc import Callable, Sequence

from twinhall.captions.follower.ground import Ground, Progress
from twinhall.captions.follower.search import Found, Search
from twinhall.captions.follower.settings import FollowerSettings
from twinhall.captions.follower.track import Track, confirm, is_next_reached, next_confirmed, prove
from twinhall.captions.ports import Samples, Scorer
from twinhall.captions.script_tokens import ScriptTokens
from twinhall.captions.speech import Speech
from twinhall.language.places import ScriptIndex
from twinhall.language.spoken import spoken

IDLE_SEGMENTS = 1
INDEXED_AT_ONCE = 100  # segments that places are found in from the start
INDEXED_IDLE = 10  # ... and more of them in each moment of silence


class Follower:
    """Says which segment of a script is being read out.

    Source: docs/adr/0004-script-follower.md
    """

    def __init__(
        self,
        scorer: Scorer,
        sentences: Sequence[str],
        language: str,
        speech: Speech,
        sound: Callable[[float, float], Samples],
        settings: FollowerSettings | None = None,
    ) -> None:
        """sound(a, b) returns the audio between two times of the clock that `speech` keeps."""
        settings = settings or FollowerSettings()
        said = [spoken(sentence, language) for sentence in sentences]
        script = ScriptTokens(scorer, said, settings.ahead)
        index = ScriptIndex(said, language, INDEXED_AT_ONCE)
        self._ground = Ground(scorer, script, index, speech, sound, settings)
        self._progress = Progress(explained_s=speech.until_s)
        self._state: Track | Search = Search.since(speech.until_s, settings.off_after_s)
        self._onset_s: float | None = None

    @property
    def shown(self) -> int | None:
        """The segment that belongs on screen."""
        return self._progress.segment if self._progress.on_screen else None

    @property
    def explained_s(self) -> float:
        """The last time at which the script explained what was said."""
        return self._progress.explained_s

    @property
    def started_s(self) -> float:
        """Start of the audio that belongs to the segment on screen."""
        return self._state.window_s if isinstance(self._state, Track) else self._progress.frontier_s

    def prepare(self, most: int = IDLE_SEGMENTS) -> None:
        """Use a moment of silence to get ready for the segments ahead. Cost: 25 ms, in Japanese 80."""
        self._ground.script.prepare(self._progress.segment, most)
        self._ground.index.extend(INDEXED_IDLE)

    def resume(self, segment: int, now_s: float, *, on_screen: bool) -> None:
        """Go on from a segment that someone else knows to be the place."""
        s = self._ground.settings
        self._progress = Progress(segment, 0, now_s, now_s, on_screen, doubtful=True)
        self._state = Search.since(now_s - s.lead_s, s.off_inside_s)

    def step(self, now_s: float) -> int | None:
        """Take in what was heard until now and return the segment that belongs on screen, None off script.

        Cost: one encoding and one scoring (60 ms) while reading goes on, nothing in silence, up to 300 ms
        while looking for the place in the whole script. Raises EngineError.
        """
        ground, progress = self._ground, self._progress
        s, onset_s = ground.settings, ground.speech.onset_s
        is_pause = ground.speech.seconds(now_s - s.recent_s, now_s) < s.least_recent_s
        is_over = isinstance(self._state, Search) and self._state.is_word_over(ground, progress, now_s)
        if onset_s is None or (is_pause and not is_over):
            return self.shown
        if onset_s != self._onset_s:
            self._onset_s = onset_s
            if isinstance(self._state, Track):
                self._state = self._state.at_onset(ground, progress, onset_s)
            else:
                self._state.at_onset(ground, onset_s, now_s)
        if not self._state.is_due(ground, progress, now_s):
            return self.shown
        if isinstance(self._state, Track):
            self._state = self._state.step(ground, progress, onset_s, now_s)
        if isinstance(self._state, Search) and (found := self._state.step(ground, progress, onset_s, now_s)):
            self._state = follow(ground, progress, found, now_s)
        return self.shown


def follow(ground: Ground, progress: Progress, found: Found, now_s: float) -> Track:
    """Track a place that a search found, or the segment behind it if that one is already being read."""
    evidence, heard = found.evidence, found.heard
    is_over = is_next_reached(ground, evidence, evidence.spoken, heard.speech_s)
    if is_over and (step := next_confirmed(ground, progress, evidence, heard, now_s)):
        return step
    track = confirm(progress, evidence.place, min(evidence.spoken, evidence.owned), heard.start_s, now_s)
    track.starts_s, track.best = evidence.starts_s, evidence.best_own
    prove(ground, progress)
    return track
