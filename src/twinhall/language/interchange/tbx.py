"""Terms in TBX (ISO 30042), version 2 and 3, categories as attributes (DCA) or as elements (DCT)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element  # type only

from twinhall.language.interchange.term_values import BadTermFile, Entry, Fault, Reason, Rejected, TermFile
from twinhall.language.interchange.term_words import kind_of, scope_of
from twinhall.language.interchange.xml import (
    XML_LANG,
    BadXml,
    children,
    descendants,
    line_of,
    local,
    open_xml,
    primary,
)
from twinhall.language.interchange.xml import Fault as XmlFault
from twinhall.language.terms import Concept, Kind, Standing, Term

CONCEPTS = ("termEntry", "conceptEntry")
LANGUAGES = ("langSet", "langSec")
FORMS = ("tig", "ntig", "termSec")
STATUS = ("administrativestatus", "normativeauthorization")
STANDINGS = {
    "preferred": Standing.PREFERRED,
    "standardized": Standing.PREFERRED,
    "legal": Standing.PREFERRED,
    "regulated": Standing.PREFERRED,
    "admitted": Standing.VARIANT,
    "deprecated": Standing.FORBIDDEN,
    "superseded": Standing.FORBIDDEN,  # unless it says until when it held: then it was the agreed form
}
FULL = "full"  # the series of a full name, which another full name renders
NOTES = ("note", "definition")
FAULTS = {XmlFault.ENTITIES: Fault.ENTITIES, XmlFault.ENCODING: Fault.ENCODING}


class BadEntry(ValueError):
    """An entry that cannot be understood."""

    def __init__(self, line: int, reason: Reason, detail: str = "") -> None:
        super().__init__(reason)
        self.rejected = Rejected(line, reason, detail[:120])


@dataclass(frozen=True, slots=True)
class Written:
    """A form as it stands in a file. standing: None if the file does not say."""

    text: str
    standing: Standing | None
    pronunciation: str
    series: str
    since: date | None
    until: date | None


def read_tbx(data: bytes) -> TermFile:
    """Return what a TBX file holds, whatever its languages. Raises BadTermFile.

    Entries without a form, and those with a date that is none, are rejected with their line.
    """
    try:
        root = open_xml(data)
    except BadXml as error:
        raise BadTermFile(FAULTS.get(error.fault, Fault.DAMAGED), error.line) from error
    if local(root) not in ("martif", "tbx"):
        raise BadTermFile(Fault.NOT_TBX, detail=local(root)[:40])
    entries: list[Entry] = []
    rejected: list[Rejected] = []
    for number, element in enumerate(descendants(root, *CONCEPTS), 1):
        try:
            entries.append(_entry(element, number))
        except BadEntry as bad:
            rejected.append(bad.rejected)
    return TermFile("TBX 3" if local(root) == "tbx" else "TBX 2", tuple(entries), tuple(rejected))


def _entry(element: Element, number: int) -> Entry:
    terms = tuple(_terms(element))
    if not terms:
        raise BadEntry(line_of(element), Reason.NO_FORM)
    told = list(_categories(element))
    kinds = [kind for name, text in told if name == "subjectfield" and (kind := kind_of(text))]
    places = [text for name, text in told if name == "projectsubset" and scope_of(text.partition(":")[0])]
    scope, _, place = (places[0] if places else "").partition(":")
    name = element.get("id") or str(number)
    return Entry(
        Concept(name, terms, kinds[0] if kinds else Kind.OTHER),
        line=line_of(element),
        says_kind=bool(kinds),
        note=" · ".join(dict.fromkeys(text for name, text in told if name in NOTES)),
        scope=scope_of(scope),
        place=place.strip(),
    )


def _terms(entry: Element) -> Iterator[Term]:
    """Yield the forms of a concept; in each language the first is preferred if none is marked so."""
    for section in children(entry, *LANGUAGES):
        forms = [written for form in children(section, *FORMS) if (written := _written(form)).text]
        language = primary(section.get(XML_LANG, ""))
        if forms and not language:
            raise BadEntry(line_of(section), Reason.NO_LANGUAGE, forms[0].text)
        marked = any(f.standing is Standing.PREFERRED and f.until is None for f in forms)
        for form in forms:
            standing = form.standing
            if standing is None:
                standing = Standing.VARIANT if marked else Standing.PREFERRED
                marked = True
            yield Term(language, form.text, standing, form.pronunciation, form.series, form.since, form.until)


def _written(form: Element) -> Written:
    term = next(descendants(form, "term"), None)
    text = " ".join("".join(term.itertext()).split()) if term is not None else ""
    told = dict(_categories(form))
    until = _day(told.get("validuntil"), form)
    status = next((told[name] for name in STATUS if name in told), "").lower()
    standing = next((how for word, how in STANDINGS.items() if status.startswith(word)), None)
    if status.startswith("superseded") and until is not None:
        standing = Standing.PREFERRED
    full = told.get("termtype", "").lower().replace(" ", "") == "fullform"
    since = _day(told.get("validfrom"), form)
    return Written(text, standing, told.get("pronunciation", ""), FULL if full else "", since, until)


def _categories(element: Element) -> Iterator[tuple[str, str]]:
    """Yield what is said of a concept or form itself: (category, text), the category small, without "x-".

    In DCA its name is the attribute type, in DCT the element's. Terms and languages inside are passed over.
    """
    for inner in element:
        name = local(inner)
        if name in (*LANGUAGES, *FORMS, "term"):
            continue
        if name.endswith("Grp"):
            yield from _categories(inner)
            continue
        category = inner.get("type", name).lower().removeprefix("x-").replace("-", "").replace("_", "")
        text = " ".join("".join(inner.itertext()).split())
        if text:
            yield category, text


def _day(told: str | None, form: Element) -> date | None:
    if not told:
        return None
    try:
        return date.fromisoformat(told)
    except ValueError as error:
        raise BadEntry(line_of(form), Reason.BAD_DATE, told) from error
