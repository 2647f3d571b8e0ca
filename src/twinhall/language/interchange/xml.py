"""XML from outside, opened safely: nothing it declares is expanded, nothing it names is fetched.

Every reader of an XML format opens its files here.
"""

import codecs
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, indent, tostring  # parsing is defused

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

MOST_DEPTH = 100
MOST_ELEMENTS = 500_000
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00", "utf-16-le"),  # UTF-16 that does not say so
    (b"\x00<", "utf-16-be"),
)
DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
LEGACY = {  # what offices of these countries still declare, read by the wider encoding of the same family
    "euc_kr": "cp949",
    "cp949": "cp949",
    "shift_jis": "cp932",
    "cp932": "cp932",
    "euc_jp": "euc_jp",
    "cp1258": "cp1258",
    "cp1252": "cp1252",
    "iso8859-1": "cp1252",
    "ascii": "utf-8",
    "utf-8": "utf-8",
    "utf-16": "utf-8",  # declared by programs that then write UTF-8
}
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Fault(StrEnum):
    """Why XML is not read."""

    ENTITIES = "entities"  # it declares entities, or calls for ones from outside
    ENCODING = "encoding"  # its bytes are not in the encoding it is said to be in
    DAMAGED = "damaged"  # not well formed, or cut off
    TOO_DEEP = "too_deep"
    TOO_MANY = "too_many"  # elements


class BadXml(ValueError):
    """A file that is no XML that can be read. line: where, from 1; 0 for the whole of it."""

    def __init__(self, fault: Fault, line: int = 0) -> None:
        super().__init__(f"{fault} (line {line})" if line else str(fault))
        self.fault, self.line = fault, line


class Node(Element):
    """An element that knows the line on which it begins."""

    line: int = 0


def is_xml(data: bytes) -> bool:
    """Say whether bytes begin like XML, in any encoding that is read here."""
    start = data[:200].lstrip()
    return start.startswith((b"<", *(mark + b"<" for mark in (codecs.BOM_UTF8,)), b"\x00<")) or (
        start.startswith((codecs.BOM_UTF16_LE + b"<\x00", codecs.BOM_UTF16_BE + b"\x00<"))
    )


def open_xml(data: bytes, most_elements: int = MOST_ELEMENTS) -> Node:
    """Return the root of an XML file; each element is a Node. Raises BadXml, and nothing else.

    A document type that only names a file is passed over, and the file never read; one that declares entities
    is refused. Cost: 0.2 s for each MB of ordinary mark-up.
    """
    text = decoded(data)
    builder = _Builder(most_elements)
    parser: Any = DefusedXMLParser(target=builder, forbid_dtd=False)
    builder.expat = parser.parser
    try:
        parser.feed(text)
        root: Node = parser.close()
    except DefusedXmlException as error:
        raise BadXml(Fault.ENTITIES, parser.parser.CurrentLineNumber) from error
    except ParseError as error:
        raise BadXml(_fault_of(error), error.position[0]) from error
    except (LookupError, UnicodeError) as error:
        raise BadXml(Fault.DAMAGED) from error
    return root


def decoded(data: bytes) -> str:
    """Return the text of an XML file, in the encoding that its first bytes tell. Raises BadXml."""
    data = data.lstrip(b" \t\r\n")
    codec = next((codec for mark, codec in MARKS if data.startswith(mark)), None) or _declared(data)
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise BadXml(Fault.ENCODING, data.count(b"\n", 0, error.start) + 1) from error


def written(root: Element) -> bytes:
    """Return a document as UTF-8, indented. Mixed content does not survive it: give it elements of text."""
    indent(root)
    told: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + told + b"\n"


def writable(text: str) -> str:
    """Return a text without the characters that no XML may hold."""
    return UNWRITABLE.sub("", text)


def line_of(element: Element) -> int:
    """Return the line on which an element begins, 0 if it was not read from a file."""
    return element.line if isinstance(element, Node) else 0


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of some names, whatever their namespace."""
    return (child for child in element if local(child) in names)


def child(element: Element, *names: str) -> Element | None:
    """Return the first child of some names."""
    return next(children(element, *names), None)


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """Yield all elements of some names inside, in document order."""
    return (inner for inner in element.iter() if local(inner) in names)


def primary(tag: str) -> str:
    """Return the language of a tag: vi for vi-VN."""
    return tag.strip().replace("_", "-").split("-")[0].lower()


class _Builder(TreeBuilder):
    """Builds Nodes, and stops where a document is made to exhaust whoever reads it."""

    def __init__(self, most: int) -> None:
        super().__init__(element_factory=Node)
        self.expat: Any = None
        self._left, self._depth = most, 0

    def start(self, tag: Any, attrs: Any, /) -> Element:
        self._left -= 1
        self._depth += 1
        if self._left < 0:
            raise BadXml(Fault.TOO_MANY, self.expat.CurrentLineNumber)
        if self._depth > MOST_DEPTH:
            raise BadXml(Fault.TOO_DEEP, self.expat.CurrentLineNumber)
        node = super().start(tag, attrs)
        if isinstance(node, Node):
            node.line = self.expat.CurrentLineNumber
        return node

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)


def _declared(data: bytes) -> str:
    """Return the codec for what an XML declaration names, UTF-8 without one. Raises BadXml."""
    found = DECLARED.match(data[:400])
    if found is None:
        return "utf-8"
    try:
        return LEGACY[codecs.lookup(found[1].decode("ascii")).name]
    except LookupError as error:
        raise BadXml(Fault.ENCODING, 1) from error


def _fault_of(error: ParseError) -> Fault:
    undefined_entity = 11  # expat: a reference to what was declared nowhere
    return Fault.ENTITIES if error.code == undefined_entity else Fault.DAMAGED
