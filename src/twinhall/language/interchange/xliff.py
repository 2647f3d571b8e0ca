"""XLIFF 1.2 and 2.x: sentences with their translations, how each stands, and what was noted beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element  # type only

from twinhall.language.interchange.inline import readable
from twinhall.language.interchange.xml import (
    XML_LANG,
    XML_SPACE,
    child,
    children,
    descendants,
    is_xml,
    line_of,
    local,
    open_xml,
    primary,
)

DRAFT, REVIEWED, APPROVED = "draft", "reviewed", "approved"
HUMAN, MACHINE, MEMORY = "human", "machine", "memory"
STATUS_1 = {"final": APPROVED, "signed-off": APPROVED, "x-reviewed": REVIEWED}  # every other state: a draft
STATUS_2 = {"final": APPROVED, "reviewed": REVIEWED}
STATE_1 = {APPROVED: "final", REVIEWED: "x-reviewed", DRAFT: "needs-review-translation"}
STATE_2 = {APPROVED: "final", REVIEWED: "reviewed", DRAFT: "translated"}
ORIGINS = {
    "mt-suggestion": MACHINE,
    "leveraged-mt": MACHINE,
    "machine": MACHINE,
    "mt": MACHINE,
    "leveraged-tm": MEMORY,
    "exact-match": MEMORY,
    "fuzzy-match": MEMORY,
    "tm-suggestion": MEMORY,
    "memory": MEMORY,
    "tm": MEMORY,
}
QUALIFIER = {MACHINE: "leveraged-mt", MEMORY: "leveraged-tm"}
XLIFF_1, XLIFF_2 = "urn:oasis:names:tc:xliff:document:1.2", "urn:oasis:names:tc:xliff:document:2.0"
TWINHALL = "urn:twinhall:remarks:1"
ENGINE = f"{{{TWINHALL}}}engine"  # of a unit whose target a machine made
OURS = "Twinhall"  # who wrote a note that says where a target comes from


class NotXliff(ValueError):
    """XML of another kind."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence and its translation, "" if there is none. Inline codes are left out, their text kept.

    Blanks and line breaks are as in the file where it says that they count (xml:space), single otherwise.
    """

    id: str
    source: str
    target: str
    source_language: str
    target_language: str
    status: str = DRAFT
    origin: str = HUMAN
    engine: str = ""
    notes: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """What holds for the units inside an element: of which file, and whether blanks count."""

    source: str = ""
    target: str = ""
    preserve: bool = False

    def inside(self, element: Element) -> "Place":
        """Return what holds inside an element."""
        told = element.get(XML_SPACE)
        place = replace(self, preserve=told == "preserve") if told else self
        if local(element) == "file" and element.get("source-language"):
            source, target = element.get("source-language", ""), element.get("target-language", "")
            return replace(place, source=primary(source), target=primary(target))
        return place


def is_xliff(data: bytes) -> bool:
    """Say whether bytes begin like XLIFF, in any encoding that is read here."""
    return is_xml(data) and b"<xliff" in data[:4000].replace(b"\x00", b"")


def read_xliff(data: bytes) -> tuple[Unit, ...]:
    """Return the units of every file in it, in order, those without a source too. Raises BadXml, NotXliff."""
    root = open_xml(data)
    if local(root) != "xliff":
        raise NotXliff(local(root))
    place = Place(primary(root.get("srcLang", "")), primary(root.get("trgLang", ""))).inside(root)
    version_1 = root.get("version", "").startswith("1.")
    return tuple(_inside(root, place, "trans-unit" if version_1 else "unit"))


def _inside(element: Element, place: Place, name: str) -> Iterator[Unit]:
    for inner in element:
        here = place.inside(inner)
        if local(inner) != name:
            yield from _inside(inner, here, name)
        elif name == "trans-unit":
            yield _unit_1(inner, here)
        else:
            yield from _units_2(inner, here)


def _unit_1(unit: Element, place: Place) -> Unit:
    target = child(unit, "target")
    state = target.get("state", "") if target is not None else ""
    qualifier = target.get("state-qualifier", "") if target is not None else ""
    language = place.target or primary(target.get(XML_LANG, "") if target is not None else "")
    origin = ORIGINS.get(qualifier, HUMAN)
    return Unit(
        id=unit.get("id", ""),
        source=_text(child(unit, "source"), place),
        target=_text(target, place),
        source_language=place.source,
        target_language=language,
        status=APPROVED if unit.get("approved") == "yes" else STATUS_1.get(state, DRAFT),
        origin=origin,
        engine=unit.get(ENGINE, "") if origin == MACHINE else "",
        notes=_notes(children(unit, "note")),
        line=line_of(unit),
    )


def _units_2(unit: Element, place: Place) -> Iterator[Unit]:
    """Yield the segments of a unit; their ids are the unit's, with the segment's where it has several."""
    parts = list(children(unit, "segment"))
    notes = _notes(descendants(unit, "note"))
    for n, part in enumerate(parts, 1):
        name = unit.get("id", "") if len(parts) == 1 else f"{unit.get('id', '')}.{part.get('id', n)}"
        origin = ORIGINS.get(part.get("subState", "").partition(":")[2].lower(), HUMAN)
        yield Unit(
            id=name,
            source=_text(child(part, "source"), place),
            target=_text(child(part, "target"), place),
            source_language=place.source,
            target_language=place.target,
            status=STATUS_2.get(part.get("state", ""), DRAFT),
            origin=origin,
            engine=unit.get(ENGINE, "") if origin == MACHINE else "",
            notes=notes,
            line=line_of(part),
        )


def _text(element: Element | None, place: Place) -> str:
    if element is None:
        return ""
    text = readable(element)
    return text if place.inside(element).preserve else " ".join(text.split())


def _notes(found: Iterator[Element]) -> tuple[str, ...]:
    """Return what people noted; what this hall writes into its own files is no note."""
    told = (
        " ".join("".join(note.itertext()).split())
        for note in found
        if OURS not in (note.get("from"), note.get("category"))
    )
    return tuple(note for note in told if note)
