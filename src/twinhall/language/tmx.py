"""Translation memories in TMX 1.4: read unit by unit whatever their size, and written.

Declarations of entities are refused, no DTD is read, nothing is fetched. Inline codes are left out, the words
between them kept.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import IO

from lxml import etree

from twinhall.language.memory.normal import normal

MOST_LETTERS = 5_000  # of one text; more is no sentence
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})  # their text is the code of another program
BEFORE = "x-context-pre"
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
DAY = "%Y%m%dT%H%M%SZ"


class Damage(StrEnum):
    """Why a file is not read at all."""

    NOT_TMX = "not-tmx"
    BROKEN = "broken"
    ENTITIES = "entities"
    ENCODING = "encoding"


class BadTmx(ValueError):
    """A file that is no TMX; the message says why and where.

    line: where it breaks off, 0 if that cannot be told. detail: what the parser says.
    """

    def __init__(self, name: str, damage: Damage, line: int = 0, detail: str = "") -> None:
        told = {
            Damage.NOT_TMX: "XML, but not TMX",
            Damage.BROKEN: f"line {line}: {detail}",
            Damage.ENTITIES: "declares entities, which are not read; nothing was taken from it",
            Damage.ENCODING: "in an encoding that cannot be read",
        }
        super().__init__(f"{name}: {told[damage]}")
        self.damage, self.line, self.detail = damage, line, detail


class Fault(StrEnum):
    """Why a unit is not taken."""

    ONE_LANGUAGE = "one-language"
    NO_LANGUAGE = "no-language"
    SAME_LANGUAGE = "same-language"  # two texts in one language
    EMPTY = "empty"
    TOO_LONG = "too-long"
    ENTITY = "entity"  # a name such as &nbsp; that only a DTD explains


@dataclass(frozen=True, slots=True)
class Version:
    """What a unit says in a language, by whom and when as the file tells it."""

    text: str
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence in several languages. source: the language it was written in, "" if the file does not say.

    before: the sentence in front of it in that language, None if the file does not say.
    """

    line: int
    source: str
    versions: Mapping[str, Version]
    before: str | None = None
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Rejected:
    """A unit that is not taken. detail: the language or length meant."""

    line: int
    fault: Fault
    detail: str = ""


@dataclass(slots=True)
class _Header:
    source: str = ""
    seen: bool = field(default=False)


