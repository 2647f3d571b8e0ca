"""Tables as text (TSV, CSV): a column a language, a row a sentence, headings are language tags."""

import csv
import io

from twinhall.hall.meetings.documents.values import (
    Caution,
    Document,
    Expected,
    Format,
    Refusal,
    Sentence,
    Unusable,
    Version,
    Warning,
)
from twinhall.language.interchange.headings import language_of, plain_cell

STATUSES = ("draft", "reviewed", "approved")
ORIGINS = ("human", "machine", "memory")


def separator_of(text: str) -> str | None:
    """Return what separates the columns, None if the first line does not name two languages."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    for separator in ("\t", ",", ";"):
        named = [cell.strip('"') for cell in first.split(separator)]
        if len([cell for cell in named if language_of(cell)]) >= 2:
            return separator
    return None


def read_table(text: str, separator: str, expected: Expected, encoding: str) -> Document:
    """Return the sentences of a table. Columns beside a language: "vi:status", "vi:origin", "vi:engine".

    Raises Unusable where no column is in the speaker's language.
    """
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=separator)
    try:
        heading = next((row for row in rows if any(cell.strip() for cell in row)), [])
        columns = [_column(cell) for cell in heading]
        if (expected.language, "") not in columns:
            raise Unusable(Refusal.NO_SOURCE_COLUMN)
        cautions = _unknown(heading, columns, expected)
        sentences: list[Sentence] = []
        for row in rows:
            cells = {c: plain(cell) for c, cell in zip(columns, row, strict=False) if c}
            sentence = _sentence(cells, expected, rows.line_num)
            if sentence is None:
                if any(cells.values()):
                    cautions.append(Warning(Caution.NO_SOURCE, rows.line_num))
                continue
            sentences.append(sentence)
    except csv.Error as error:
        raise Unusable(Refusal.DAMAGED_AT, str(rows.line_num)) from error
    return Document(Format.TABLE, tuple(sentences), tuple(cautions), encoding)


def plain(cell: str) -> str:
    """Return a cell on one line, without the quote that keeps spreadsheets from reading it as a formula."""
    return plain_cell(" ".join(cell.split()))


def _column(heading: str) -> tuple[str, str] | None:
    name, _, what = heading.partition(":")
    tag = language_of(name)
    return (tag, what.strip().lower()) if tag else None


def _unknown(heading: list[str], columns: list[tuple[str, str] | None], expected: Expected) -> list[Warning]:
    known = {expected.language, *expected.targets}
    return [
        Warning(Caution.UNKNOWN_COLUMN, 1, cell.strip()[:40])
        for cell, column in zip(heading, columns, strict=True)
        if cell.strip() and (column is None or column[0] not in known)
    ]


def _sentence(cells: dict[tuple[str, str], str], expected: Expected, line: int) -> Sentence | None:
    text = cells.get((expected.language, ""), "")
    if not text:
        return None
    versions = tuple(
        Version(
            language,
            cells[language, ""],
            _one_of(cells.get((language, "status")), STATUSES),
            _one_of(cells.get((language, "origin")), ORIGINS),
            cells.get((language, "engine"), "")[:80],
        )
        for language in expected.targets
        if cells.get((language, ""))
    )
    return Sentence(text, line, versions)


def _one_of(told: str | None, allowed: tuple[str, ...]) -> str:
    """An unknown word counts as the first, which promises least."""
    return told if told in allowed else allowed[0]
