"""Scripts in XLIFF 1.2 and 2.x."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError  # types only: parsing is defused

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from twinhall.captions.values import APPROVED, Rendition, Script, Segment

CODES = frozenset({"ph", "bpt", "ept", "it", "x", "bx", "ex", "sc", "ec", "pc-start"})  # their text is markup
REVIEWED, DRAFT = "reviewed", "draft"
STATUS = {
    "final": APPROVED,
    "signed-off": APPROVED,
    "reviewed": REVIEWED,
    "needs-review-adaptation": REVIEWED,
    "needs-review-translation": DRAFT,
    "translated": DRAFT,
}


class BadXliff(ValueError):
    """A file that is no XLIFF; the message says why."""


def read_xliff(data: bytes, path: Path) -> Script:
    """Return the script in an XLIFF file. Raises BadXliff."""
    try:
        root = fromstring(data)
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise BadXliff(f"{path}: not an XML file that can be read") from error
    if local(root) != "xliff":
        raise BadXliff(f"{path}: XML, but not XLIFF")
    if root.get("version", "").startswith("1."):
        return from_version_1(root, path)
    return from_version_2(root, path)


def from_version_1(root: Element, path: Path) -> Script:
    """Read trans-units; a unit marked approved, or final, or signed-off, counts as approved."""
    languages: set[str] = set()
    segments: list[Segment] = []
    for file in children(root, "file"):
        languages.add(primary(file.get("source-language", "")))
        target_language = primary(file.get("target-language", ""))
        for unit in descendants(file, "trans-unit"):
            target = next(children(unit, "target"), None)
            state = target.get("state", "") if target is not None else ""
            status = APPROVED if unit.get("approved") == "yes" else STATUS.get(state, DRAFT)
            source = next(children(unit, "source"), None)
            segments += segment(unit.get("id", ""), source, target, target_language, status)
    return one_script(languages, segments, path)


def from_version_2(root: Element, path: Path) -> Script:
    """Read the segments of units; their ids are the unit's, and the segment's where a unit holds several."""
    target_language = primary(root.get("trgLang", ""))
    segments: list[Segment] = []
    for unit in descendants(root, "unit"):
        parts = list(children(unit, "segment"))
        for n, part in enumerate(parts, 1):
            name = unit.get("id", "") if len(parts) == 1 else f"{unit.get('id', '')}.{part.get('id', n)}"
            source, target = next(children(part, "source"), None), next(children(part, "target"), None)
            status = STATUS.get(part.get("state", ""), DRAFT)
            segments += segment(name, source, target, target_language, status)
    return one_script({primary(root.get("srcLang", ""))}, segments, path)


def segment(
    name: str, source: Element | None, target: Element | None, language: str, status: str
) -> list[Segment]:
    """Return a segment, nothing if it has no text to read out."""
    text = plain(source)
    rendition = plain(target)
    if not text:
        return []
    return [Segment(name, text, {language: Rendition(rendition, status)} if rendition and language else {})]


def one_script(languages: set[str], segments: list[Segment], path: Path) -> Script:
    """Return the segments as one script; ids that are missing or told twice are numbered anew."""
    if len(languages) != 1 or "" in languages:
        raise BadXliff(f"{path}: the XLIFF must name one source language")
    names = [s.id for s in segments]
    if len(set(names)) < len(names) or "" in names:
        segments = [Segment(str(n), s.text, s.renditions) for n, s in enumerate(segments, 1)]
    return Script(languages.pop(), tuple(segments))


def plain(element: Element | None) -> str:
    """Return the text without inline codes, blanks made single."""
    return " ".join("".join(spoken(element)).split()) if element is not None else ""


def spoken(element: Element) -> Iterator[str]:
    """Yield the text of an element and of those in it that are not codes."""
    yield element.text or ""
    for child in element:
        if local(child) not in CODES:
            yield from spoken(child)
        yield child.tail or ""


def children(element: Element, name: str) -> Iterator[Element]:
    """Yield the children of a name, whatever their namespace."""
    return (child for child in element if local(child) == name)


def descendants(element: Element, name: str) -> Iterator[Element]:
    """Yield all elements of a name inside, in document order."""
    return (child for child in element.iter() if local(child) == name)


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def primary(tag: str) -> str:
    """Return the language of a tag: vi for vi-VN."""
    return tag.replace("_", "-").split("-")[0].lower()
