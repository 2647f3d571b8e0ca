"""What the translation memory has for a sentence. Each process holds its own index, right by a revision."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from threading import Thread

from django.db import connections
from django.db.models import Q, QuerySet

from twinhall.hall.translation.models import MemoryPair, MemoryState
from twinhall.language.memory import Match, Pair
from twinhall.language.memory.keeping import Changes, Kept

SHOWN = 3
AT_A_TIME = 5_000  # rows


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A pair that is like a sentence, and where it comes from."""

    match: Match
    row: MemoryPair


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken in for a sentence. sure: it is of this very sentence, and no other is as like it."""

    pair: MemoryPair
    sure: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sentence for which the memory is asked. text: its key, whose own pairs are of no use to it."""

    text: int
    body: str
    before: str | None


class Direction:
    """The pairs that translate one language into another, approved in either direction."""

    def __init__(self, source: str, target: str) -> None:
        self._source, self._target = source, target

    def revision(self) -> int:
        """Return the memory's revision. One query of one row."""
        return MemoryState.objects.values_list("revision", flat=True).filter(pk=1).first() or 0

    def waiting(self, since: int) -> int:
        """Return how many pairs changed after a revision."""
        return self._rows(since).count()

    def changes(self, since: int) -> Changes:
        """Return what changed after a revision, which is read first: what comes later is read again."""
        revision = self.revision()
        rows = self._rows(since)
        if since < 0:
            rows = rows.filter(withdrawn=False)
        told = rows.values_list(
            "pk", "source_language", "source", "target", "before", "relation_id", "withdrawn"
        )
        pairs, gone = [], []
        for pk, language, source, target, before, relation, withdrawn in told.iterator(AT_A_TIME):
            if withdrawn:
                gone.append(pk)
            elif language == self._source:
                pairs.append(Pair(pk, source, target, before, relation or 0))
            else:
                pairs.append(Pair(pk, target, source, None, relation or 0))
        return Changes(revision, pairs, gone)

    def _rows(self, since: int) -> QuerySet[MemoryPair]:
        forth = Q(source_language=self._source, target_language=self._target)
        back = Q(source_language=self._target, target_language=self._source)
        return MemoryPair.objects.filter(forth | back, revision__gt=since)


@cache
def kept(source: str, target: str) -> Kept:
    """Return this process's memory of a direction."""
    return Kept(Direction(source, target), _beside)


def suggestions(
    wanted: Wanted, source: str, target: str, relations: Collection[int]
) -> list[Suggestion] | None:
    """Return up to SHOWN pairs for a sentence, the best first; None while the memory is read.

    relations: keys of those whose pairs may be seen, beside everyone's. Four queries.
    """
    own = set(MemoryPair.objects.filter(text=wanted.text).values_list("pk", flat=True))
    with kept(source, target).look() as memory:
        if memory is None:
            return None
        found = memory.find(wanted.body, wanted.before, most=SHOWN, scopes=relations, without=own)
    rows = {row.pk: row for row in pairs_seen(relations).filter(pk__in=[m.pair.id for m in found])}
    return [Suggestion(match, rows[match.pair.id]) for match in found if match.pair.id in rows]


def word_for_word(
    wanted: Sequence[Wanted], source: str, target: str, relations: Collection[int]
) -> dict[int, list[Match]] | None:
    """Return the pairs of these very sentences, by text, if there are any; None while the memory is read."""
    with kept(source, target).look() as memory:
        if memory is None:
            return None
        found = {w.text: memory.exact(w.body, w.before, scopes=relations) for w in wanted}
    return {text: matches for text, matches in found.items() if matches}


def pairs_seen(relations: Collection[int]) -> QuerySet[MemoryPair]:
    """Return the pairs that stand and may be seen: of some relations, and everyone's."""
    ours = Q(relation__in=list(relations)) | Q(relation=None)
    rows = MemoryPair.objects.filter(ours, withdrawn=False).select_related("occasion")
    return rows.prefetch_related("occasion__renditions")


def _beside(work: Callable[[], None]) -> None:
    def run() -> None:
        try:
            work()
        finally:
            connections.close_all()

    Thread(target=run, name="translation memory", daemon=True).start()
