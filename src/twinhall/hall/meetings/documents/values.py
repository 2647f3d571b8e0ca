"""What is read from a file, and what is written into one."""

from dataclasses import dataclass
from enum import StrEnum

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 80 * 1024 * 1024  # what a DOCX may hold once unpacked
MOST_UNPACKED_XML = 40 * 1024 * 1024  # of that, what is parsed: some 2,000 pages
MOST_SENTENCES = 3000  # some six hours of speech
LONGEST = 2000  # characters of a sentence


class Format(StrEnum):
    TEXT = "text"
    TABLE = "table"
    WORD = "word"
    XLIFF = "xliff"
    SUBTITLES = "subtitles"


class Refusal(StrEnum):
    """Why a file cannot be used."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"  # detail: how many sentences
    UNPACKS_TOO_LARGE = "unpacks_too_large"  # detail: than how many MB
    ENCODING = "encoding"
    NOT_TEXT = "not_text"  # a picture, a sound, a program
    OLD_WORD = "old_word"
    HANGUL = "hangul"
    PDF = "pdf"
    RICH_TEXT = "rich_text"
    SPREADSHEET = "spreadsheet"
    OTHER_PACKAGE = "other_package"
    MACROS = "macros"
    DAMAGED = "damaged"
    DAMAGED_AT = "damaged_at"  # detail: the line
    ENCODING_OF_XML = "encoding_of_xml"  # detail: the line
    ENTITIES = "entities"  # XML that declares entities of its own
    NOT_XLIFF = "not_xliff"
    OTHER_LANGUAGE = "other_language"  # detail: the language the file names
    NO_SOURCE_COLUMN = "no_source_column"


class Caution(StrEnum):
    """What an officer should look at before a file is taken over."""

    NOT_THIS_LANGUAGE = "not_this_language"
    VERSION_NOT_ITS_LANGUAGE = "version_not_its_language"  # detail: the language
    NO_SOURCE = "no_source"  # a row with a translation only
    LONG_SENTENCE = "long_sentence"
    OUTSIDE_TABLE = "outside_table"  # detail: how many lines
    TRACKED_CHANGES = "tracked_changes"
    TABLE_AS_TEXT = "table_as_text"
    UNKNOWN_COLUMN = "unknown_column"  # detail: its heading
    OTHER_FILES = "other_files"  # detail: how many units of files for another language
    NOTES = "notes"  # shown with their sentences, kept nowhere
    TABLE_LEFT_OUT = "table_left_out"  # beside tables that name their languages, one that does not
    BAD_CUE = "bad_cue"  # a subtitle without a time that can be read


class Unusable(ValueError):
    """A file that cannot be used."""

    def __init__(self, reason: Refusal, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Warning:
    """Something to look at. line: in the file, 0 for the whole of it."""

    code: Caution
    line: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """A sentence in another language, as a file has it."""

    language: str
    body: str
    status: str = "draft"  # translation.enums.Status
    origin: str = "human"  # translation.enums.Origin
    engine: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of remarks. line: where it stands in the file, from 1. notes: written beside it."""

    text: str
    line: int = 0
    versions: tuple[Version, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds. encoding: "" where the format settles it."""

    format: Format
    sentences: tuple[Sentence, ...]
    warnings: tuple[Warning, ...] = ()
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a file is read for: the speaker's language, and those into which it may be translated."""

    language: str
    targets: tuple[str, ...]
