"""Terms as a table (CSV): a row a concept, a column a language, and columns beside it for its other forms.

Headings are tags ("ko", "ko:variants"), or words of any language of the hall ("한국어: 다른 표기"), or both
("다른 표기 (ko:variants)"). Several forms in a cell are parted by "|" or by line breaks.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date

from twinhall.language.interchange.headings import NAMES, language_of, plain_cell, safe_cell
from twinhall.language.interchange.tbx import FULL, BadEntry
from twinhall.language.interchange.term_values import BadTermFile, Entry, Fault, Reason, Rejected, TermFile
from twinhall.language.interchange.term_words import FIELDS, PARTS, kind_of, named_in, scope_of
from twinhall.language.terms import Concept, Kind, Standing, Term

SEPARATORS = (",", ";", "\t")
BETWEEN_FORMS = re.compile(r"(?<!\\)\||\n")
AGREED = "agreed"
Column = tuple[str, str]  # language or "", and part or field


def read_table(text: str, encoding: str = "") -> TermFile:
    """Return what a table of terms holds. Raises BadTermFile where the first row names no two languages."""
    separator, columns, unknown = _headed(text)
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=separator)
    entries: list[Entry] = []
    rejected: list[Rejected] = []
    headed, line = False, 1
    try:
        for row in rows:
            begins, line = line, rows.line_num + 1
            if not any(cell.strip() for cell in row):
                continue
            if not headed:
                headed = True
                continue
            try:
                entries.append(_entry(row, columns, begins))
            except BadEntry as bad:
                rejected.append(bad.rejected)
    except csv.Error as error:
        raise BadTermFile(Fault.DAMAGED, rows.line_num) from error
    return TermFile("CSV", tuple(entries), tuple(rejected), encoding, columns=unknown)


def write_table(entries: Sequence[Entry], languages: Sequence[str], reader: str) -> bytes:
    """Return CSV as spreadsheets everywhere open it: UTF-8 with a mark, headings for the reader."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    columns: list[Column] = [("", name) for name in FIELDS]
    columns += [(tag, part) for tag in languages for part in PARTS]
    rows.writerow([_heading(column, reader) for column in columns])
    for entry in entries:
        rows.writerow([safe_cell(_cell(entry, column)) for column in columns])
    return out.getvalue().encode("utf-8-sig")


def _headed(text: str) -> tuple[str, list[Column | None], tuple[str, ...]]:
    """Return the separator by which the first row names most languages, its columns, and unknown headings."""
    first = next((line for line in text.lstrip("\ufeff").splitlines() if line.strip()), "")
    rows = {separator: next(csv.reader([first], delimiter=separator), []) for separator in SEPARATORS}
    found = {separator: [_column(cell) for cell in row] for separator, row in rows.items()}
    separator, columns = max(found.items(), key=lambda pair: len(_languages(pair[1])))
    if len(_languages(columns)) < 2:
        raise BadTermFile(Fault.NO_HEADINGS, 1)
    unknown = (cell.strip() for cell, c in zip(rows[separator], columns, strict=True) if c is None)
    return separator, columns, tuple(cell[:40] for cell in unknown if cell)


def _languages(columns: Sequence[Column | None]) -> set[str]:
    return {column[0] for column in columns if column and column[1] == AGREED}


def _column(heading: str) -> Column | None:
    """Return what a column holds, None if its heading is not known."""
    inner = re.search(r"\(([^()]+)\)\s*$", heading)
    for told in ([inner[1]] if inner else []) + [heading]:
        field = named_in(FIELDS, told)
        if field:
            return ("", field)
        name, colon, part = told.partition(":")
        language, named = language_of(name), named_in(PARTS, part) if colon else AGREED
        if language and named:
            return (language, named)
    return None


def _heading(column: Column, reader: str) -> str:
    language, part = column
    if not language:
        return f"{FIELDS[part].get(reader, FIELDS[part]['en'])} ({part})"
    tag = language if part == AGREED else f"{language}:{part}"
    spoken = _name(language, reader)
    words = spoken if part == AGREED else f"{spoken}: {PARTS[part].get(reader, PARTS[part]['en'])}"
    return f"{words} ({tag})"


