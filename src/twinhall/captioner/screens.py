"""Whose words are on the listeners' screens, of all who speak in one meeting."""

from collections.abc import Collection, Iterable

from twinhall.captioner.speaker import Speaker
from twinhall.captions.values import CaptionLine

SILENT_MS = 600  # so long a speaker must have been silent before another's sentence comes back
READ_MS = 800  # so long that other must have read on in it: the next sentence would be found by then
TALKING_MS = 1500


class Screens:
    """Knows whose line was shown last.

    What is read out of an approved text is always shown. Recognised words of someone who does not come first
    are not, while one who does is reading: they are kept in the transcript.
    """

    def __init__(self) -> None:
        self._by: str | None = None
        self._since_ms = 0

    def may_show(
        self, speaker: Speaker, line: CaptionLine, first: Collection[str], others: Iterable[Speaker]
    ) -> bool:
        """Say whether a line may take the screens."""
        if line.segment is not None or not line.texts or speaker.identity in first:
            return True
        reading = (o for o in others if o.identity in first and o is not speaker and o.is_reading)
        return not any(o.spoke_within(TALKING_MS) for o in reading)

    def note(self, speaker: Speaker, line: CaptionLine, now_ms: int) -> None:
        """Take note of a line that was shown."""
        if line.texts:
            self._by, self._since_ms = speaker.identity, now_ms
        elif self._by == speaker.identity:
            self._by = None

    def come_back(self, speaker: Speaker, now_ms: int) -> None:
        """Take note that a speaker's sentence was shown once more."""
        self._by, self._since_ms = speaker.identity, now_ms

    def is_back(self, speaker: Speaker, others: Iterable[Speaker]) -> bool:
        """Say whether a speaker reads on in their sentence after someone else's words took the screens."""
        if self._by in {None, speaker.identity}:
            return False
        other = next((o for o in others if o.identity == self._by), None)
        is_over = other is None or not other.spoke_within(SILENT_MS)
        return is_over and speaker.reads_on_since(self._since_ms, READ_MS)
