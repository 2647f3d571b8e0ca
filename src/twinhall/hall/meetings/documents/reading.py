"""What kind of file is it, whatever its name says? Then read it."""

import io
import unicodedata
import zipfile
from dataclasses import replace

from twinhall.captions.subtitles.reading import is_timed_text
from twinhall.hall.meetings.documents.plain import decode, read_text
from twinhall.hall.meetings.documents.subtitles import read_subtitles
from twinhall.hall.meetings.documents.table import read_table, separator_of
from twinhall.hall.meetings.documents.values import (
    LONGEST,
    MOST_BYTES,
    MOST_SENTENCES,
    Caution,
    Document,
    Expected,
    Refusal,
    Sentence,
    Unusable,
    Warning,
)
from twinhall.hall.meetings.documents.word import read_word
from twinhall.hall.meetings.documents.xliff import read_xliff
from twinhall.language.guess import looks_like
from twinhall.language.interchange.xml import is_xml

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HANGUL_MARKS = (b"HWP Document File", "HwpSummaryInformation".encode("utf-16-le"))
WORD_MARK = "WordDocument".encode("utf-16-le")
XML_STARTS = ("<?xml", "<xliff", "<!DOCTYPE")
SIGNATURES = (
    (b"%PDF", Refusal.PDF),
    (b"{\\rtf", Refusal.RICH_TEXT),
    (b"\x89PNG", Refusal.NOT_TEXT),
    (b"\xff\xd8\xff", Refusal.NOT_TEXT),
    (b"GIF8", Refusal.NOT_TEXT),
    (b"RIFF", Refusal.NOT_TEXT),
    (b"ID3", Refusal.NOT_TEXT),
    (b"\x1f\x8b", Refusal.OTHER_PACKAGE),
    (b"7z\xbc\xaf", Refusal.OTHER_PACKAGE),
    (b"Rar!", Refusal.OTHER_PACKAGE),
)
PACKAGES = (
    ("word/document.xml", None),
    ("Contents/content.hpf", Refusal.HANGUL),
    ("Contents/section0.xml", Refusal.HANGUL),
    ("xl/workbook.xml", Refusal.SPREADSHEET),
)


def read_document(data: bytes, expected: Expected) -> Document:
    """Return what a file holds, judged by its content. Raises Unusable, and nothing else.

    Cost: some 20 ms for 1 MB of text, 2 s for a DOCX of 300 pages.
    """
    if len(data) > MOST_BYTES:
        raise Unusable(Refusal.TOO_LARGE)
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise Unusable(Refusal.EMPTY)
    return checked(composed(_read(data, expected)), expected)


def read_pasted(text: str, expected: Expected) -> Document:
    """Return what was pasted. Raises Unusable."""
    return read_document(text.encode(), replace(expected))


def composed(document: Document) -> Document:
    """Return a document in composed letters (NFC), as engines, checks and screens expect them."""
    return replace(document, sentences=tuple(map(_composed, document.sentences)))


def checked(document: Document, expected: Expected) -> Document:
    """Return the document with what its reader should be warned of. Raises Unusable."""
    count = len(document.sentences)
    if not count:
        raise Unusable(Refusal.EMPTY)
    if count > MOST_SENTENCES:
        raise Unusable(Refusal.TOO_MANY, str(count))
    cautions = list(document.warnings)
    cautions += [Warning(Caution.LONG_SENTENCE, s.line) for s in document.sentences if len(s.text) > LONGEST]
    if not looks_like(" ".join(s.text for s in document.sentences), expected.language):
        cautions.insert(0, Warning(Caution.NOT_THIS_LANGUAGE))
    for target in expected.targets:
        found = " ".join(v.body for s in document.sentences for v in s.versions if v.language == target)
        if found and not looks_like(found, target):
            cautions.insert(0, Warning(Caution.VERSION_NOT_ITS_LANGUAGE, 0, target))
    return replace(document, warnings=tuple(cautions))


def _read(data: bytes, expected: Expected) -> Document:
    for signature, reason in SIGNATURES:
        if data.startswith(signature):
            raise Unusable(reason)
    if data.startswith(OLE):
        raise Unusable(_old_office(data))
    if data.startswith(b"PK\x03\x04"):
        return _package(data, expected)
    if _is_xml(data):
        return read_xliff(data, expected)
    text, encoding = decode(data, expected.language)
    if is_timed_text(text):
        return read_subtitles(text, expected, encoding)
    separator = separator_of(text)
    if separator:
        return read_table(text, separator, expected, encoding)
    return read_text(text, expected, encoding)


def _composed(sentence: Sentence) -> Sentence:
    versions = (replace(v, body=unicodedata.normalize("NFC", v.body)) for v in sentence.versions)
    return replace(sentence, text=unicodedata.normalize("NFC", sentence.text), versions=tuple(versions))


def _is_xml(data: bytes) -> bool:
    """A pasted text may begin with "<" too: only what declares itself is XML."""
    start = data[:200].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return is_xml(data) and start.startswith(tuple(mark.encode() for mark in XML_STARTS))


def _old_office(data: bytes) -> Refusal:
    if any(mark in data for mark in HANGUL_MARKS):
        return Refusal.HANGUL
    return Refusal.OLD_WORD if WORD_MARK in data else Refusal.NOT_TEXT


def _package(data: bytes, expected: Expected) -> Document:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            for name, reason in PACKAGES:
                if name in names and reason is None:
                    return read_word(package, data, expected)
                if name in names and reason is not None:
                    raise Unusable(reason)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise Unusable(Refusal.DAMAGED) from error
    raise Unusable(Refusal.OTHER_PACKAGE)