def read_tmx(file: IO[bytes], name: str) -> Iterator[Unit | Rejected]:
    """Yield each unit of a TMX file, or why it is not taken, in order. Raises BadTmx.

    Memory stays small: a unit is forgotten once it was yielded.
    """
    header = _Header()
    events = etree.iterparse(
        file,
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for event, element in events:
            tag = _local(element)
            if not header.seen:
                if tag != "tmx":
                    raise BadTmx(name, Damage.NOT_TMX)
                _refuse_entities(element, name)
                header.seen = True
            if event == "start" and tag == "header":
                header.source = _primary(element.get("srclang", ""))
            elif event == "end" and tag == "tu":
                yield _unit(element, header.source)
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise BadTmx(name, Damage.BROKEN, error.lineno or 0, _why(error)) from error
    except (LookupError, UnicodeError) as error:
        raise BadTmx(name, Damage.ENCODING) from error


def write_tmx(units: Iterable[Unit], file: IO[bytes], *, version: str, encoding: str = "UTF-8") -> int:
    """Write units as TMX 1.4 and return how many; one at a time, whatever their number.

    version: of this program. encoding: UTF-8, or UTF-16 with a mark at its beginning.
    """
    count = 0
    header = {
        "creationtool": "twinhall",
        "creationtoolversion": version,
        "segtype": "sentence",
        "o-tmf": "twinhall",
        "adminlang": "en",
        "srclang": "*all*",
        "datatype": "plaintext",
    }
    with etree.xmlfile(file, encoding=encoding) as out:
        out.write_declaration()
        with out.element("tmx", version="1.4"):
            out.write(etree.Element("header", header), "\n")
            with out.element("body"):
                for unit in units:
                    out.write("\n", _element(unit))
                    count += 1
                out.write("\n")
    return count


def _element(unit: Unit) -> etree._Element:
    whole = etree.Element("tu", srclang=unit.source) if unit.source else etree.Element("tu")
    if unit.before is not None:
        etree.SubElement(whole, "prop", type=BEFORE).text = _writable(unit.before)
    if unit.sample:
        etree.SubElement(whole, "prop", type="x-twinhall-sample").text = "yes"
    for language, version in unit.versions.items():
        told = {LANG: language}
        if version.at:
            told["changedate"] = version.at.astimezone(UTC).strftime(DAY)
        if version.by:
            told["changeid"] = _writable(version.by)
        etree.SubElement(etree.SubElement(whole, "tuv", told), "seg").text = _writable(version.text)
    return whole


def _unit(element: etree._Element, header_source: str) -> Unit | Rejected:
    line = element.sourceline or 0
    source = _primary(element.get("srclang", "")) or header_source
    versions: dict[str, Version] = {}
    for child in element:
        if _local(child) != "tuv":
            continue
        language = _primary(child.get(LANG) or child.get("lang") or "")
        if not language:
            return Rejected(line, Fault.NO_LANGUAGE)
        if next(child.iter(etree.Entity), None) is not None:
            return Rejected(line, Fault.ENTITY, language)
        text = normal("".join(_spoken(seg)) if (seg := _child(child, "seg")) is not None else "")
        fault = _fault(text, language, versions)
        if fault is not None:
            return Rejected(line, fault, str(len(text)) if fault is Fault.TOO_LONG else language)
        versions[language] = Version(text, _by(child, element), _at(child, element))
    if len(versions) < 2:
        return Rejected(line, Fault.ONE_LANGUAGE, next(iter(versions), ""))
    return Unit(line, source, versions, _prop(element, BEFORE), _prop(element, "x-twinhall-sample") == "yes")


def _fault(text: str, language: str, versions: Mapping[str, Version]) -> Fault | None:
    if language in versions:
        return Fault.SAME_LANGUAGE
    if not text:
        return Fault.EMPTY
    return Fault.TOO_LONG if len(text) > MOST_LETTERS else None


def _spoken(element: etree._Element) -> Iterator[str]:
    """Yield the words of a segment without its codes."""
    yield element.text or ""
    for child in element:
        if _local(child) not in CODES:
            yield from _spoken(child)
        yield child.tail or ""


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element if _local(child) == name), None)


def _prop(element: etree._Element, kind: str) -> str | None:
    props = (child for child in element if _local(child) == "prop" and child.get("type") == kind)
    found = next(props, None)
    return None if found is None else normal(found.text or "")


def _by(version: etree._Element, unit: etree._Element) -> str:
    names = ("changeid", "creationid")
    return normal(next((e.get(n) for e in (version, unit) for n in names if e.get(n)), ""))[:120]


def _at(version: etree._Element, unit: etree._Element) -> datetime | None:
    names = ("changedate", "creationdate")
    told = next((e.get(n) for e in (version, unit) for n in names if e.get(n)), "")
    try:
        return datetime.strptime(told, DAY).replace(tzinfo=UTC)
    except ValueError:
        return None


def _refuse_entities(root: etree._Element, name: str) -> None:
    """Refuse a file that declares entities, before any unit of it is read."""
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(iter(declared.iterentities()), None) is not None:
        raise BadTmx(name, Damage.ENTITIES)


def _why(error: etree.XMLSyntaxError) -> str:
    return str(error.msg).split(", line ")[0]


def _writable(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return UNWRITABLE.sub("", text)


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _primary(tag: str) -> str:
    """Return the language of a tag: ko for ko-KR; "" for *all*."""
    found = tag.replace("_", "-").split("-")[0].strip().lower()
    return found if found.isascii() and found.isalpha() else ""
