"""SEARCH: a place in the script must be confirmed before the screen changes."""

from dataclasses import dataclass

from twinhall.captions.follower.evidence import Evidence, Place
from twinhall.captions.follower.ground import SHORT_TAIL_S, Ground, Progress, Stretch

OLD_S = 2.5
WIDE_PLACES = 4
AT_START = 0.12  # share of a segment before a match that still counts as its start
TOKENS_A_SECOND = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A place that is confirmed, and what was heard of it."""

    evidence: Evidence
    heard: Stretch


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the current segment was tracked last: from that token on, in the audio from that time on."""

    start_s: float
    first: int


@dataclass(slots=True)
class Search:
    """Weighs the likely places on the newest and the oldest stretch of speech not yet explained.

    The screen keeps its segment until `patience_s` of unexplained speech have passed.
    """

    newest_s: float
    older_s: float
    patience_s: float
    origin: Origin | None = None
    wide_at_s: float = -9.0
    is_older_turn: bool = False

    @classmethod
    def since(cls, start_s: float, patience_s: float, origin: Origin | None = None) -> "Search":
        """Look for the place of the speech from a time on."""
        start_s = max(0.0, start_s)
        return cls(start_s, start_s, patience_s, origin)

    def at_onset(self, ground: Ground, onset_s: float, now_s: float) -> None:
        """Speech goes on after a pause: it may belong elsewhere than what came before."""
        start_s = onset_s - ground.settings.lead_s
        self.older_s = self.newest_s if now_s - self.newest_s < OLD_S else start_s
        self.newest_s = start_s

    def step(self, ground: Ground, progress: Progress, onset_s: float, now_s: float) -> Found | None:
        """Return the place that is confirmed; blank the screen when patience is over."""
        s = ground.settings
        self.newest_s = max(self.newest_s, now_s - s.search_window_s)
        self.older_s = max(self.older_s, now_s - s.search_window_s)
        newest = None
        for start_s in self._windows(ground, progress, now_s):
            places = likely_places(ground, progress)
            speech_s = ground.speech.seconds(start_s, now_s)
            if speech_s < s.least_speech_s or not places:
                continue
            if speech_s > s.near.least_s and start_s == self.newest_s:
                places += skipping_places(ground, progress)
            heard = ground.hear(start_s, now_s, SHORT_TAIL_S)
            if found := choose(ground, progress, heard, places):
                return found
            if start_s == self.newest_s:
                newest = heard
        if not progress.on_screen:
            return self._search_everywhere(ground, progress, newest, now_s)
        if not self._is_patience_over(ground, progress, onset_s, now_s):
            return None
        if found := self._second_opinion(ground, progress, now_s):
            return found
        progress.doubtful = progress.segment >= 0 and ground.share(progress) < 0.5
        progress.on_screen = False
        return None

    def _windows(self, ground: Ground, progress: Progress, now_s: float) -> tuple[float, ...]:
        """Return the starts of the windows to look at: both, or by turns once much is said off script."""
        if self.older_s == self.newest_s:
            return (self.newest_s,)
        if progress.on_screen or ground.speech.seconds(self.newest_s, now_s) < ground.settings.by_turns_s:
            return (self.newest_s, self.older_s)
        self.is_older_turn = not self.is_older_turn
        return (self.older_s if self.is_older_turn else self.newest_s,)

    def _is_patience_over(self, ground: Ground, progress: Progress, onset_s: float, now_s: float) -> bool:
        is_fresh = ground.speech.seconds(onset_s, now_s) <= ground.settings.fresh_s
        return ground.unexplained_s(progress, now_s) > self.patience_s and not is_fresh

    def _second_opinion(self, ground: Ground, progress: Progress, now_s: float) -> Found | None:
        """Score the whole segment again before it goes: its end may only be clear together with its start.

        It stays if as much of it is spoken as was known, and the last of that only lately.
        """
        s, origin = ground.settings, self.origin
        if origin is None or now_s - origin.start_s > s.longest_opinion_s:
            return None
        heard = ground.hear(origin.start_s, now_s)
        (evidence,) = ground.evidence(heard, [Place(progress.segment, origin.first)])
        spoken = min(evidence.frontier(s), evidence.owned)
        if spoken == 0 or origin.first + spoken < progress.frontier:
            return None
        is_late = evidence.starts_s[spoken - 1] > progress.explained_s + s.late_token_s
        return Found(evidence, heard) if is_late else None

    def _search_everywhere(
        self, ground: Ground, progress: Progress, heard: Stretch | None, now_s: float
    ) -> Found | None:
        s = ground.settings
        speech_s = ground.speech.seconds(self.newest_s, now_s)
        if speech_s <= s.wide_after_s or now_s - self.wide_at_s <= s.wide_every_s:
            return None
        self.wide_at_s = now_s
        if heard is None:
            heard = ground.hear(self.newest_s, now_s, SHORT_TAIL_S)
        text = ground.scorer.free(heard.sound, int(heard.length_s * TOKENS_A_SECOND) + 6)
        places = distant_places(ground, progress, text)
        return choose(ground, progress, heard, places) if places else None


