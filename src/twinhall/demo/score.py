"""What comes after what, when nobody leads: pure."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the agenda as it now stands. exchange: (identity, words) spoken freely at its end."""

    id: int
    speakers: tuple[str, ...]
    exchange: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NextSpeaker:
    """The floor goes to someone who reads their remarks."""

    identity: str


@dataclass(frozen=True, slots=True)
class FreeWords:
    """The floor goes to someone who says something that is in no script."""

    identity: str
    words: str
    turn: int


@dataclass(frozen=True, slots=True)
class NextItem:
    """The agenda moves on."""


@dataclass(frozen=True, slots=True)
class Again:
    """The agenda is over: from the beginning, after a rest."""


Step = NextSpeaker | FreeWords | NextItem | Again


def step_after(agenda: Sequence[Item], item_id: int | None, floor: str | None, turn: int) -> Step:
    """Return what follows when the one who has the floor has finished.

    turn: how many turns of the item's free exchange have been spoken.
    """
    at = next((n for n, item in enumerate(agenda) if item.id == item_id), None)
    if at is None:
        return Again()
    item = agenda[at]
    if turn == 0 and floor in item.speakers:
        after = item.speakers.index(floor) + 1
        if after < len(item.speakers):
            return NextSpeaker(item.speakers[after])
    if turn < len(item.exchange):
        identity, words = item.exchange[turn]
        return FreeWords(identity, words, turn + 1)
    return NextItem() if at + 1 < len(agenda) else Again()
