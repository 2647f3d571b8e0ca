"""What comes of translating a sentence with its terms exact, and what the engine must give."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from twinhall.language.terms import Concept, Term


class Rung(StrEnum):
    """How the terms of a sentence came through the engine, or that they did not."""

    NO_TERMS = "no terms"
    WITHOUT_ENGINE = "without engine"  # the sentence is nothing but a term
    NAME = "name"
    OTHER_NAME = "other name"
    CODE = "code"
    NUMBER = "number"
    CAPITALS = "capitals"
    NONE = "none"  # no mask came through: the source stands in place of a translation


LADDER = (Rung.NAME, Rung.OTHER_NAME, Rung.CODE, Rung.NUMBER, Rung.CAPITALS)


class Flag(StrEnum):
    """Why a person must look at a translation."""

    UNTRANSLATED = "untranslated"  # the source stands in its place
    UNCHANGED = "unchanged"  # the engine gave its words back
    INEXACT = "inexact term"
    WRONG_FORM = "wrong form"  # a forbidden or misspelt form stands in it
    NO_FORM = "no agreed form"  # a name or title has no form in this language


class Answer(Protocol):
    """What an engine made of a sentence, and which it was: what provenance tells."""

    @property
    def text(self) -> str:
        """The translation, "" for none."""
        ...

    @property
    def engine(self) -> str:
        """The engine's name."""
        ...

    @property
    def model(self) -> str:
        """The model's name, version and hash."""
        ...

    @property
    def pivot(self) -> str | None:
        """The language between, None if there is none."""
        ...

    @property
    def flags(self) -> frozenset[str]:
        """What the engine itself says is wrong with it."""
        ...


Ask = Callable[[tuple[str, ...]], Sequence[Answer]]  # one answer a sentence, in order


@dataclass(frozen=True, slots=True)
class Direction:
    """From which language into which: BCP 47 tags."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term of the source and how it came out. form: "" where the target has none."""

    concept: str
    form: str
    exact: bool


@dataclass(frozen=True, slots=True)
class ExactTranslation:
    """A sentence in another language with its provenance. termbase: the version of the terms.

    text: the source itself with the rung NONE. tries: how often the engine was asked.
    engine, model: those of the last answer, "" if none was asked.
    """

    source: str
    text: str
    rung: Rung
    termbase: str
    engine: str = ""
    model: str = ""
    pivot: str | None = None
    terms: tuple[TermUse, ...] = ()
    flags: frozenset[str] = frozenset()
    tries: int = 0

    @property
    def needs_review(self) -> bool:
        """True when it must be shown beside its source until a person has decided."""
        return bool(self.flags)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the source where a term stands, and the form that must come out there."""

    start: int
    end: int
    concept: Concept
    form: Term
    agreed: bool  # False for a form lent by another language
