"""The values that flow through the captions of one speaker."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from twinhall.captions.ports import Translated

APPROVED = "approved"


class Kind(StrEnum):
    """Where the text of a caption comes from."""

    SCRIPT = "script"
    MACHINE = "machine"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Rendition:
    """A segment in another language; only an approved one is ever shown."""

    text: str
    status: str = APPROVED


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence of prepared remarks, with its renditions by language tag."""

    id: str
    text: str
    renditions: Mapping[str, Rendition] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Script:
    """A speaker's prepared remarks for one agenda item, in the order in which they are read."""

    language: str
    segments: tuple[Segment, ...]

    def index(self, segment: str) -> int | None:
        """Return where a segment stands, None if the script does not hold it."""
        return next((i for i, s in enumerate(self.segments) if s.id == segment), None)


@dataclass(frozen=True, slots=True)
class CaptionLine:
    """What listeners read now.

    A script line stays on screen until a line of another segment or kind. A line with no texts clears it.
    A later revision of the same utterance replaces the earlier; `final` promises that no text in the line
    will change: what may still follow are machine lines with the same words and a translation more.
    machine: how the texts that a machine translated came about, by language.
    """

    kind: Kind
    segment: str | None
    utterance: int
    revision: int
    final: bool
    start_ms: int  # meeting clock
    end_ms: int
    texts: Mapping[str, str]
    machine: Mapping[str, Translated] = field(default_factory=dict)


def texts_of(segment: Segment, language: str) -> dict[str, str]:
    """Return the segment and its approved renditions by language tag."""
    approved = {tag: r.text for tag, r in segment.renditions.items() if r.status == APPROVED}
    return {language: segment.text, **approved}
