"""XLIFF 1.2 and 2.x, read for one speaker's language."""

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
from twinhall.language.interchange.xliff import NotXliff, Unit
from twinhall.language.interchange.xliff import read_xliff as read_units
from twinhall.language.interchange.xml import BadXml, Fault

REFUSALS = {Fault.ENTITIES: Refusal.ENTITIES, Fault.ENCODING: Refusal.ENCODING_OF_XML}
LONGEST_ENGINE, LONGEST_NOTE = 80, 300


def read_xliff(data: bytes, expected: Expected) -> Document:
    """Return the sentences of every file in an XLIFF. Raises Unusable.

    A sentence stands in the line of its unit. A unit with a translation only is left out, with a warning.
    """
    try:
        units = read_units(data)
    except BadXml as error:
        reason = REFUSALS.get(error.fault, Refusal.DAMAGED_AT if error.line else Refusal.DAMAGED)
        raise Unusable(reason, str(error.line)) from error
    except NotXliff as error:
        raise Unusable(Refusal.NOT_XLIFF) from error
    if not units:
        raise Unusable(Refusal.EMPTY)
    named = {unit.source_language for unit in units}
    if expected.language not in named:
        raise Unusable(Refusal.OTHER_LANGUAGE, ", ".join(sorted(named))[:60])
    ours = [unit for unit in units if unit.source_language == expected.language]
    return Document(Format.XLIFF, tuple(_sentences(ours, expected)), tuple(_cautions(units, expected)))


def _sentences(units: list[Unit], expected: Expected) -> list[Sentence]:
    return [_sentence(unit, expected) for unit in units if unit.source.strip()]


def _sentence(unit: Unit, expected: Expected) -> Sentence:
    body = " ".join(unit.target.split())
    known = body and unit.target_language in expected.targets
    version = Version(unit.target_language, body, unit.status, unit.origin, unit.engine[:LONGEST_ENGINE])
    notes = tuple(note[:LONGEST_NOTE] for note in unit.notes)
    return Sentence(" ".join(unit.source.split()), unit.line, (version,) if known else (), notes)


def _cautions(units: tuple[Unit, ...], expected: Expected) -> list[Warning]:
    """Return what is left out: other languages, translations nobody reads or without an original."""
    ours = [unit for unit in units if unit.source_language == expected.language]
    others = len(units) - len(ours)
    unread = {unit.target_language for unit in ours if unit.target} - {*expected.targets, ""}
    cautions = [Warning(Caution.UNKNOWN_COLUMN, 0, tag) for tag in sorted(unread)]
    if others:
        cautions.append(Warning(Caution.OTHER_FILES, 0, str(others)))
    if any(unit.notes for unit in ours):
        cautions.append(Warning(Caution.NOTES))
    orphans = (unit for unit in ours if unit.target.strip() and not unit.source.strip())
    return cautions + [Warning(Caution.NO_SOURCE, unit.line) for unit in orphans]
