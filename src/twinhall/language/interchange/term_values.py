"""What a file of terms holds, and why some of it is not taken."""

from dataclasses import dataclass, field
from enum import StrEnum

from twinhall.language.terms import Concept


class Reason(StrEnum):
    """Why an entry is rejected."""

    NO_FORM = "no_form"
    NO_LANGUAGE = "no_language"  # forms of which the file does not say what language they are in
    ONE_LANGUAGE = "one_language"  # says nothing: detail, the form
    NOT_TODAY = "not_today"  # a language with former forms only. detail: the form
    BAD_DATE = "bad_date"  # detail: what stands there
    BAD_FORMER = "bad_former"  # a former form without its day. detail: what stands there
    BAD_KIND = "bad_kind"  # detail: what stands there
    TOO_LONG = "too_long"  # detail: how the form begins
    UNPRINTABLE = "unprintable"  # detail: the form without them
    NOT_HANGUL = "not_hangul"  # a pronunciation. detail: what stands there
    AGREED_AND_FORBIDDEN = "agreed_and_forbidden"  # detail: the form
    DUPLICATE = "duplicate"  # detail: the line of the first
    TOO_MANY_CELLS = "too_many_cells"  # more than there are headings. detail: the first of them
    NO_PLACE = "no_place"  # where each term holds is to be taken from the file, and this one does not say
    UNKNOWN_PLACE = "unknown_place"  # detail: where the file says that it holds


class Fault(StrEnum):
    """Why a whole file is refused."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"  # detail: how many entries
    NOT_TEXT = "not_text"
    ENCODING = "encoding"
    ENTITIES = "entities"
    DAMAGED = "damaged"  # line: where
    NOT_TBX = "not_tbx"
    NO_HEADINGS = "no_headings"  # the first row names less than two languages
    PACKAGE = "package"  # a spreadsheet or another package


class BadTermFile(ValueError):
    """A file of terms that cannot be used. line: where, 0 for the whole of it."""

    def __init__(self, fault: Fault, line: int = 0, detail: str = "") -> None:
        super().__init__(f"{fault} (line {line})" if line else str(fault))
        self.fault, self.line, self.detail = fault, line, detail


@dataclass(frozen=True, slots=True)
class Rejected:
    """An entry that is not taken. line: where it stands in the file."""

    line: int
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept in a file. line: where it begins.

    says_kind: False where the file does not say what it is. scope, place: where it holds, "" if it does not
    say; the place is the names of the two cities, or the title of the meeting.
    """

    concept: Concept
    line: int = 0
    says_kind: bool = True
    note: str = ""
    scope: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class TermFile:
    """What was read. format: as "TBX 3". encoding: "" where the format settles it."""

    format: str
    entries: tuple[Entry, ...]
    rejected: tuple[Rejected, ...] = ()
    encoding: str = ""
    left_out: dict[str, int] = field(default_factory=dict)  # languages not spoken here, and how many forms
    columns: tuple[str, ...] = ()  # headings of columns that are not known, and so not read
