"""Who is meant: a meeting by its number or a part of its title, a seat by a name in any script."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import TypeVar

from twinhall.hall.meetings.models import Meeting, Participant
from twinhall.hall.meetings.queries.passes import may_speak

Found = TypeVar("Found")


class NotFound(Exception):
    """Nothing, or more than one thing, is called that; the message lists what there is."""


def find_meeting(words: str) -> Meeting:
    """Return the meeting with that number, or with those words in its title in any language.

    Raises NotFound.
    """
    meetings = list(Meeting.objects.select_related("title").prefetch_related("title__renditions"))
    if words.isdecimal():
        meetings = [meeting for meeting in meetings if meeting.pk == int(words)] or meetings
        if len(meetings) == 1 and meetings[0].pk == int(words):
            return meetings[0]
    named = {meeting: _titles(meeting) for meeting in meetings}
    listed = [f"{meeting.pk}  {meeting.title.body}" for meeting in meetings]
    return _one(words, named, "meeting", listed)


def find_seat(meeting: Meeting, name: str) -> Participant:
    """Return the seat of the one who is called that and may speak. Raises NotFound."""
    rows = meeting.participants.select_related("person", "meeting").prefetch_related("person__names")
    named = {seat: [n.name for n in seat.person.names.all()] for seat in rows if may_speak(seat)}
    listed = [f"{seat.get_side_display()}: " + " / ".join(dict.fromkeys(named[seat])) for seat in named]
    return _one(name, named, "speaker", listed)


def folded(name: str) -> str:
    """Return a name without case, marks and blanks: Lê Trí Thanh is found by `le tri thanh`."""
    plain = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    kept = (sign for sign in plain if not unicodedata.combining(sign) and sign.isalnum())
    return unicodedata.normalize("NFC", "".join(kept))


def _titles(meeting: Meeting) -> list[str]:
    return [meeting.title.body, *(rendition.body for rendition in meeting.title.renditions.all())]


def _one(words: str, named: Mapping[Found, Sequence[str]], kind: str, listed: Sequence[str]) -> Found:
    """Return what bears exactly that name, else what bears it in part. Raises NotFound."""
    wanted = folded(words)
    exact = [found for found, names in named.items() if wanted in map(folded, names)]
    part = [found for found, names in named.items() if any(wanted and wanted in folded(n) for n in names)]
    for found in (exact, part):
        if len(found) == 1:
            return found[0]
    why = "more than one" if part else "no"
    raise NotFound(f"{why} {kind} is called {words!r}. There are:\n  " + "\n  ".join(listed or ["none"]))
