"""SEARCH: a place in the script must be confirmed before the screen changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from twinhall.captions.follower.evidence import Evidence, Place
from twinhall.captions.follower.ground import Ground, Progress, Stretch
from twinhall.captions.follower.places import distant_places, likely_places, need, skipping_places
from twinhall.captions.follower.witness import Witness

OLD_S = 2.5


@dataclass(frozen=True, slots=True)
class Found:
    """A place that is confirmed, what was heard of it, and its evidence beyond what it needs (nats)."""

    evidence: Evidence
    heard: Stretch
    surplus: float


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the current segment was tracked last: from that token on, in the audio from that time on.

    best: the evidence of it so far.
    """

    start_s: float
    first: int
    best: float


@dataclass(slots=True)
class Search:
    """Weighs the likely places on the newest and the oldest stretch of speech not yet explained.

    The screen keeps its segment until `patience_s` of unexplained speech have passed, and longer while what
    is heard sounds like the script.
    """

    newest_s: float
    older_s: float
    patience_s: float
    origin: Origin | None = None
    looked_s: float = 0.0
    wide_at_s: float = -9.0
    is_newest_turn: bool = False
    skips_tried: int = 0  # since the latest onset
    expected_share: float = 0.0  # of the evidence that what is expected needs, in the latest look

    @classmethod
    def since(cls, start_s: float, patience_s: float, origin: Origin | None = None) -> "Search":
        """Look for the place of the speech from a time on."""
        start_s = max(0.0, start_s)
        return cls(start_s, start_s, patience_s, origin)

    def at_onset(self, ground: Ground, onset_s: float, now_s: float) -> None:
        """Speech goes on after a pause: it may belong elsewhere than what came before."""
        start_s = onset_s - ground.settings.lead_s
        self.older_s = self.newest_s if now_s - self.newest_s < OLD_S else start_s
        self.newest_s, self.skips_tried, self.is_newest_turn = start_s, 0, False

    def is_due(self, ground: Ground, progress: Progress, now_s: float) -> bool:
        """Say whether enough was said since the last look: a little more at each, soon after an onset."""
        s = ground.settings
        heard_s = ground.speech.seconds(self.newest_s, now_s)
        close_s = s.off_after_s + 2 * s.onset_step_s if progress.on_screen else s.wide_after_s
        every_s = s.onset_step_s if heard_s < close_s else s.step_s
        is_due = heard_s >= s.least_speech_s and ground.speech.seconds(self.looked_s, now_s) >= every_s
        return is_due or self.is_word_over(ground, progress, now_s)

    def is_word_over(self, ground: Ground, progress: Progress, now_s: float) -> bool:
        """Say whether the speaker pauses after words that were not looked at as whole ones yet."""
        s, speech = ground.settings, ground.speech
        over_s = speech.ended_s + s.word_end_s
        is_new = speech.seconds(self.looked_s, now_s) >= s.pause_step_s
        is_unjudged = progress.on_screen and self.looked_s < over_s
        return (
            now_s >= over_s
            and (is_new or is_unjudged)
            and speech.seconds(self.newest_s, now_s) >= s.least_speech_s
        )

    def step(self, ground: Ground, progress: Progress, onset_s: float, now_s: float) -> Found | None:
        """Return the place that is confirmed; blank the screen when patience is over."""
        s, self.looked_s = ground.settings, now_s
        self.newest_s = max(self.newest_s, now_s - s.search_window_s)
        self.older_s = max(self.older_s, now_s - s.search_window_s)
        witness, self.expected_share = Witness(ground), 0.0
        for start_s in self._windows(progress):
            if found := self._near(ground, progress, witness, start_s, now_s):
                return found
        if progress.on_screen and self._is_patience_over(ground, progress, onset_s, now_s):
            found = self._give_up(ground, progress, witness, now_s)
            if found or not progress.on_screen:
                return found
        return self._everywhere(ground, progress, witness, now_s)

    def _near(
        self, ground: Ground, progress: Progress, witness: Witness, start_s: float, now_s: float
    ) -> Found | None:
        """Weigh the likely places on one stretch of speech."""
        speech_s, places = ground.speech.seconds(start_s, now_s), likely_places(ground, progress)
        if start_s == self.newest_s and self._is_time_for_skips(ground, speech_s):
            places += skipping_places(ground, progress)
        if speech_s < ground.settings.least_speech_s or not places:
            return None
        heard = witness.hear(start_s, now_s)
        weighed = ground.evidence(heard, places)
        expected = [e.worth(speech_s, ground.settings) for e in weighed if is_expected(progress, e.place)]
        share = max(expected, default=0.0) / ground.settings.expected.need(speech_s)
        self.expected_share = max(self.expected_share, share)
        found = choose(ground, progress, heard, weighed)
        return found if found and is_believed(ground, progress, witness, found) else None

    def _is_time_for_skips(self, ground: Ground, speech_s: float) -> bool:
        tries_s = ground.settings.skips_s
        if self.skips_tried == len(tries_s) or speech_s <= tries_s[self.skips_tried]:
            return False
        self.skips_tried += 1
        return True

    def _windows(self, progress: Progress) -> tuple[float, ...]:
        """Return the starts of the windows to look at: both, or by turns while the screen is blank."""
        if self.older_s == self.newest_s:
            return (self.newest_s,)
        if progress.on_screen:
            return (self.newest_s, self.older_s)
        self.is_newest_turn = not self.is_newest_turn
        return (self.newest_s if self.is_newest_turn else self.older_s,)

    def _everywhere(self, ground: Ground, progress: Progress, witness: Witness, now_s: float) -> Found | None:
        """Weigh the places in the whole script that sound like what is heard."""
        s = ground.settings
        speech_s = ground.speech.seconds(self.newest_s, now_s)
        if speech_s <= s.wide_after_s or now_s - self.wide_at_s <= s.wide_every_s:
            return None
        if progress.on_screen and ground.unexplained_s(progress, now_s) <= s.wide_after_s:
            return None
        self.wide_at_s = now_s
        heard = witness.hear(self.newest_s, now_s)
        places = distant_places(ground, progress, witness.text(heard))
        found = choose(ground, progress, heard, ground.evidence(heard, places)) if places else None
        return found if found and is_believed(ground, progress, witness, found) else None

    def _is_patience_over(self, ground: Ground, progress: Progress, onset_s: float, now_s: float) -> bool:
        s = ground.settings
        if ground.speech.seconds(onset_s, now_s) <= s.fresh_s:
            return False
        is_pause = now_s - ground.speech.ended_s >= s.word_end_s
        less_s = s.sooner_s if is_pause and self.patience_s < s.off_inside_s else 0.0
        return ground.unexplained_s(progress, now_s) > self.patience_s - less_s

    def _give_up(self, ground: Ground, progress: Progress, witness: Witness, now_s: float) -> Found | None:
        """Blank the screen, unless what is heard is no speech or sounds like the segment shown."""
        s = ground.settings
        likeness = witness.likeness(witness.hear(self.older_s, now_s), progress)
        if likeness >= s.strange and (found := self._second_opinion(ground, progress, now_s)):
            return found
        if likeness < next(asked for share, asked in s.contradicts if self.expected_share >= share):
            blank(ground, progress)
        else:
            self.patience_s = ground.unexplained_s(progress, now_s) + s.patience_more_s
        return None

    def _second_opinion(self, ground: Ground, progress: Progress, now_s: float) -> Found | None:
        """Score the whole segment again before it goes: its end may only be clear together with its start.

        It stays if its evidence has grown, or if as much of it is spoken as was known, and the last of that
        only lately.
        """
        s, origin = ground.settings, self.origin
        if origin is None or now_s - origin.start_s > s.longest_opinion_s:
            return None
        heard = ground.hear(origin.start_s, now_s)
        (evidence,) = ground.evidence(heard, [Place(progress.segment, origin.first)])
        spoken = min(evidence.frontier(s), evidence.owned)
        gained = min(evidence.best_own - origin.best, evidence.gained_since(progress.explained_s))
        if gained > s.regrowth:
            return Found(evidence, heard, 0.0)
        if spoken == 0 or origin.first + spoken < progress.frontier:
            return None
        is_late = evidence.starts_s[spoken - 1] > progress.explained_s + s.late_token_s
        return Found(evidence, heard, 0.0) if is_late else None


