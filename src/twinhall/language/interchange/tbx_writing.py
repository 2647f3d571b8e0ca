"""Writes terms as TBX version 3 and 2, in the dialect TBX-Basic with categories as attributes.

What TBX-Basic has no category for is written as one of our own: the pronunciation, and the days of a form.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement  # writing only

from twinhall.language.interchange.tbx import FULL
from twinhall.language.interchange.term_values import Entry
from twinhall.language.interchange.xml import XML_LANG, writable, written
from twinhall.language.terms import Standing, Term

NAMESPACE_3 = "urn:iso:std:iso:30042:ed-2"
DOCTYPE_2 = b'<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n'
STATUS = {
    Standing.PREFERRED: "preferredTerm-admn-sts",
    Standing.VARIANT: "admittedTerm-admn-sts",
    Standing.FORBIDDEN: "deprecatedTerm-admn-sts",
}
SUPERSEDED = "supersededTerm-admn-sts"


@dataclass(frozen=True, slots=True)
class Names:
    """What elements are called in a version."""

    entry: str
    language: str
    form: str


VERSION_2, VERSION_3 = Names("termEntry", "langSet", "tig"), Names("conceptEntry", "langSec", "termSec")


def write_tbx_3(entries: Sequence[Entry], title: str, language: str) -> bytes:
    """Return TBX version 3 (ISO 30042:2019). language: of the title and notes."""
    told = {"type": "TBX-Basic", "style": "dca", XML_LANG: language, "xmlns": NAMESPACE_3}
    root = Element("tbx", told)
    _head(SubElement(root, "tbxHeader"), title)
    _body(root, entries, VERSION_3)
    return written(root)


def write_tbx_2(entries: Sequence[Entry], title: str, language: str) -> bytes:
    """Return TBX version 2 (ISO 30042:2008), as older programs read it."""
    root = Element("martif", {"type": "TBX", XML_LANG: language})
    head = SubElement(root, "martifHeader")
    _head(head, title)
    SubElement(SubElement(head, "encodingDesc"), "p", {"type": "XCSURI"}).text = "TBXXCS.xcs"
    _body(root, entries, VERSION_2)
    declaration, _, rest = written(root).partition(b"\n")
    return declaration + b"\n" + DOCTYPE_2 + rest


def _head(header: Element, title: str) -> None:
    file = SubElement(header, "fileDesc")
    SubElement(SubElement(file, "titleStmt"), "title").text = writable(title)
    SubElement(SubElement(file, "sourceDesc"), "p").text = "Twinhall"


def _body(root: Element, entries: Sequence[Entry], names: Names) -> None:
    body = SubElement(SubElement(root, "text"), "body")
    used: set[str] = set()
    for entry in entries:
        _entry(SubElement(body, names.entry, {"id": _id(entry.concept.id, used)}), entry, names)


def _entry(element: Element, entry: Entry, names: Names) -> None:
    if entry.says_kind:
        SubElement(element, "descrip", {"type": "subjectField"}).text = str(entry.concept.kind)
    if entry.scope:
        place = f"{entry.scope}: {entry.place}" if entry.place else entry.scope
        SubElement(element, "admin", {"type": "projectSubset"}).text = writable(place)
    if entry.note:
        SubElement(element, "note").text = writable(entry.note)
    for language in dict.fromkeys(term.language for term in entry.concept.terms):
        section = SubElement(element, names.language, {XML_LANG: language})
        for term in entry.concept.terms:
            if term.language == language:
                _form(SubElement(section, names.form), term)


def _form(element: Element, term: Term) -> None:
    SubElement(element, "term").text = writable(term.text)
    status = STATUS[term.standing]
    if term.standing is Standing.PREFERRED and term.valid_until is not None:
        status = SUPERSEDED
    told = {
        "administrativeStatus": status,
        "termType": "fullForm" if term.series == FULL else "",
        "pronunciation": writable(term.pronunciation),
        "x-validFrom": term.valid_from.isoformat() if term.valid_from else "",
        "x-validUntil": term.valid_until.isoformat() if term.valid_until else "",
    }
    for name, text in told.items():
        if text:
            SubElement(element, "termNote", {"type": name}).text = text


def _id(told: str, used: set[str]) -> str:
    """Return a name that XML takes as an id, and that no other entry has."""
    safe = re.sub(r"[^A-Za-z0-9._-]", "_", told)
    safe = safe if safe[:1].isalpha() else f"c{safe}"
    name, count = safe, 1
    while name in used:
        count += 1
        name = f"{safe}-{count}"
    used.add(name)
    return name
