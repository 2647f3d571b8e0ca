"""Remarks as files that others can work on, and that can be brought in again."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, register_namespace

import docx
from docx.shared import Pt, RGBColor

from twinhall.hall.meetings.documents.values import Sentence, Version
from twinhall.language.interchange.headings import safe_cell
from twinhall.language.interchange.xliff import (
    ENGINE,
    OURS,
    QUALIFIER,
    STATE_1,
    STATE_2,
    TWINHALL,
    XLIFF_1,
    XLIFF_2,
)
from twinhall.language.interchange.xml import writable, written


@dataclass(frozen=True, slots=True)
class Script:
    """Remarks on their way out. Words for readers come in the reader's language.

    names: what each language is called. standings: how each rendition stands, by (sentence, language).
    """

    title: str
    language: str
    targets: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    names: dict[str, str]
    standings: dict[tuple[int, str], str]
    status_heading: str
    statement: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Writer:
    """A kind of file."""

    extension: str
    media_type: str
    write: Callable[[Script], bytes]


def write_tsv(script: Script) -> bytes:
    """UTF-8 with a mark, as spreadsheets want it; a cell that looks like a formula gets a quote in front."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter="\t", lineterminator="\r\n")
    heading = [script.language]
    for tag in script.targets:
        heading += [tag, f"{tag}:status", f"{tag}:origin", f"{tag}:engine"]
    rows.writerow(heading)
    for sentence in script.sentences:
        row = [safe_cell(sentence.text)]
        for tag in script.targets:
            version = _version(sentence, tag)
            row += (
                [safe_cell(version.body), version.status, version.origin, safe_cell(version.engine)]
                if version
                else [""] * 4
            )
        rows.writerow(row)
    return out.getvalue().encode("utf-8-sig")


def write_xliff_1(script: Script) -> bytes:
    """XLIFF 1.2, the original and one language."""
    register_namespace("tw", TWINHALL)
    target = script.targets[0]
    root = Element("xliff", {"xmlns": XLIFF_1, "version": "1.2"})
    told = {
        "original": script.title,
        "source-language": script.language,
        "target-language": target,
        "datatype": "plaintext",
    }
    body = SubElement(SubElement(root, "file", told), "body")
    for number, sentence in enumerate(script.sentences, 1):
        unit = SubElement(body, "trans-unit", {"id": str(number)})
        SubElement(unit, "source").text = writable(sentence.text)
        version = _version(sentence, target)
        if version:
            unit.attrib |= {"approved": "yes"} if version.status == "approved" else {}
            unit.attrib |= {ENGINE: version.engine} if version.engine else {}
            made = QUALIFIER.get(version.origin)
            state = {"state": STATE_1[version.status]} | ({"state-qualifier": made} if made else {})
            SubElement(unit, "target", state).text = writable(version.body)
            SubElement(unit, "note", {"from": OURS}).text = _provenance(script, number, version)
    return written(root)


def write_xliff_2(script: Script) -> bytes:
    """XLIFF 2.1, the original and one language. Who made a target is its subState."""
    register_namespace("tw", TWINHALL)
    target = script.targets[0]
    root = Element(
        "xliff", {"xmlns": XLIFF_2, "version": "2.1", "srcLang": script.language, "trgLang": target}
    )
    file = SubElement(root, "file", {"id": "remarks", "original": script.title})
    for number, sentence in enumerate(script.sentences, 1):
        unit = SubElement(file, "unit", {"id": str(number)})
        version = _version(sentence, target)
        if version is None:
            SubElement(SubElement(unit, "segment"), "source").text = writable(sentence.text)
            continue
        unit.attrib |= {ENGINE: version.engine} if version.engine else {}
        note = SubElement(SubElement(unit, "notes"), "note", {"category": OURS})
        note.text = _provenance(script, number, version)
        state = {"state": STATE_2[version.status], "subState": f"tw:{version.origin}"}
        part = SubElement(unit, "segment", state)
        SubElement(part, "source").text = writable(sentence.text)
        SubElement(part, "target").text = writable(version.body)
    return written(root)


def write_word(script: Script) -> bytes:
    """DOCX: the languages side by side, how each sentence stands, and at the end who answers for it."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(11)
    document.core_properties.title, document.core_properties.author = script.title, "Twinhall"
    document.add_heading(writable(script.title), 1)
    heads = [_named(script, script.language)]
    for tag in script.targets:
        heads += [_named(script, tag), script.status_heading]
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    for number, sentence in enumerate(script.sentences):
        told = [sentence.text]
        for tag in script.targets:
            version = _version(sentence, tag)
            told += [version.body if version else "", script.standings.get((number, tag), "")]
        for cell, words in zip(table.add_row().cells, told, strict=True):
            cell.text = writable(words)
    for line in script.statement:
        run = document.add_paragraph().add_run(line)
        run.font.size, run.font.color.rgb = Pt(9), RGBColor(0x55, 0x55, 0x55)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _named(script: Script, tag: str) -> str:
    return f"{script.names[tag]} ({tag})"


WRITERS = {
    "docx": Writer(
        "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", write_word
    ),
    "xlf": Writer("xlf", "application/xliff+xml", write_xliff_2),
    "xliff": Writer("xliff", "application/xliff+xml", write_xliff_1),
    "tsv": Writer("tsv", "text/tab-separated-values; charset=utf-8", write_tsv),
}


def _version(sentence: Sentence, language: str) -> Version | None:
    return next((version for version in sentence.versions if version.language == language), None)


def _provenance(script: Script, number: int, version: Version) -> str:
    """Say in a note how a translation stands and what made it, for whoever opens the file elsewhere."""
    told = (script.standings.get((number - 1, version.language), ""), version.engine)
    return writable(" · ".join(words for words in told if words))
