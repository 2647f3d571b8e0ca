"""What listeners see of one speaker, as the lines that bring it about."""

from collections.abc import Mapping

from twinhall.captions.utterance import Said
from twinhall.captions.values import CaptionLine, Kind, Segment, texts_of


class Screen:
    """Numbers the lines of one speaker and knows which segment is shown."""

    def __init__(self, language: str) -> None:
        self.shown: str | None = None
        self._language = language
        self._utterance = 0
        self._is_open = False  # whether the latest utterance may get further revisions

    def show(self, segment: Segment, start_s: float, now_s: float) -> list[CaptionLine]:
        """Put a segment and its approved renditions on screen, once."""
        if self.shown == segment.id:
            return []
        self.shown = segment.id
        texts = texts_of(segment, self._language)
        return [self._new(Kind.SCRIPT, segment.id, min(start_s, now_s), now_s, texts)]

    def leave(self, now_s: float) -> list[CaptionLine]:
        """Take the segment off the screen, if there is one."""
        if self.shown is None:
            return []
        self.shown = None
        return [self._new(Kind.SOURCE, None, now_s, now_s, {})]

    def say(self, said: Said) -> CaptionLine:
        """Show recognised speech in the language in which it was spoken."""
        self.shown = None
        if not self._is_open:
            self._utterance += 1
        self._is_open = not said.final
        texts = {self._language: said.text}
        return self._line(Kind.SOURCE, None, said.start_s, said.end_s, texts, said.revision, said.final)

    def _new(
        self, kind: Kind, segment: str | None, start_s: float, end_s: float, texts: Mapping[str, str]
    ) -> CaptionLine:
        self._utterance += 1
        self._is_open = False
        return self._line(kind, segment, start_s, end_s, texts, revision=0, final=True)

    def _line(
        self,
        kind: Kind,
        segment: str | None,
        start_s: float,
        end_s: float,
        texts: Mapping[str, str],
        revision: int,
        final: bool,
    ) -> CaptionLine:
        return CaptionLine(
            kind, segment, self._utterance, revision, final, round(start_s * 1000), round(end_s * 1000), texts
        )
