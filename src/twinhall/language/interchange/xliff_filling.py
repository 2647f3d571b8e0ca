"""Fills the empty targets of an XLIFF file; everything else in it stays as it was."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from twinhall.language.interchange.inline import CODES
from twinhall.language.interchange.xliff import ENGINE, OURS, TWINHALL, NotXliff
from twinhall.language.interchange.xml import (
    XML_SPACE,
    BadXml,
    Fault,
    decoded,
    local,
    open_xml,
    primary,
    writable,
)

DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
etree.register_namespace("tw", TWINHALL)


class OtherLanguages(ValueError):
    """A file for other languages; the message names them."""


@dataclass(frozen=True, slots=True)
class Slot:
    """An empty target. text: the source, inline codes as mark-up like <g id="1">, blanks as they count."""

    name: str  # of the unit
    text: str
    source: Any  # lxml element
    codes: dict[str, str]  # mark-up in the text, and what it stands for in the file


class Filling:
    """One XLIFF file while its targets are filled."""

    def __init__(self, data: bytes, source: str, target: str) -> None:
        """Raises BadXml, NotXliff, OtherLanguages."""
        if local(open_xml(data)) != "xliff":  # refuses entities and what is damaged
            raise NotXliff
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            self._root = etree.fromstring(DECLARATION.sub("", decoded(data)).encode(), parser)
        except etree.XMLSyntaxError as error:
            raise BadXml(Fault.DAMAGED, error.lineno or 0) from error
        self._version_1 = (self._root.get("version") or "").startswith("1.")
        self._target = target
        self._files = self._of_these_languages(source, target)
        self.slots = [slot for file in self._files for slot in self._slots(file)]

    def fill(self, slot: Slot, text: str, engine: str, *, memory: bool = False) -> None:
        """Put a translation into its place, to be reviewed. engine: "" where no machine made it.

        memory: all of it was in a translation memory.
        """
        parent = slot.source.getparent()
        namespace = etree.QName(slot.source).namespace
        target = next((e for e in parent if _local(e) == "target"), None)
        if target is None:
            target = etree.Element(etree.QName(namespace, "target"))
            before = [e for e in parent if _local(e) in ("source", "seg-source")][-1]
            target.tail, before.tail = before.tail, before.tail
            before.addnext(target)
        _write(target, text, slot)
        unit = parent
        if self._version_1:
            target.set("state", "needs-review-translation")
            if engine or memory:
                target.set("state-qualifier", "leveraged-mt" if engine else "exact-match")
        else:
            parent.set("state", "translated")
            parent.set("subState", "tw:machine" if engine else "tw:memory" if memory else "tw:human")
            unit = parent.getparent()
        if engine:
            unit.set(ENGINE, engine[:80])

    def state(self, words: str) -> None:
        """Say in every file of it who translated."""
        for file in self._files:
            namespace = etree.QName(file).namespace
            note = etree.SubElement(self._notes(file, namespace), etree.QName(namespace, "note"))
            note.set("from" if self._version_1 else "category", OURS)
            note.text = writable(words)

    def written(self) -> str:
        """Return the whole file, to be stored as UTF-8."""
        tree = self._root.getroottree()
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n' + str(etree.tostring(tree, encoding="unicode")) + "\n"
        )

    def _of_these_languages(self, source: str, target: str) -> list[Any]:
        """Return the files in the source language, and let those without a target language have this one."""
        names = ("source-language", "target-language") if self._version_1 else ("srcLang", "trgLang")
        files = [e for e in self._root.iter() if _local(e) == "file"]
        holders = [file if self._version_1 else self._root for file in files]
        told = [tuple(primary(h.get(name) or "") for name in names) for h in holders]
        found = [n for n, pair in enumerate(told) if pair in ((source, target), (source, ""))]
        if files and not found:
            raise OtherLanguages(", ".join(sorted({"–".join(filter(None, pair)) for pair in told})))
        for n in found:
            if not told[n][1]:
                holders[n].set(names[1], target)
        return [files[n] for n in found]

    def _slots(self, file: Any) -> Iterator[Slot]:
        name = "trans-unit" if self._version_1 else "segment"
        for holder in (e for e in file.iter() if _local(e) == name):
            source = next((e for e in holder if _local(e) == "source"), None)
            target = next((e for e in holder if _local(e) == "target"), None)
            if source is None or (target is not None and "".join(target.itertext()).strip()):
                continue
            if holder.get("approved") == "yes" or _nearest(holder, "translate") == "no":
                continue
            codes: dict[str, str] = {}
            text = "".join(_marked(source, codes))
            text = text if _nearest(source, XML_SPACE) == "preserve" else " ".join(text.split())
            if text.strip():
                unit = holder if self._version_1 else holder.getparent()
                yield Slot(unit.get("id") or "", text, source, codes)

    def _notes(self, file: Any, namespace: str | None) -> Any:
        """Return where a file keeps its notes."""
        name = "header" if self._version_1 else "notes"
        held = next((e for e in file if _local(e) == name), None)
        if held is None:
            held = etree.Element(etree.QName(namespace, name))
            first = next((e for e in file if _local(e) in ("body", "unit", "group")), None)
            file.insert(len(file) if first is None else file.index(first), held)
        return held


def _marked(element: Any, codes: dict[str, str]) -> Iterator[str]:
    """Yield the text with its codes as mark-up, and keep what each stands for."""
    yield element.text or ""
    for inner in element:
        name = _local(inner)
        if not name:  # a comment
            yield inner.tail or ""
            continue
        told = inner.get("id") or inner.get("mid") or str(len(codes))
        if name in CODES:
            token = f'<{name} id="{told}"/>'
            codes[token] = str(etree.tostring(inner, encoding="unicode", with_tail=False))
            yield token
        else:
            opened, closed = f'<{name} id="{told}">', f"</{name}>"
            empty = str(etree.tostring(_without_content(inner), encoding="unicode", with_tail=False))
            codes[opened], codes[closed] = empty.removesuffix("/>") + ">", closed
            yield opened
            yield from _marked(inner, codes)
            yield closed
        yield inner.tail or ""


def _without_content(element: Any) -> Any:
    """Return an element of the same name and attributes. Its prefix is the default one, as in most files."""
    namespace = etree.QName(element).namespace
    empty = etree.Element(element.tag, nsmap={None: namespace} if namespace else None)
    for name, value in element.attrib.items():
        empty.set(name, value)
    return empty


def _write(target: Any, text: str, slot: Slot) -> None:
    """Put text and codes into a target; the text alone where the codes came back in no order that holds."""
    for inner in list(target):
        target.remove(inner)
    pattern = "|".join(sorted(map(re.escape, slot.codes), key=len, reverse=True))
    pieces = re.split(f"({pattern})", text) if pattern else [text]
    told = "".join(slot.codes.get(piece) or _escaped(piece) for piece in pieces)
    namespace = etree.QName(target).namespace
    wrapper = f'<target xmlns="{namespace}">{told}</target>' if namespace else f"<target>{told}</target>"
    try:
        made = etree.fromstring(wrapper)  # our own text and the codes of a file that was vetted
    except etree.XMLSyntaxError:
        target.text = writable("".join(piece for piece in pieces if piece not in slot.codes))
        return
    target.text = made.text
    for inner in made:
        target.append(inner)
    etree.cleanup_namespaces(target)


def _escaped(text: str) -> str:
    return writable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _nearest(element: Any, name: str) -> str:
    """Return what an element, or else the nearest around it, says under a name."""
    told = (holder.get(name) for holder in (element, *element.iterancestors()))
    return next((value for value in told if value), "")


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
