"""What a text in another language needs from outside engines, and the values that cross that line."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class Cost(StrEnum):
    """Who pays for a translation."""

    FREE = "free"  # computed on a machine of our own
    METERED = "metered"  # somebody is charged by the character or token


class Flag(StrEnum):
    """Why a person should look at a text, or what was done with it."""

    CUT = "cut"  # the engine's limit of length was reached: the end may be missing
    UNUSABLE = "unusable"  # the engine gave no text that can be a translation of the source
    UNTRANSLATED = "untranslated"  # no engine gave a text: the source stands in its place
    IMPLAUSIBLE = "implausible"  # far too short, too long, or in another script than the target's
    NUMBERS = "numbers"  # a number or a date is missing, or there is one more
    UNITS = "units"  # a unit of measure or money is missing
    QUOTES = "quotes"  # other quotation marks than in the source
    PARTS = "parts"  # translated in parts around links or mark-up, which stand where they stood
    SAME_LANGUAGE = "same-language"  # the source is in the target language already and stands as it is
    NO_WORDS = "no-words"  # the source has nothing to translate and stands as it is


@dataclass(frozen=True, slots=True)
class EngineFacts:
    """What an engine is, for those who choose and for provenance.

    name: as in settings and provenance. licence: of its weights, or whose terms of service hold.
    languages: BCP 47 tags that it can know; none if that depends on what is installed or configured.
    html: keeps markup by itself. context: uses the text before. terms: takes term pairs as hints.
    leaves: the text leaves this machine.
    """

    name: str
    cost: Cost
    licence: str
    languages: frozenset[str] = frozenset()
    html: bool = False
    context: bool = False
    terms: bool = False
    leaves: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """Sentences of one text that are wanted in another language.

    before: the text that stands before the first one, for engines which use it.
    terms: (source form, target form) pairs, hints for engines which take them, never a promise.
    html: the sentences hold markup; only for engines whose facts say html.
    """

    sentences: tuple[str, ...]
    source: str
    target: str
    before: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    html: bool = False


@dataclass(frozen=True, slots=True)
class Rendered:
    """One sentence as an engine gave it: "" with the flag UNUSABLE where it gave nothing of use."""

    text: str
    flags: frozenset[Flag] = field(default=frozenset())


class Translator(Protocol):
    """Translates sentences. May be called from several threads; blocks: keep it off an event loop."""

    @property
    def facts(self) -> EngineFacts:
        """What the engine is."""
        ...

    def lacks(self, source: str, target: str) -> str | None:
        """Say in a sentence what is missing to translate this pair here and how to get it; None if ready."""
        ...

    def model(self, source: str, target: str) -> str:
        """Name the model and its version for provenance. Raises EngineError if the pair is not ready."""
        ...

    def translate(self, job: Job) -> tuple[Rendered, ...]:
        """Return one rendered sentence for each of the job's, in order. Raises EngineError."""
        ...
