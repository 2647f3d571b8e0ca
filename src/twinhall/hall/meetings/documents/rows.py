"""Rows of a table in a document: a column a language, and beside a translation how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from twinhall.hall.meetings.documents.values import Caution, Expected, Sentence, Version, Warning
from twinhall.language.guess import looks_like
from twinhall.language.interchange.headings import bare, language_of

MACHINE = ("machine translation", "기계 번역", "máy dịch", "機械翻訳")
HEADINGS = frozenset({"status", "상태", "trạng thái", "状態"})
STATUSES = {
    "approved": "approved",
    "승인": "approved",
    "đã duyệt": "approved",
    "承認": "approved",
    "reviewed": "reviewed",
    "검토": "reviewed",
    "đã soát": "reviewed",
    "確認済み": "reviewed",
}


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, each on one line. line: counted from the top of the document."""

    cells: tuple[str, ...]
    line: int

    def cell(self, n: int) -> str:
        return self.cells[n] if n < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column is the source, which are translations, and where each says how it stands."""

    source: int
    targets: dict[int, str]
    statuses: dict[int, int]  # of a column with a translation, the column of its status
    headed: int  # rows that are headings


@dataclass(frozen=True, slots=True)
class Rows:
    """What was read of a table."""

    sentences: tuple[Sentence, ...]
    cautions: tuple[Warning, ...]


def read_rows(rows: Sequence[Row], expected: Expected) -> Rows | None:
    """Return the sentences of a table that says what its columns are in, or looks it; None for any other."""
    columns = _columns(rows, expected)
    if columns is None:
        return None
    sentences, cautions = [], _unknown(rows[0], expected) if columns.headed else []
    for row in rows[columns.headed :]:
        if language_of(row.cell(columns.source)) == expected.language:
            continue  # the heading again, on another page
        sentence = _sentence(row, columns)
        if sentence.text:
            sentences.append(sentence)
        elif sentence.versions:
            cautions.append(Warning(Caution.NO_SOURCE, row.line))
    return Rows(tuple(sentences), tuple(cautions))


def _columns(rows: Sequence[Row], expected: Expected) -> Columns | None:
    named = {n: tag for n, cell in enumerate(rows[0].cells) if (tag := language_of(cell))}
    sources = [n for n, tag in named.items() if tag == expected.language]
    if sources:
        targets = {n: tag for n, tag in named.items() if tag in expected.targets}
        return Columns(sources[0], targets, _statuses(rows[0], targets), 1)
    if any(len(row.cells) != 2 for row in rows):
        return None
    sides = [" ".join(row.cells[n] for row in rows) for n in (0, 1)]
    for source, other in ((0, 1), (1, 0)):
        for target in expected.targets:
            alike = looks_like(sides[source], expected.language) and looks_like(sides[other], target)
            if sides[other] and alike:
                return Columns(source, {other: target}, {}, 0)
    return None


def _statuses(heading: Row, targets: dict[int, str]) -> dict[int, int]:
    """Return for each translation the next column to its right that is headed as a status."""
    held = [n for n, cell in enumerate(heading.cells) if bare(cell) in HEADINGS]
    return {n: next(s for s in held if s > n) for n in targets if any(s > n for s in held)}


def _unknown(heading: Row, expected: Expected) -> list[Warning]:
    """Return columns in languages that nobody in the meeting speaks."""
    known = {expected.language, *expected.targets}
    named = ((cell, language_of(cell)) for cell in heading.cells)
    return [
        Warning(Caution.UNKNOWN_COLUMN, heading.line, cell[:40])
        for cell, tag in named
        if tag and tag not in known
    ]


def _sentence(row: Row, columns: Columns) -> Sentence:
    found: dict[str, Version] = {}  # of two columns in one language, the first
    for n, tag in columns.targets.items():
        if body := row.cell(n):
            told = bare(row.cell(columns.statuses[n])) if n in columns.statuses else ""
            origin = "machine" if told.startswith(MACHINE) else "human"
            found.setdefault(tag, Version(tag, body, STATUSES.get(told, "draft"), origin))
    return Sentence(row.cell(columns.source), row.line, tuple(found.values()))
