"""The script follower for languages in which speech can be recognised but a text not be scored on it."""

from collections.abc import Callable, Sequence

from twinhall.captions.follower_text.background import Background
from twinhall.captions.follower_text.place_filter import Belief, PlaceFilter
from twinhall.captions.follower_text.script_units import ScriptUnits
from twinhall.captions.follower_text.settings import TextFollowerSettings
from twinhall.captions.ports import Heard


class TextFollower:
    """Says which segment of a script is being read out, from recognised text.

    `listen` yields what was recognised since the last call: text that stays, and text that may still change.
    Source: docs/adr/0004-script-follower.md
    """

    def __init__(
        self,
        listen: Callable[[float], Heard],
        sentences: Sequence[str],
        language: str,
        settings: TextFollowerSettings | None = None,
    ) -> None:
        self._settings = s = settings or TextFollowerSettings()
        self._listen = listen
        self._script = ScriptUnits(sentences, language)
        background = Background(self._script.rows, self._script.inventory, s.order, s.uniform)
        self._filter = PlaceFilter(self._script, background, s)
        self._settled = self._filter.lost()
        self._entry = self._filter.entry(None)
        self._last: int | None = None
        self._shown: int | None = None
        self._started_s = self._explained_s = 0.0
        self._rising = (-1, 0.0)  # the likeliest sentence and since when it is
        self._heard = Heard("", "")
        self._tail: list[tuple[int, Belief]] = []  # units that may still change, and the belief behind each

    @property
    def shown(self) -> int | None:
        """The segment that belongs on screen."""
        return self._shown

    @property
    def explained_s(self) -> float:
        """The last time at which the script explained what was said."""
        return self._explained_s

    @property
    def started_s(self) -> float:
        """When the segment on screen was first heard."""
        return self._started_s

    def prepare(self, most: int = 1) -> None:
        """Nothing needs preparing: all was counted when the script was loaded."""

    def resume(self, segment: int, now_s: float, *, on_screen: bool) -> None:
        """Go on from a segment that someone else knows to be the place."""
        self._settled, self._tail = self._filter.at(segment), []
        self._entry, self._last = self._filter.entry(segment), segment
        self._shown = segment if on_screen else None
        self._started_s = self._explained_s = now_s

    def step(self, now_s: float) -> int | None:
        """Take in what was heard until now and return the segment that belongs on screen, None off script.

        Cost: that of the recogniser, and .1 ms a unit. Raises EngineError.
        """
        heard = self._listen(now_s)
        if heard == Heard("", self._heard.open):
            return self._shown
        self._heard = heard
        if not len(self._script):
            return None
        belief = self._believe(self._script.heard(heard.settled), self._script.heard(heard.open))
        self._decide(belief, now_s)
        return self._shown

    def _believe(self, settled: list[int], still_open: list[int]) -> Belief:
        """Return the belief after all that was heard; what was heard so before is not weighed again."""
        units = settled + still_open
        known = 0
        while known < min(len(units), len(self._tail)) and units[known] == self._tail[known][0]:
            known += 1
        del self._tail[known:]
        belief = self._tail[-1][1] if self._tail else self._settled
        for unit in units[known:]:
            belief = self._filter.hear(belief, unit, self._entry)
            self._tail.append((unit, belief))
        if settled:
            self._settled = self._tail[len(settled) - 1][1]
            del self._tail[: len(settled)]
        return belief

    def _decide(self, belief: Belief, now_s: float) -> None:
        s, chances = self._settings, self._filter.sentences(belief)
        best, before = int(chances.argmax()), self._shown
        if best != self._rising[0] or chances[best] < s.rising:
            self._rising = (best, now_s)
        if before is not None and belief.off > s.blank:
            self._shown = None
        elif best != before and chances[best] > (s.show if before is None else s.move):
            self._shown = best
        if belief.off < 0.5:
            self._explained_s = now_s
        if self._shown is not None and self._shown != before:
            self._started_s = self._rising[1] - s.late_s
        if self._shown is not None and self._shown != self._last:
            self._last, self._entry = self._shown, self._filter.entry(self._shown)
