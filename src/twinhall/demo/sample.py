"""The texts of the demonstration, as they stand in data/*.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
MEETINGS = ("osan_quang_nam", "osan_hidaka")

Versions = Mapping[str, str]  # by language


@dataclass(frozen=True, slots=True)
class SampleCity:
    key: str
    country: str
    language: str
    timezone: str
    kind: str
    full: Versions
    short: Versions
    successor: str | None = None
    succeeded_on: date | None = None


@dataclass(frozen=True, slots=True)
class SampleRelation:
    home: str
    partner: str
    first_contact: str
    signed: str


@dataclass(frozen=True, slots=True)
class SampleOfficer:
    city: str
    email: str
    name: str
    administrator: bool = False


@dataclass(frozen=True, slots=True)
class SamplePerson:
    key: str
    city: str
    name: Versions
    title: Versions


@dataclass(frozen=True, slots=True)
class SampleTerm:
    kind: str
    preferred: Versions
    variants: Mapping[str, list[str]]
    forbidden: Mapping[str, list[str]]
    note: str


@dataclass(frozen=True, slots=True)
class World:
    """What both meetings share."""

    cities: Mapping[str, SampleCity]
    relations: Mapping[str, SampleRelation]
    officers: Mapping[str, SampleOfficer]  # by city
    people: Mapping[str, SamplePerson]
    terms: tuple[SampleTerm, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """Words in no script, spoken after a sentence of it (counted from 1)."""

    after: int
    text: str


@dataclass(frozen=True, slots=True)
class SampleRemarks:
    """sentences: each with its original (in the speaker's language) and its approved versions."""

    speaker: str
    language: str
    sentences: tuple[Versions, ...]
    asides: tuple[Aside, ...]

    @property
    def originals(self) -> list[str]:
        return [sentence[self.language] for sentence in self.sentences]


@dataclass(frozen=True, slots=True)
class Turn:
    """Words in no script, in a free exchange."""

    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class SampleItem:
    title: Versions
    minutes: int
    mode: str
    remarks: tuple[SampleRemarks, ...]
    exchange: tuple[Turn, ...]

    @property
    def speakers(self) -> list[str]:
        return [remarks.speaker for remarks in self.remarks]


@dataclass(frozen=True, slots=True)
class SampleSeat:
    """voice: a synthetic voice sits here; everyone else is invited by a link."""

    person: str
    side: str
    role: str
    voice: bool


@dataclass(frozen=True, slots=True)
class SampleMeeting:
    key: str
    relation: str
    host: str
    title: Versions
    seats: tuple[SampleSeat, ...]
    items: tuple[SampleItem, ...]

    def all_spoken(self) -> Iterator[tuple[str, list[str]]]:
        """Yield every speaker with what they say in an item, asides and free words included."""
        for item in self.items:
            for remarks in item.remarks:
                yield remarks.speaker, remarks.originals + [aside.text for aside in remarks.asides]
            for turn in item.exchange:
                yield turn.speaker, [turn.text]


@cache
def world() -> World:
    """Return the cities, people and words of both meetings."""
    told = _read("cities")
    return World(
        cities={key: SampleCity(key=key, **row) for key, row in told["cities"].items()},
        relations={key: SampleRelation(**row) for key, row in told["relations"].items()},
        officers={key: SampleOfficer(city=key, **row) for key, row in told["officers"].items()},
        people={key: SamplePerson(key=key, **row) for key, row in told["people"].items()},
        terms=tuple(_term(row) for row in told["terms"]),
    )


@cache
def meetings() -> tuple[SampleMeeting, ...]:
    """Return the two meetings."""
    return tuple(_meeting(key, _read(key)) for key in MEETINGS)


def language_of(person: str) -> str:
    """Return the language someone speaks: that of their city."""
    return world().cities[world().people[person].city].language


def _read(name: str) -> dict[str, Any]:
    with (DATA / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _term(row: dict[str, Any]) -> SampleTerm:
    return SampleTerm(
        row["kind"], row["preferred"], row.get("variants", {}), row.get("forbidden", {}), row.get("note", "")
    )


def _meeting(key: str, told: dict[str, Any]) -> SampleMeeting:
    return SampleMeeting(
        key=key,
        relation=told["relation"],
        host=told["host"],
        title=told["title"],
        seats=tuple(
            SampleSeat(person, row["side"], row["role"], row.get("voice", False))
            for person, row in told["seats"].items()
        ),
        items=tuple(_item(row) for row in told["items"]),
    )


def _item(row: dict[str, Any]) -> SampleItem:
    return SampleItem(
        title=row["title"],
        minutes=row["minutes"],
        mode=row["mode"],
        remarks=tuple(_remarks(remarks) for remarks in row["remarks"]),
        exchange=tuple(Turn(**turn) for turn in row.get("exchange", ())),
    )


def _remarks(row: dict[str, Any]) -> SampleRemarks:
    return SampleRemarks(
        speaker=row["speaker"],
        language=language_of(row["speaker"]),
        sentences=tuple(row["sentences"]),
        asides=tuple(Aside(**aside) for aside in row.get("asides", ())),
    )
