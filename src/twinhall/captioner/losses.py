"""What was not captioned: it is shown as lost."""

from twinhall.captioner.ports import Clock
from twinhall.captioner.speaker import Speaker
from twinhall.hall.meetings.actions.captioning import KeptLine

WORTH_TELLING_MS = 500  # less is no gap in a transcript
ONE_GAP_MS = 5000  # losses that follow each other so closely are one


class Losses:
    """Turns failures of engines and dropped audio into lines of the transcript, one a gap and speaker."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._failing_since: dict[str, int] = {}
        self._told_ms: dict[str, int] = {}  # audio lost so far, as it was told
        self._gaps: dict[str, tuple[int, int]] = {}  # the last one, by the job's clock

    def fail(self, speaker: Speaker) -> bool:
        """Take note that an engine failed; True when it is news."""
        is_new = speaker.identity not in self._failing_since
        self._failing_since.setdefault(speaker.identity, self._clock.ms())
        return is_new

    def told(self, speaker: Speaker) -> list[KeptLine]:
        """Return the line of what a speaker lost until this step, which went well; none if little."""
        who, now_ms = speaker.identity, self._clock.ms()
        lost_ms = speaker.lost_ms - self._told_ms.get(who, 0)
        since_ms = self._failing_since.pop(who, now_ms - lost_ms)
        if now_ms - since_ms < WORTH_TELLING_MS:
            return []
        self._told_ms[who] = speaker.lost_ms
        start_ms, end_ms = self._gaps.get(who, (0, -ONE_GAP_MS))
        start_ms = start_ms if since_ms - end_ms < ONE_GAP_MS else max(0, since_ms)
        self._gaps[who] = start_ms, now_ms
        return [speaker.lost(start_ms, now_ms)]
