"""What a look at one thing found."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a thing is: right, wanting but not needed to hold a meeting, or needed and missing."""

    OK = "ok"
    ADVICE = "advice"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `remedy` says how to mend it, "" where there is nothing to mend."""

    thing: str
    state: State
    said: str
    remedy: str = ""


def ok(thing: str, said: str) -> Finding:
    """The thing is as it should be."""
    return Finding(thing, State.OK, said)


def advice(thing: str, said: str, remedy: str) -> Finding:
    """Meetings can be held without it, but not everything works."""
    return Finding(thing, State.ADVICE, said, remedy)


def missing(thing: str, said: str, remedy: str) -> Finding:
    """No meeting can be held without it."""
    return Finding(thing, State.MISSING, said, remedy)