def likely_places(ground: Ground, progress: Progress) -> list[Place]:
    """Return the next segment, the rest of the current one, and the current one again if it hardly began."""
    c, script = progress.segment, ground.script
    places = [Place(c + 1)] if c + 1 < len(script) else []
    if c < 0:
        return places
    tokens = script.segments[c]
    if progress.frontier < len(tokens.tokens) and (progress.on_screen or ground.share(progress) > 0.5):
        places.append(Place(c, progress.frontier))
        near = range(progress.frontier - 2, progress.frontier + 13)
        places += [Place(c, k) for k in tokens.breaks if k in near and k != progress.frontier][:2]
    if progress.doubtful:
        places.append(Place(c))
    return places


def skipping_places(ground: Ground, progress: Progress) -> list[Place]:
    """Return the segments behind the next one."""
    return [Place(j) for j in (progress.segment + 2, progress.segment + 3) if j < len(ground.script)]


def distant_places(ground: Ground, progress: Progress, text: str) -> list[Place]:
    """Return the places anywhere in the script that sound like a freely recognised text."""
    places = [Place(progress.segment)] if progress.segment >= 0 and not progress.doubtful else []
    for match in ground.index.places(text, WIDE_PLACES):
        tokens = ground.script.segments[match.sentence]
        reached = match.share * len(tokens.tokens) + 0.5
        first = 0 if match.share < AT_START else max(k for k in tokens.word_starts if k <= reached)
        place = Place(match.sentence, first)
        if place not in places and place != Place(progress.segment + 1):
            places.append(place)
    return places


def need(ground: Ground, progress: Progress, place: Place, heard_s: float) -> float:
    """Return the evidence that a place needs after so much speech."""
    s = ground.settings
    ahead = place.segment - progress.segment
    again = ahead == 0 and (place.first > 0 or progress.doubtful)
    if again or (ahead == 1 and place.first == 0):
        return (s.expected if progress.on_screen else s.expected_off).need(heard_s)
    if place.first:
        return s.inside.need(heard_s)
    return (s.near if 0 <= ahead <= 3 else s.far).need(heard_s)


def choose(ground: Ground, progress: Progress, heard: Stretch, places: list[Place]) -> Found | None:
    """Return the place whose evidence exceeds its need by most, if any does."""
    s = ground.settings
    weighed = ground.evidence(heard, places)
    best = max(weighed, key=lambda e: e.best - need(ground, progress, e.place, heard.speech_s))
    if best.best <= need(ground, progress, best.place, heard.speech_s):
        return None
    if best.place.segment not in (progress.segment, progress.segment + 1):
        rival = max((e.best for e in weighed if e.place.segment != best.place.segment), default=-9.0)
        if best.best - rival < s.margin or best.lowest_before_best < -s.clean_start:
            return None
    return Found(best, heard)
