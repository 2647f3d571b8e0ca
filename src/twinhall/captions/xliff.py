"""Scripts in XLIFF 1.2 and 2.x."""

from collections.abc import Sequence
from pathlib import Path

from twinhall.captions.values import Rendition, Script, Segment
from twinhall.language.interchange.xliff import NotXliff, Unit
from twinhall.language.interchange.xliff import read_xliff as read_units
from twinhall.language.interchange.xml import BadXml


class BadXliff(ValueError):
    """A file that is no XLIFF; the message says why."""


def read_xliff(data: bytes, path: Path) -> Script:
    """Return the script in an XLIFF file. Raises BadXliff."""
    try:
        units = read_units(data)
    except BadXml as error:
        raise BadXliff(f"{path}: not an XML file that can be read") from error
    except NotXliff as error:
        raise BadXliff(f"{path}: XML, but not XLIFF") from error
    return one_script({unit.source_language for unit in units}, [segment(unit) for unit in units], path)


def segment(unit: Unit) -> Segment:
    """Return a unit as it is read out, blanks made single."""
    rendition = single(unit.target)
    known = {unit.target_language: Rendition(rendition, unit.status)}
    return Segment(unit.id, single(unit.source), known if rendition and unit.target_language else {})


def one_script(languages: set[str], found: Sequence[Segment], path: Path) -> Script:
    """Return the segments as one script; ids that are missing or told twice are numbered anew."""
    if len(languages) != 1 or "" in languages:
        raise BadXliff(f"{path}: the XLIFF must name one source language")
    segments = [s for s in found if s.text]
    names = [s.id for s in segments]
    if len(set(names)) < len(names) or "" in names:
        segments = [Segment(str(n), s.text, s.renditions) for n, s in enumerate(segments, 1)]
    return Script(languages.pop(), tuple(segments))


def single(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())
