"""XLIFF 1.2 and 2.x, read with every declaration refused."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from twinhall.captions.xliff import children, descendants, local, plain, primary
from twinhall.hall.meetings.documents.values import (
    Caution,
    Document,
    Expected,
    Format,
    Refusal,
    Sentence,
    Unusable,
    Version,
    Warning,
)

STATUS_1 = {
    "final": "approved",
    "signed-off": "approved",
    "x-reviewed": "reviewed",
}
STATUS_2 = {"final": "approved", "reviewed": "reviewed"}
MACHINE = frozenset({"mt-suggestion", "leveraged-mt"})
MEMORY = frozenset({"leveraged-tm", "exact-match", "fuzzy-match", "tm-suggestion"})
MACHINE_2 = frozenset({"machine", "mt"})  # behind the prefix of a subState
MEMORY_2 = frozenset({"memory", "tm"})
TWINHALL = "urn:twinhall:remarks:1"
ENGINE = f"{{{TWINHALL}}}engine"  # of a unit whose target a machine made


def read_xliff(data: bytes, expected: Expected) -> Document:
    """Return the sentences of an XLIFF. Raises Unusable."""
    try:
        root = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise Unusable(Refusal.ENTITIES) from error
    except (ParseError, LookupError, ValueError) as error:
        raise Unusable(Refusal.DAMAGED) from error
    if local(root) != "xliff":
        raise Unusable(Refusal.NOT_XLIFF)
    read = _version_1 if root.get("version", "").startswith("1.") else _version_2
    found = [(number, source, sentence) for number, (source, sentence) in enumerate(read(root), 1)]
    if not found:
        raise Unusable(Refusal.EMPTY)
    named = {source for _, source, _ in found}
    if expected.language not in named:
        raise Unusable(Refusal.OTHER_LANGUAGE, ", ".join(sorted(named))[:60])
    sentences, unknown = [], set()
    for number, source, sentence in found:
        if source == expected.language and sentence.text:
            known = tuple(v for v in sentence.versions if v.language in expected.targets)
            unknown |= {v.language for v in sentence.versions} - {v.language for v in known}
            sentences.append(Sentence(sentence.text, number, known))
    cautions = tuple(Warning(Caution.UNKNOWN_COLUMN, 0, tag) for tag in sorted(unknown))
    return Document(Format.XLIFF, tuple(sentences), cautions)


def _version_1(root: Element) -> Iterator[tuple[str, Sentence]]:
    for file in children(root, "file"):
        source, language = primary(file.get("source-language", "")), primary(file.get("target-language", ""))
        for unit in descendants(file, "trans-unit"):
            target = next(children(unit, "target"), None)
            text = plain(next(children(unit, "source"), None))
            yield source, Sentence(text, 0, _version_of_1(unit, target, language))


def _version_of_1(unit: Element, target: Element | None, language: str) -> tuple[Version, ...]:
    body = plain(target)
    if target is None or not body or not language:
        return ()
    status = STATUS_1.get(target.get("state", ""), "draft")
    if unit.get("approved") == "yes":
        status = "approved"
    qualifier = target.get("state-qualifier", "")
    origin = "machine" if qualifier in MACHINE else "memory" if qualifier in MEMORY else "human"
    engine = unit.get(ENGINE, "")[:80] if origin == "machine" else ""
    return (Version(language, body, status, origin, engine),)


def _version_2(root: Element) -> Iterator[tuple[str, Sentence]]:
    source, language = primary(root.get("srcLang", "")), primary(root.get("trgLang", ""))
    for unit in descendants(root, "unit"):
        for part in children(unit, "segment"):
            text = plain(next(children(part, "source"), None))
            body = plain(next(children(part, "target"), None))
            status = STATUS_2.get(part.get("state", ""), "draft")
            told = part.get("subState", "").partition(":")[2].lower()
            origin = "machine" if told in MACHINE_2 else "memory" if told in MEMORY_2 else "human"
            engine = unit.get(ENGINE, "")[:80] if origin == "machine" else ""
            version = (Version(language, body, status, origin, engine),) if body and language else ()
            yield source, Sentence(text, 0, version)
