"""Into which languages what is said off the script can be translated here."""

import time
from dataclasses import dataclass
from functools import lru_cache

from twinhall.engines.translators import live_translator
from twinhall.environment import SettingError
from twinhall.hall.meetings.models import Meeting
from twinhall.hall.meetings.queries.captions import languages_of

KNOWN_S = 60  # how long an answer is good: an engine on another machine may be slow to give it


@dataclass(frozen=True, slots=True)
class Untranslated:
    """A language that a city speaks, and one that somebody reads, between which nothing here translates."""

    spoken: str
    wanted: str


def untranslated(meeting: Meeting) -> list[Untranslated]:
    """Return what will be read in the language in which it is said. One query."""
    languages = languages_of(meeting.pk)
    spoken = dict.fromkeys((meeting.host.language, meeting.partner.language))
    pairs = [(tag, to) for tag in spoken for to in languages if to != tag]
    return [Untranslated(*pair) for pair in pairs if is_missing(*pair)]


def is_missing(source: str, target: str) -> bool:
    """Say whether nothing here translates a pair. Cost: that of asking engines, once a minute."""
    return _is_missing(source, target, int(time.monotonic() // KNOWN_S))


@lru_cache(maxsize=64)
def _is_missing(source: str, target: str, _minute: int) -> bool:
    try:
        return live_translator().lacks(source, target) is not None
    except SettingError:
        return True
