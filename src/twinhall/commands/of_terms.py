"""What the commands say of files of terms, in plain English."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twinhall.language.interchange.term_values import BadTermFile, Rejected

FAULTS = {
    "empty": "holds no term",
    "too_large": "larger than 10 MB",
    "too_many": "holds {detail} terms, more than can be taken at once",
    "not_text": "no text and no XML",
    "encoding": "its characters cannot be told for certain; save it as UTF-8",
    "entities": "declares entities, which is not safe",
    "damaged": "damaged or cut off",
    "not_tbx": "XML, but not TBX",
    "no_headings": "the first row must name two languages, as in: ko,vi",
    "package": "a spreadsheet or another package; save it as CSV",
}
REASONS = {
    "no_form": "no form of the term",
    "no_language": "no language for {detail!r}",
    "one_language": "in one language only: {detail}",
    "not_today": "former forms without the one of today: {detail}",
    "bad_date": "no date: {detail!r}",
    "bad_former": "a former form is written as 2025-07-01 and the form, not {detail!r}",
    "bad_kind": "no kind of term: {detail!r}",
    "too_long": "longer than 200 characters: {detail}…",
    "unprintable": "characters that cannot be printed in {detail!r}",
    "not_hangul": "a reading is written in Korean letters, not {detail!r}",
    "agreed_and_forbidden": "agreed and forbidden at once: {detail}",
    "duplicate": "the same as line {detail}",
    "too_many_cells": "more cells than headings: {detail!r}",
    "no_place": "it does not say where it holds; give --holds",
    "unknown_place": "it is not known here where it holds: {detail!r}",
}


def why_bad(error: "BadTermFile") -> str:
    """Return why a file cannot be used."""
    words = FAULTS[error.fault].format(detail=error.detail)
    return f"line {error.line}: {words}" if error.line else words


def why_rejected(rejected: "Rejected") -> str:
    """Return why an entry is left out."""
    return f"line {rejected.line} is left out: {REASONS[rejected.reason].format(detail=rejected.detail)}"
