"""Bringing a translation memory in from a file: what of it is new, what is not taken and why."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import IO

from django.db import transaction

from twinhall.hall.base.languages import Language
from twinhall.hall.cities.models import Relation
from twinhall.hall.translation.actions.memory import add_pairs
from twinhall.hall.translation.models import MemoryPair
from twinhall.language.memory import normal
from twinhall.language.tmx import Fault, Rejected, Unit, read_tmx

AT_A_TIME = 5_000  # pairs
LINES = 500  # of rejected units that are told one by one
SHOWN = 20


@dataclass(slots=True)
class Outcome:
    """What a file holds. new: pairs by source and target language."""

    units: int = 0
    known: int = 0
    new: Counter[tuple[str, str]] = field(default_factory=Counter)
    rejected: int = 0
    lines: list[Rejected] = field(default_factory=list)  # the first of them
    shown: list[MemoryPair] = field(default_factory=list)  # the first new ones

    @property
    def added(self) -> int:
        """How many pairs are new."""
        return self.new.total()


def look_at(
    file: IO[bytes], name: str, *, relation: Relation | None, languages: Collection[str] = ()
) -> Outcome:
    """Return what bringing a file in would do, without doing it. Raises BadTmx. Cost: .1 ms a unit."""
    outcome = Outcome()
    for _ in _new_pairs(file, name, relation, languages, outcome):
        pass
    return outcome


@transaction.atomic
def bring_in(
    file: IO[bytes], name: str, *, relation: Relation | None, languages: Collection[str] = ()
) -> Outcome:
    """Add what a file holds and the memory does not, all or nothing. Raises BadTmx.

    relation: whose the pairs will be, everyone's if None. languages: only these, all of the hall if empty.
    A unit of several languages gives a pair of every two.
    """
    outcome = Outcome()
    batch: list[MemoryPair] = []
    for pair in _new_pairs(file, name, relation, languages, outcome):
        batch.append(pair)
        if len(batch) == AT_A_TIME:
            add_pairs(batch)
            batch = []
    add_pairs(batch)
    return outcome


def _new_pairs(
    file: IO[bytes], name: str, relation: Relation | None, languages: Collection[str], outcome: Outcome
) -> Iterator[MemoryPair]:
    known = _known(relation)
    wanted = frozenset(languages or Language.values)
    for unit in _usable(read_tmx(file, name), wanted, outcome):
        for pair in _pairs_of(unit, wanted, relation, name):
            key = _key(pair.source_language, pair.source, pair.target_language, pair.target)
            if key in known:
                outcome.known += 1
                continue
            known.add(key)
            outcome.new[pair.source_language, pair.target_language] += 1
            if len(outcome.shown) < SHOWN:
                outcome.shown.append(pair)
            yield pair


def _usable(found: Iterable[Unit | Rejected], wanted: Collection[str], outcome: Outcome) -> Iterator[Unit]:
    """Yield the units with two languages of the hall, and note the others."""
    for unit in found:
        outcome.units += 1
        if isinstance(unit, Unit):
            if sum(language in wanted for language in unit.versions) >= 2:
                yield unit
                continue
            unit = Rejected(unit.line, Fault.ONE_LANGUAGE, ", ".join(unit.versions))
        outcome.rejected += 1
        if len(outcome.lines) < LINES:
            outcome.lines.append(unit)


def _pairs_of(
    unit: Unit, wanted: Collection[str], relation: Relation | None, name: str
) -> Iterator[MemoryPair]:
    """Yield a pair of every two languages; what was written first is the source, where the file says so."""
    for first, second in combinations([tag for tag in unit.versions if tag in wanted], 2):
        source, target = (second, first) if second == unit.source else (first, second)
        told = unit.versions[target]
        yield MemoryPair(
            source_language=source,
            source=unit.versions[source].text,
            target_language=target,
            target=told.text,
            before=unit.before if source == unit.source else None,
            relation=relation,
            file_name=name[:200],
            approver_name=told.by,
            approved_at=told.at,
            sample=unit.sample,
        )


def _known(relation: Relation | None) -> set[int]:
    """Return what the memory holds for a relation, each pair as one number."""
    rows = MemoryPair.objects.filter(relation=relation, withdrawn=False)
    told = rows.values_list("source_language", "source", "target_language", "target")
    return {_key(*row) for row in told.iterator(AT_A_TIME)}


def _key(source_language: str, source: str, target_language: str, target: str) -> int:
    """Return a number that is the same whichever way round a pair is."""
    return hash(frozenset(((source_language, normal(source)), (target_language, normal(target)))))
