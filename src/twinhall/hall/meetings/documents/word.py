"""DOCX: paragraphs, and tables whose two columns are a text and its translation."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from twinhall.hall.meetings.documents.values import (
    MOST_UNPACKED,
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
from twinhall.language.guess import looks_like
from twinhall.language.interchange.headings import language_of
from twinhall.language.sentences import sentences_of_line

DECLARATIONS = tuple(
    word.encode(codec) for word in ("<!DOCTYPE", "<!ENTITY") for codec in ("utf-8", "utf-16-le", "utf-16-be")
)
NOT_READ_OUT = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent")})
CHANGES = (qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo"))
BREAKS = frozenset({qn("w:br"), qn("w:cr")})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside tables, or a row of one. line: counted from the top of the document."""

    cells: tuple[str, ...]
    line: int
    table: int  # 0 outside tables


def read_word(package: zipfile.ZipFile, data: bytes, expected: Expected) -> Document:
    """Return what a DOCX holds. Raises Unusable."""
    _guard(package)
    try:
        body = docx.Document(io.BytesIO(data)).element.body
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, zlib.error) as error:
        raise Unusable(Refusal.DAMAGED) from error
    lines = list(_lines(body))
    cautions = [Warning(Caution.TRACKED_CHANGES)] if next(body.iter(*CHANGES), None) is not None else []
    pairs = _pairs(lines, expected)
    if pairs:
        outside = sum(1 for line in lines if not line.table and line.cells[0])
        if outside:
            cautions.append(Warning(Caution.OUTSIDE_TABLE, 0, str(outside)))
        return Document(Format.WORD, tuple(pairs), tuple(cautions))
    tables = {line.table: line.line for line in reversed(lines) if line.table}
    cautions += [Warning(Caution.TABLE_AS_TEXT, first) for _, first in sorted(tables.items())]
    return Document(Format.WORD, tuple(_sentences(lines, expected.language)), tuple(cautions))


def _guard(package: zipfile.ZipFile) -> None:
    """Refuse what unpacks without end, carries macros, or declares entities. Nothing is parsed before."""
    entries = package.infolist()
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED or len(entries) > 5000:
        raise Unusable(Refusal.UNPACKS_TOO_LARGE)
    if any(entry.filename.endswith("vbaProject.bin") for entry in entries):
        raise Unusable(Refusal.MACROS)
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")):
            try:
                part = package.read(entry)  # never more than entry.file_size, checked above
            except (zipfile.BadZipFile, zlib.error, EOFError) as error:
                raise Unusable(Refusal.DAMAGED) from error
            if any(word in part for word in DECLARATIONS):
                raise Unusable(Refusal.ENTITIES)


def _lines(body: Any) -> Iterator[Paragraph]:
    """Yield the paragraphs and rows in order, numbered from 1."""
    line = table = 0
    for child in body.iterchildren():
        if child.tag == qn("w:p"):
            line += 1
            yield Paragraph((_text(child),), line, 0)
        elif child.tag == qn("w:tbl"):
            table += 1
            for row in child.iterchildren(qn("w:tr")):
                line += 1
                yield Paragraph(tuple(_text(cell) for cell in row.iterchildren(qn("w:tc"))), line, table)


def _text(element: Any) -> str:
    """Return what is read out of a paragraph or cell: changes accepted, boxes beside the text left out."""
    pieces: list[str] = []

    def walk(node: Any) -> None:
        for child in node.iterchildren():
            if child.tag in NOT_READ_OUT:
                continue
            if child.tag == qn("w:t"):
                pieces.append(child.text or "")
            elif child.tag == qn("w:tab"):
                pieces.append(" ")
            elif child.tag in BREAKS:
                pieces.append("\n")
            else:
                walk(child)
                if child.tag == qn("w:p"):
                    pieces.append("\n")

    walk(element)
    return "\n".join(" ".join(line.split()) for line in "".join(pieces).strip().split("\n"))


def _pairs(lines: Sequence[Paragraph], expected: Expected) -> list[Sentence]:
    """Return the rows of every table that says what language its columns are in, or looks it."""
    sentences: list[Sentence] = []
    for number in sorted({line.table for line in lines if line.table}):
        rows = [line for line in lines if line.table == number]
        columns = _columns(rows, expected)
        if columns is not None:
            source, targets, headed = columns
            sentences += [
                _pair(row, source, targets)
                for row in rows[headed:]
                if len(row.cells) > source and row.cells[source]
            ]
    return sentences


def _columns(rows: Sequence[Paragraph], expected: Expected) -> tuple[int, dict[int, str], int] | None:
    """Return the column of the source, those of translations, and how many rows are headings."""
    named = {n: tag for n, cell in enumerate(rows[0].cells) if (tag := language_of(cell))}
    sources = [n for n, tag in named.items() if tag == expected.language]
    if sources:
        return sources[0], {n: tag for n, tag in named.items() if tag in expected.targets}, 1
    if any(len(row.cells) != 2 for row in rows):
        return None
    sides = [" ".join(row.cells[n] for row in rows) for n in (0, 1)]
    for source, other in ((0, 1), (1, 0)):
        for target in expected.targets:
            if (
                sides[other]
                and looks_like(sides[source], expected.language)
                and looks_like(sides[other], target)
            ):
                return source, {other: target}, 0
    return None


def _pair(row: Paragraph, source: int, targets: dict[int, str]) -> Sentence:
    found: dict[str, str] = {}  # of two columns in one language, the first
    for n, tag in targets.items():
        if n < len(row.cells) and row.cells[n]:
            found.setdefault(tag, " ".join(row.cells[n].split()))
    versions = tuple(Version(tag, body) for tag, body in found.items())
    return Sentence(" ".join(row.cells[source].split()), row.line, versions)


def _sentences(lines: Sequence[Paragraph], language: str) -> Iterator[Sentence]:
    for line in lines:
        for cell in line.cells:
            for paragraph in cell.split("\n"):
                for sentence in sentences_of_line(paragraph.strip(), language):
                    yield Sentence(sentence, line.line)
