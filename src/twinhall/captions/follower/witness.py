"""A second witness: what is heard without knowing the script, compared with it by sound."""

from twinhall.captions.follower.evidence import Evidence
from twinhall.captions.follower.ground import SHORT_TAIL_S, Ground, Progress, Stretch

TOKENS_A_SECOND = 8


class Witness:
    """Hears each stretch of audio once in a step, and freely only when asked. Cost: 50-140 ms a text."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._stretches: dict[float, Stretch] = {}
        self._texts: dict[float, str] = {}

    def hear(self, start_s: float, now_s: float) -> Stretch:
        """Encode what was heard since a time."""
        if start_s not in self._stretches:
            self._stretches[start_s] = self._ground.hear(start_s, now_s, SHORT_TAIL_S)
        return self._stretches[start_s]

    def text(self, heard: Stretch) -> str:
        """Return what is heard without knowing the script."""
        if heard.start_s not in self._texts:
            most = int(heard.length_s * TOKENS_A_SECOND) + 6
            self._texts[heard.start_s] = self._ground.scorer.free(heard.sound, most)
        return self._texts[heard.start_s]

    def agrees(self, heard: Stretch, found: Evidence, surplus: float, asked: float) -> bool:
        """Say whether the newest of what is heard sounds like a place of which so much seems to be spoken.

        surplus: evidence (nats) beyond what the place needs, which makes up for a transcript less like the
        place than is asked.
        """
        s, place, index = self._ground.settings, found.place, self._ground.index
        tokens = len(self._ground.script.segments[place.segment].tokens)
        spoken = index.units_of(place.segment, min(1.0, found.spoken / tokens))
        newest = spoken + s.spare_units
        likeness, units = index.likeness(self.text(heard), place.segment, place.segment + 1, newest)
        return units < s.least_units or surplus > s.nats_unlike * (asked - likeness)

    def likeness(self, heard: Stretch, progress: Progress) -> float:
        """Return how much of what is heard sounds like the segment reached or the one behind it, 0 to 1.

        It is 1 where hardly any words are heard, which say nothing.
        """
        segment = progress.segment
        likeness, units = self._ground.index.likeness(self.text(heard), segment, segment + 1)
        return likeness if units >= self._ground.settings.least_units else 1.0
