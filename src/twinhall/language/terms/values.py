"""Concepts, their forms in each language, and where these stand in a text."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """How a form of a concept is regarded."""

    PREFERRED = "preferred"
    VARIANT = "variant"  # understood where it is read, not to be written
    FORBIDDEN = "forbidden"


class Kind(StrEnum):
    """What a concept is. Proper names are also looked for misspelt."""

    PERSON = "person"
    CITY = "city"
    TITLE = "title"
    ORGANISATION = "organisation"
    PROGRAMME = "programme"
    OTHER = "other"


PROPER_NAMES = (Kind.PERSON, Kind.CITY)


@dataclass(frozen=True, slots=True)
class Term:
    """One form of a concept in one language.

    series: forms of one concept that render each other: the "full" 오산시 is Thành phố Osan, not Osan.
    valid_from, valid_until: the days from which and before which it is the name; open where None.
    """

    language: str
    text: str
    standing: Standing = Standing.PREFERRED
    pronunciation: str = ""  # in hangul, for the particle that follows
    series: str = ""
    valid_from: date | None = None
    valid_until: date | None = None

    def valid(self, on: date | None) -> bool:
        """Say whether it is the name on that day; without a day, whether it is not given up."""
        if on is None:
            return self.valid_until is None
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_until is None or on < self.valid_until
        )

    def contemporary(self, other: "Term") -> bool:
        """Say whether both were names at the same time."""
        return not (_ended(self.valid_until, other.valid_from) or _ended(other.valid_until, self.valid_from))


@dataclass(frozen=True, slots=True)
class Concept:
    """A person, city, title, organisation or programme, and its forms.

    successor: id of the concept that took its place (Đà Nẵng for Quảng Nam), None if there is none.
    narrowness: 0 for the whole house, 1 for a relation, 2 for a meeting; the narrowest wins.
    """

    id: str
    terms: tuple[Term, ...]
    kind: Kind = Kind.OTHER
    successor: str | None = None
    narrowness: int = 0

    def preferred(self, language: str, on: date | None = None) -> str | None:
        """Return the form that must be written on a day (today's if None), None if the language has none."""
        term = self.preferred_term(language, on)
        return term.text if term else None

    def preferred_term(self, language: str, on: date | None = None) -> Term | None:
        """As preferred, with all that is known of the form. The last one given up, where none is valid."""
        forms = [t for t in self._preferred(language) if not t.series] or self._preferred(language)
        valid = [t for t in forms if t.valid(on)]
        return next(iter(valid or sorted(forms, key=lambda t: t.valid_until or date.max)[-1:]), None)

    def rendering(self, source: Term, language: str, on: date | None = None) -> Term | None:
        """Return the form that renders `source`: of its time and of its series, if the language has such."""
        of_its_time = self.accepted(source, language, on)
        alike = [t for t in of_its_time if t.series == source.series]
        return next(iter(alike or [t for t in of_its_time if not t.series] or of_its_time), None)

    def accepted(self, source: Term, language: str, on: date | None = None) -> list[Term]:
        """Return every form that is right for `source`: today's name, and the one of the source's time.

        Today's stands first, except for a name that was given up: what is told of then keeps its name.
        """
        forms = self._preferred(language)
        now = [t for t in forms if t.valid(on)]
        then = [t for t in forms if t.contemporary(source)]
        order = [*now, *then] if source.valid(on) else [*then, *now]
        return list(dict.fromkeys(order or forms))

    def _preferred(self, language: str) -> list[Term]:
        return [t for t in self.terms if t.language == language and t.standing is Standing.PREFERRED]


@dataclass(frozen=True, slots=True)
class TermSpan:
    """Where a concept stands in a text, and by which of its forms."""

    start: int
    end: int
    concept: Concept
    term: Term


class Problem(StrEnum):
    """What is wrong with a concept in a text."""

    MISSING = "missing"  # the source has it, the rendition has not
    FORBIDDEN = "forbidden"
    MISSPELT = "misspelt"  # the name without its diacritics, or written as it sounds
    DOUBTFUL = "doubtful"  # much like the name: a slip, or someone else; for a person to judge
    OUTDATED = "outdated"  # the name of another time: right if the text speaks of then

    @property
    def blocks(self) -> bool:
        """True when a text with it cannot be approved."""
        return self not in (Problem.DOUBTFUL, Problem.OUTDATED)


@dataclass(frozen=True, slots=True)
class TermWarning:
    """A concept that is not written as agreed.

    found: the offending text, if it is there. start: where it stands, -1 if nowhere.
    until: for an outdated name, the day on which it was given up.
    """

    concept: str
    problem: Problem
    expected: str | None
    found: str | None = None
    start: int = field(default=-1, compare=False)
    until: date | None = None


def _ended(until: date | None, since: date | None) -> bool:
    return until is not None and since is not None and until <= since
