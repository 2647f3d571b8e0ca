"""TRACK: the speaker is inside a known segment."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from twinhall.captions.follower.evidence import Evidence, Place
from twinhall.captions.follower.ground import SHORT_TAIL_S, Ground, Progress, Stretch
from twinhall.captions.follower.search import Origin, Search

NO_TIMES: NDArray[np.float64] = np.zeros(0)


@dataclass(slots=True)
class Track:
    """Scores the current segment and the start of the next on a window that begins with the segment."""

    window_s: float  # start of the window
    first: int = 0  # first token of the segment inside it
    starts_s: NDArray[np.float64] = field(default_factory=lambda: NO_TIMES)  # of the tokens from `first` on
    looked_s: float = 0.0  # when it looked last
    every_s: float = 0.0  # speech after which it looks again
    best: float = 0.0  # evidence of the segment in this window: a foreseeable ending grows when it is spoken
    is_behind: bool = False  # it hardly began, and what is heard since is not in it
    is_end_doubtful: bool = False  # the next segment seems to be reached, but not when weighed by itself

    def at_onset(self, ground: Ground, progress: Progress, onset_s: float) -> "Track | Search":
        """Speech goes on after a pause: look for the next place if this segment may be over."""
        s = ground.settings
        share = ground.share(progress)
        long_pause = ground.speech.seconds(onset_s - s.long_pause_s, onset_s - 0.01) == 0
        if share >= s.done or (long_pause and share >= s.half_done):
            progress.explained_s = onset_s
            patience = s.off_after_s + s.per_token_s * ground.owed(progress)
            if progress.leapt_from is not None:
                patience = s.off_leap_s
            return Search.since(onset_s - s.lead_s, patience, Origin(self.window_s, self.first, self.best))
        return self

    def is_due(self, ground: Ground, progress: Progress, now_s: float) -> bool:
        """Say whether enough was said since the last look."""
        return ground.speech.seconds(self.looked_s, now_s) >= self.every_s

    def step(self, ground: Ground, progress: Progress, onset_s: float, now_s: float) -> "Track | Search":
        """Move the frontier, go on to the next segment, or doubt."""
        s = ground.settings
        if now_s - self.window_s > s.window_s and not self._trim(ground, progress, now_s):
            return Search.since(now_s - s.search_window_s, s.off_inside_s)
        self.looked_s = now_s
        heard = ground.hear(self.window_s, now_s)
        most = progress.frontier - self.first + ground.speakable(now_s - progress.frontier_s)
        (evidence,) = ground.evidence(heard, [Place(progress.segment, self.first)], most)
        self.starts_s = evidence.starts_s
        spoken = evidence.frontier(s)
        self.is_end_doubtful = is_next_reached(ground, evidence, spoken, heard.speech_s)
        if self.is_end_doubtful and (step := next_confirmed(ground, progress, evidence, heard, now_s)):
            return step
        frontier = self.first + min(spoken, evidence.owned)
        self.is_behind = self._falls_behind(ground, progress, evidence, heard)
        has_grown = evidence.best_own > self.best + s.growth
        if has_grown or (frontier > progress.frontier and not self.is_behind):
            self.best = evidence.best_own
            progress.frontier, progress.explained_s = max(frontier, progress.frontier), now_s
            prove(ground, progress)
        if frontier == progress.frontier:
            progress.frontier_s = min(now_s, float(self.starts_s[frontier - self.first]))
        doubt_s, patience_s = self._patience(ground, progress)
        if ground.unexplained_s(progress, now_s) > doubt_s:
            start_s = min(max(onset_s - s.lead_s, progress.frontier_s - 0.1), now_s - 0.4)
            return Search.since(start_s, patience_s, Origin(self.window_s, self.first, self.best))
        self.every_s = self._pace(ground, progress, now_s)
        return self

    def _patience(self, ground: Ground, progress: Progress) -> tuple[float, float]:
        """Return the unexplained speech after which to look elsewhere, and after which to go blank."""
        s = ground.settings
        if progress.leapt_from is not None:
            return s.off_leap_s, s.off_leap_s
        if self.is_behind or (ground.owed(progress) == 0 and not self.is_end_doubtful):
            return s.doubt_end_s, s.off_end_s
        return s.doubt_inside_s, s.off_inside_s

    def _falls_behind(self, ground: Ground, progress: Progress, evidence: Evidence, heard: Stretch) -> bool:
        """Say whether a segment that hardly began is explained less well than it would be if it were read."""
        tokens = len(ground.script.segments[progress.segment].tokens)
        rule = ground.settings.kept_up
        if self.first > 0 or heard.speech_s < rule.least_s:
            return False
        spoken = min(progress.frontier, evidence.frontier(ground.settings))
        is_unproven = spoken < ground.settings.proven * tokens
        return is_unproven and evidence.best_own < rule.need(heard.speech_s)

    def _pace(self, ground: Ground, progress: Progress, now_s: float) -> float:
        """Return how much may be said before the next look: more while the segment's end is far."""
        s = ground.settings
        left = len(ground.script.segments[progress.segment].tokens) - progress.frontier
        far_s = left * s.token_s - (now_s - progress.frontier_s)
        is_far = far_s > s.far_step_s + s.step_s and progress.explained_s == now_s
        return s.far_step_s if is_far else s.step_s

    def _trim(self, ground: Ground, progress: Progress, now_s: float) -> bool:
        """Drop audio whose tokens are certainly spoken; False if the window has grown hopeless."""
        s = ground.settings
        behind = [
            k
            for k in ground.script.segments[progress.segment].word_starts
            if self.first < k <= progress.frontier - 3
            and k - self.first < len(self.starts_s)
            and self.starts_s[k - self.first] < now_s - s.kept_s
        ]
        if behind:
            self.window_s = float(self.starts_s[behind[-1] - self.first]) - 0.1
            self.first, self.starts_s, self.best = behind[-1], NO_TIMES, 0.0
            return True
        return now_s - self.window_s <= 2 * s.window_s