def _name(language: str, reader: str) -> str:
    """Return what a language is called in another, capitalised: Tiếng Hàn."""
    names = dict(zip(("ko", "en", "vi"), NAMES.get(language, ()), strict=False))
    if NAMES.get(language):
        names["ja"] = NAMES[language][-1]
    told = names.get(reader) or names.get("en", language)
    return told[:1].upper() + told[1:]


def _entry(row: Sequence[str], columns: Sequence[Column | None], line: int) -> Entry:
    cells = {c: plain_cell(cell.strip()) for c, cell in zip(columns, row, strict=False) if c}
    if any(cell.strip() for cell in row[len(columns) :]):
        raise BadEntry(line, Reason.TOO_MANY_CELLS, row[len(columns)])
    languages = dict.fromkeys(language for language, _ in cells if language)
    terms = tuple(term for tag in languages for term in _terms(cells, tag, line))
    if not terms:
        raise BadEntry(line, Reason.NO_FORM)
    told = cells.get(("", "kind"), "")
    kind = kind_of(told) if told else None
    if told and kind is None:
        raise BadEntry(line, Reason.BAD_KIND, told)
    return Entry(
        Concept(cells.get(("", "id"), "") or str(line), terms, kind or Kind.OTHER),
        line,
        says_kind=kind is not None,
        note=" ".join(cells.get(("", "note"), "").split()),
        scope=scope_of(cells.get(("", "scope"), "")),
        place=cells.get(("", "place"), ""),
    )


def _terms(cells: dict[Column, str], tag: str, line: int) -> Iterator[Term]:
    def forms(part: str) -> list[str]:
        return _split(cells.get((tag, part), ""))

    for former in forms("former"):
        yield _former(tag, former, line)
    since = _day(cells.get((tag, "since"), ""), line)
    reading = cells.get((tag, "pronunciation"), "")
    for n, form in enumerate(forms(AGREED)):
        standing = Standing.VARIANT if n else Standing.PREFERRED
        yield Term(tag, form, standing, "" if n else reading, valid_from=None if n else since)
    for form in forms("full"):
        yield Term(tag, form, series=FULL, valid_from=since)
    for part, standing in (("variants", Standing.VARIANT), ("forbidden", Standing.FORBIDDEN)):
        for form in forms(part):
            yield Term(tag, form, standing)


def _former(tag: str, told: str, line: int) -> Term:
    """Read "2025-07-01 Quảng Nam": the day until which it held, and the form."""
    day, _, form = told.partition(" ")
    if not form.strip():
        raise BadEntry(line, Reason.BAD_FORMER, told)
    full = form.endswith(f" ({FULL})")
    text = form.removesuffix(f" ({FULL})").strip()
    return Term(tag, text, series=FULL if full else "", valid_until=_day(day, line))


def _day(told: str, line: int) -> date | None:
    if not told:
        return None
    try:
        return date.fromisoformat(re.sub(r"[./]", "-", told.strip().rstrip(".")))
    except ValueError as error:
        raise BadEntry(line, Reason.BAD_DATE, told) from error


def _split(cell: str) -> list[str]:
    parts = (" ".join(part.replace("\\|", "|").split()) for part in BETWEEN_FORMS.split(cell))
    return [part for part in parts if part]


def _cell(entry: Entry, column: Column) -> str:
    language, part = column
    if not language:
        kind = str(entry.concept.kind) if entry.says_kind else ""
        told = {"id": entry.concept.id, "kind": kind, "scope": entry.scope, "place": entry.place}
        return told.get(part, entry.note)
    terms = [term for term in entry.concept.terms if term.language == language]
    agreed = [t for t in terms if t.standing is Standing.PREFERRED and t.valid_until is None]
    plain = [t for t in agreed if t.series != FULL]
    if part == "pronunciation":
        return next((t.pronunciation for t in plain if t.pronunciation), "")
    if part == "since":
        return next((t.valid_from.isoformat() for t in agreed if t.valid_from), "")
    forms = {
        AGREED: [t.text for t in plain],
        "full": [t.text for t in agreed if t.series == FULL],
        "variants": [t.text for t in terms if t.standing is Standing.VARIANT],
        "forbidden": [t.text for t in terms if t.standing is Standing.FORBIDDEN],
        "former": [
            f"{t.valid_until.isoformat()} {t.text}" + (f" ({FULL})" if t.series == FULL else "")
            for t in terms
            if t.standing is Standing.PREFERRED and t.valid_until
        ],
    }[part]
    return " | ".join(form.replace("|", "\\|") for form in forms)
