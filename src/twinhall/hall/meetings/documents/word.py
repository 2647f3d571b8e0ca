"""DOCX: paragraphs, and tables with a column a language, as translators return them."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from twinhall.hall.meetings.documents.rows import Row, read_rows
from twinhall.hall.meetings.documents.values import (
    MOST_UNPACKED,
    MOST_UNPACKED_XML,
    Caution,
    Document,
    Expected,
    Format,
    Refusal,
    Sentence,
    Unusable,
    Warning,
)
from twinhall.language.sentences import sentences_of_line

DECLARATIONS = tuple(
    word.encode(codec) for word in ("<!DOCTYPE", "<!ENTITY") for codec in ("utf-8", "utf-16-le", "utf-16-be")
)
NOT_READ_OUT = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent")})
CHANGES = (qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo"))
# What zipfile raises for damaged or encrypted entries: it checks little of what an entry says of itself
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
MOST_COLUMNS = 60
MOST_PARTS = 5000
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
    tables = {number: [line for line in lines if line.table == number] for number in _tables(lines)}
    read = {number: found for number, rows in tables.items() if (found := read_rows(_cells(rows), expected))}
    unread = [rows[0].line for number, rows in tables.items() if number not in read]
    if not read:
        cautions += [Warning(Caution.TABLE_AS_TEXT, line) for line in unread]
        return Document(Format.WORD, tuple(_sentences(lines, expected.language)), tuple(cautions))
    outside = sum(1 for line in lines if not line.table and line.cells[0])
    cautions += [Warning(Caution.OUTSIDE_TABLE, 0, str(outside))] if outside else []
    cautions += [Warning(Caution.TABLE_LEFT_OUT, line) for line in unread]
    cautions += [warning for found in read.values() for warning in found.cautions]
    sentences = [sentence for found in read.values() for sentence in found.sentences]
    return Document(Format.WORD, tuple(sentences), tuple(cautions))


def _tables(lines: Sequence[Paragraph]) -> list[int]:
    return sorted({line.table for line in lines if line.table})


def _cells(rows: Sequence[Paragraph]) -> list[Row]:
    return [Row(tuple(" ".join(cell.split()) for cell in row.cells), row.line) for row in rows]


def _guard(package: zipfile.ZipFile) -> None:
    """Refuse what unpacks without end, carries macros, or declares entities. Nothing is parsed before."""
    entries = package.infolist()
    xml = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    whole = sum(entry.file_size for entry in entries)
    for size, most in ((xml, MOST_UNPACKED_XML), (whole, MOST_UNPACKED)):
        if size > most or len(entries) > MOST_PARTS:
            raise Unusable(Refusal.UNPACKS_TOO_LARGE, str(most // 1024 // 1024))
    if any(entry.filename.endswith("vbaProject.bin") for entry in entries):
        raise Unusable(Refusal.MACROS)
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")):
            try:
                part = package.read(entry)  # never more than entry.file_size, checked above
            except BROKEN as error:
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
                yield Paragraph(tuple(_row(row)), line, table)


def _row(row: Any) -> Iterator[str]:
    """Yield the cells of a row; one that is merged over several columns stands in the first of them."""
    for cell in row.iterchildren(qn("w:tc"), qn("w:sdt")):
        yield _text(cell)
        span = next(cell.iter(qn("w:gridSpan")), None)
        told = span.get(qn("w:val"), "1") if span is not None else "1"
        yield from [""] * (min(int(told), MOST_COLUMNS) - 1 if told.isdecimal() else 0)


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


def _sentences(lines: Sequence[Paragraph], language: str) -> Iterator[Sentence]:
    for line in lines:
        for cell in line.cells:
            for paragraph in cell.split("\n"):
                for sentence in sentences_of_line(paragraph.strip(), language):
                    yield Sentence(sentence, line.line)