def blank(ground: Ground, progress: Progress) -> None:
    """Show nothing. A leap that was not proven is taken back."""
    progress.on_screen = False
    if progress.leapt_from is None:
        progress.doubtful = progress.segment >= 0 and ground.share(progress) < 0.5
        return
    progress.segment, progress.leapt_from = progress.leapt_from, None
    progress.frontier = len(ground.script.segments[progress.segment].tokens) if progress.segment >= 0 else 0


def is_expected(progress: Progress, place: Place) -> bool:
    """Say whether a place is what a reader comes to now: in the segment reached or in the next."""
    return place.segment in (progress.segment, progress.segment + 1)


def choose(ground: Ground, progress: Progress, heard: Stretch, weighed: Sequence[Evidence]) -> Found | None:
    """Return the place whose evidence exceeds its need by most, if any does."""
    s = ground.settings
    worth = [e.worth(heard.speech_s, s) for e in weighed]
    needed = [need(ground, progress, e.place, heard.speech_s) for e in weighed]
    surplus = [has - needs for has, needs in zip(worth, needed, strict=True)]
    most = max(surplus)
    at = surplus.index(most)
    best = weighed[at]
    if most <= 0:
        return None
    if not is_expected(progress, best.place):
        others = [k for k, e in enumerate(weighed) if e.place.segment != best.place.segment]
        ahead = worth[at] - max((worth[k] for k in others), default=-9.0)
        if ahead < s.margin or best.lowest_before_best < -max(s.clean_start, s.clean_share * worth[at]):
            return None
    return Found(best, heard, most)


def is_believed(ground: Ground, progress: Progress, witness: Witness, found: Found) -> bool:
    """Say whether a place may be shown: what follows on the screen may, others must sound like the script."""
    s = ground.settings
    is_likely = is_expected(progress, found.evidence.place)
    if is_likely and progress.on_screen:
        return True
    asked = s.alike if is_likely else s.alike_by_leap
    return witness.agrees(found.heard, found.evidence, found.surplus, asked)
