"""Terms in TBX (ISO 30042), version 2 and 3: concepts, and how each of their forms is regarded."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError  # types only: parsing is defused

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from twinhall.language.terms import Concept, Standing, Term

CONCEPTS = ("termEntry", "conceptEntry")
LANGUAGES = ("langSet", "langSec")
FORMS = ("tig", "ntig", "termSec")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
STATUS = ("administrativeStatus", "normativeAuthorization")
STANDINGS = {
    "preferred": Standing.PREFERRED,
    "standardized": Standing.PREFERRED,
    "admitted": Standing.VARIANT,
    "deprecated": Standing.FORBIDDEN,
    "superseded": Standing.FORBIDDEN,
    "legal": Standing.PREFERRED,
    "regulated": Standing.PREFERRED,
}


class BadTbx(ValueError):
    """A file that is no TBX; the message says why."""


def read_tbx(data: bytes, path: Path) -> tuple[Concept, ...]:
    """Return the concepts of a TBX file that have a form. Raises BadTbx; external entities are never read."""
    try:
        root = fromstring(data)
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise BadTbx(f"{path}: not an XML file that can be read") from error
    if local(root) not in ("martif", "tbx"):
        raise BadTbx(f"{path}: XML, but not TBX")
    entries = [e for e in root.iter() if local(e) in CONCEPTS]
    concepts = [Concept(entry.get("id") or str(n), tuple(terms(entry))) for n, entry in enumerate(entries, 1)]
    found = tuple(concept for concept in concepts if concept.terms)
    if not found:
        raise BadTbx(f"{path}: holds no term")
    return found


def terms(entry: Element) -> Iterator[Term]:
    """Yield the forms of a concept; in each language one is preferred, the first if none is marked so."""
    for section in (child for child in entry if local(child) in LANGUAGES):
        language = (section.get(XML_LANG) or "").partition("-")[0].lower()
        forms = [form for form in section if local(form) in FORMS]
        written = [(text_of(form), standing(form)) for form in forms]
        marked = any(how is Standing.PREFERRED for _, how in written)
        for text, how in written:
            if not (language and text):
                continue
            if how is None:
                how, marked = (Standing.VARIANT, True) if marked else (Standing.PREFERRED, True)
            yield Term(language, text, how)


def text_of(form: Element) -> str:
    """Return the words of a form, blanks made even."""
    term = next((e for e in form.iter() if local(e) == "term"), None)
    return " ".join("".join(term.itertext()).split()) if term is not None else ""


def standing(form: Element) -> Standing | None:
    """Return how a form is regarded, None if the file does not say."""
    for note in form.iter():
        if local(note) in ("termNote", *STATUS) and note.get("type", local(note)) in STATUS:
            status = (note.text or "").strip().lower()
            return next((how for word, how in STANDINGS.items() if status.startswith(word)), None)
    return None


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]