def is_next_reached(ground: Ground, evidence: Evidence, spoken: int, heard_s: float) -> bool:
    """Say whether the evidence runs over the segment's end and well into the next one."""
    s = ground.settings
    return (
        spoken > evidence.owned
        and evidence.behind(spoken) > s.step_on
        and evidence.passed(heard_s, s)
        and evidence.place.segment + 1 < len(ground.script)
    )


def next_confirmed(
    ground: Ground, progress: Progress, evidence: Evidence, heard: Stretch, now_s: float
) -> Track | None:
    """Track the segment behind the evidence's own if it also explains by itself the audio behind the end.

    Together with the words before it a segment that begins like the current one scores on those words.
    """
    start_s = max(heard.start_s, float(evidence.starts_s[evidence.owned]) - 0.2)
    following = Place(evidence.place.segment + 1)
    run_on = ground.settings.run_on
    if ground.speech.seconds(start_s, now_s) < run_on.least_s:
        return None
    alone = ground.hear(start_s, now_s, SHORT_TAIL_S)
    (own,) = ground.evidence(alone, [following])
    if own.best <= run_on.need(alone.speech_s):
        return None
    return confirm(progress, following, own.spoken, start_s, now_s)


def prove(ground: Ground, progress: Progress) -> None:
    """Take no leap back any more once most of its segment was heard."""
    tokens = len(ground.script.segments[progress.segment].tokens)
    if progress.frontier >= ground.settings.proven * tokens:
        progress.leapt_from = None


def confirm(progress: Progress, place: Place, spoken: int, window_s: float, now_s: float) -> Track:
    """Show a segment of which tokens are spoken from the place on, and track it."""
    if place.segment not in (progress.segment, progress.segment + 1):
        progress.leapt_from = progress.segment if progress.leapt_from is None else progress.leapt_from
    elif place.segment != progress.segment:
        progress.leapt_from = None
    progress.segment, progress.frontier = place.segment, place.first + spoken
    progress.frontier_s, progress.explained_s = now_s - 0.2, now_s
    progress.on_screen, progress.doubtful = True, False
    return Track(window_s, place.first, looked_s=now_s)
