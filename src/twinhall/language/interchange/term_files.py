"""Files of terms, whatever their format: told apart by what they hold, never by their names."""

import unicodedata
from collections import Counter
from dataclasses import replace

from twinhall.language.interchange import encodings
from twinhall.language.interchange.tbx import read_tbx
from twinhall.language.interchange.term_values import BadTermFile, Entry, Fault, Reason, Rejected, TermFile
from twinhall.language.interchange.terms_table import read_table
from twinhall.language.interchange.xml import is_xml
from twinhall.language.terms import Concept, Standing, Term

MOST_BYTES = 10 * 1024 * 1024
MOST_ENTRIES = 5_000  # seconds of a page, and of the database while they are taken over
LONGEST = 200  # characters of a form
LONGEST_NOTE = 300
UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
JOINERS = frozenset("\u200c\u200d")
PACKAGES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read_terms(data: bytes, language: str = "ko") -> TermFile:
    """Return what a TBX file or a table of terms holds, whatever its languages. Raises BadTermFile.

    language: in which old encodings are looked for first. Cost: 2 s for 5,000 entries of TBX.
    """
    if len(data) > MOST_BYTES:
        raise BadTermFile(Fault.TOO_LARGE)
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise BadTermFile(Fault.EMPTY)
    if data.startswith(PACKAGES):
        raise BadTermFile(Fault.PACKAGE)
    found = read_tbx(data) if is_xml(data) else _table(data, language)
    count = len(found.entries) + len(found.rejected)
    if count > MOST_ENTRIES:
        raise BadTermFile(Fault.TOO_MANY, detail=str(count))
    if not count:
        raise BadTermFile(Fault.EMPTY)
    return found


def fit_for(found: TermFile, languages: tuple[str, ...]) -> TermFile:
    """Return a file with forms of these languages only, composed, and what cannot be agreed on rejected."""
    entries: list[Entry] = []
    rejected = list(found.rejected)
    left_out: Counter[str] = Counter()
    seen: dict[object, int] = {}
    for entry in found.entries:
        left_out.update(t.language for t in entry.concept.terms if t.language not in languages)
        kept = tuple(_tidied(t) for t in entry.concept.terms if t.language in languages)
        note = _single(entry.note)[:LONGEST_NOTE]
        entry = replace(entry, concept=replace(entry.concept, terms=kept), note=note)
        key = (frozenset(kept), entry.scope, entry.place)
        reason = _why_not(entry.concept) or ((Reason.DUPLICATE, str(seen[key])) if key in seen else None)
        if reason:
            rejected.append(Rejected(entry.line, *reason))
            continue
        seen[key] = entry.line
        entries.append(entry)
    rejected.sort(key=lambda r: r.line)
    return replace(found, entries=tuple(entries), rejected=tuple(rejected), left_out=dict(left_out))


def _table(data: bytes, language: str) -> TermFile:
    try:
        text, encoding = encodings.decode(data, language, mixed=True)
    except encodings.Undecodable as error:
        raise BadTermFile(Fault(error.fault)) from error
    return read_table(text, encoding)


def _why_not(concept: Concept) -> tuple[Reason, str] | None:
    """Return why a concept cannot be agreed on, None if it can."""
    if not concept.terms:
        return Reason.NO_FORM, ""
    for term in concept.terms:
        if len(term.text) > LONGEST or len(term.pronunciation) > LONGEST:
            return Reason.TOO_LONG, term.text[:40]
        if any(unicodedata.category(c) in UNPRINTABLE and c not in JOINERS for c in term.text):
            return Reason.UNPRINTABLE, "".join(c for c in term.text if c.isprintable())
        if not all("가" <= c <= "힣" or c.isspace() or c in "-·" for c in term.pronunciation):
            return Reason.NOT_HANGUL, term.pronunciation[:40]
    agreed = {(t.language, t.text) for t in concept.terms if t.standing is Standing.PREFERRED}
    forbidden = {(t.language, t.text) for t in concept.terms if t.standing is Standing.FORBIDDEN}
    both = sorted(agreed & forbidden)
    return (Reason.AGREED_AND_FORBIDDEN, both[0][1]) if both else None


def _tidied(term: Term) -> Term:
    return replace(term, text=_single(term.text), pronunciation=_single(term.pronunciation))


def _single(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
