"""What a reader sees of a segment with inline codes: XLIFF 1.2 and 2.x, TMX."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element  # type only

from twinhall.language.interchange.xml import local

CODES = frozenset(
    {"ph", "bpt", "ept", "it", "x", "bx", "ex", "ut", "sc", "ec", "sm", "em", "cp"}
)  # their own text is mark-up
EQUIVALENTS = ("equiv-text", "equiv")
BREAKS = frozenset({"lb", "x-br"})


def readable(element: Element) -> str:
    """Return the text of an element without its codes; what a code says it stands for is put there."""
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        if local(inner) in CODES:
            yield _said(inner)
        else:
            yield from _pieces(inner)
        yield inner.tail or ""


def _said(code: Element) -> str:
    """Return what a code stands for: a line break, words given for it, or text inside it."""
    if code.get("ctype") in BREAKS or code.get("subType") == "xlf:lb":
        return "\n"
    if local(code) == "cp":
        return " "  # a control character, which XML cannot hold
    told = next((code.get(name, "") for name in EQUIVALENTS if code.get(name)), "")
    return told or "".join("".join(_pieces(inner)) for inner in code if local(inner) == "sub")
