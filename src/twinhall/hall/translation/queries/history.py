"""What happened to a sentence and its rendition: who did what, when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from twinhall.hall.translation.enums import Origin, Status
from twinhall.hall.translation.models import PastText, Text, Version


class Deed(StrEnum):
    """What somebody did."""

    REWORDED = "reworded"  # the sentence itself
    MACHINE = "machine"  # a machine's draft was stored
    MEMORY = "memory"  # it was taken from the memory
    WRITTEN = "written"
    REVIEWED = "reviewed"
    APPROVED = "approved"
    BACK = "back"  # an earlier version was made the draft
    REOPENED = "reopened"  # set back to a draft, with the same words
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. at: None where nobody knows. before, after: only of a reworded sentence."""

    deed: Deed
    by: str
    at: datetime | None
    revision: int  # of the sentence, then
    version: Version | None = None
    before: str = ""
    after: str = ""


ORIGINS = {Origin.MACHINE: Deed.MACHINE, Origin.MEMORY: Deed.MEMORY, Origin.HUMAN: Deed.WRITTEN}
STANDS = {Status.REVIEWED: Deed.REVIEWED, Status.APPROVED: Deed.APPROVED}


def history_of(text: Text, language: str) -> list[Event]:
    """Return everything that happened, the newest first. Two queries."""
    events = [*_renditions(text, language), *_rewordings(text)]
    known = [event for event in events if event.at]
    unknown = [event for event in events if not event.at]
    known.sort(key=lambda event: event.at.timestamp() if event.at else 0.0)
    return [*unknown, *known][::-1]


def _renditions(text: Text, language: str) -> Iterator[Event]:
    earlier: list[Version] = []
    for version in Version.objects.filter(text=text, language=language):
        yield Event(_deed(version, earlier), version.by_name, version.at, version.source_revision, version)
        earlier.append(version)


def _deed(version: Version, earlier: list[Version]) -> Deed:
    before = earlier[-1] if earlier else None
    if not version.body:
        return Deed.REMOVED
    if version.status != Status.DRAFT:
        return STANDS[Status(version.status)]
    if before is not None and before.body == version.body and before.status != Status.DRAFT:
        return Deed.REOPENED
    if before is not None and before.body != version.body and version.body in [v.body for v in earlier]:
        return Deed.BACK
    return ORIGINS[Origin(version.origin)]


def _rewordings(text: Text) -> Iterator[Event]:
    past = list(PastText.objects.filter(text=text, revision__gt=0).order_by("revision"))
    said = [row.body for row in past] + [text.body]
    for row, after in zip(past, said[1:], strict=True):
        yield Event(
            Deed.REWORDED,
            row.replaced_by_name,
            row.replaced_at,
            row.revision + 1,
            before=row.body,
            after=after,
        )
