"""Reads a script from a file: JSON, XLIFF, or plain text with one sentence a line."""

import json
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from twinhall.captions.values import Rendition, Script, Segment
from twinhall.captions.xliff import BadXliff, read_xliff

XML_STARTS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<\x00", b"\xfe\xff\x00<")


class BadScript(ValueError):
    """A script that cannot be used; the message says why."""


def read_script(path: Path, language: str) -> Script:
    """Return the script in a file, which is read out in that language. Raises BadScript."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadScript(f"{path}: {(error.strerror or 'cannot be read').lower()}") from error
    script = composed(parse(data, path, language))
    if not any(s.text for s in script.segments):
        raise BadScript(f"{path}: the script is empty")
    if script.language != language:
        raise BadScript(f"{path}: the script is in {script.language}, not in {language}")
    if len({s.id for s in script.segments}) < len(script.segments):
        raise BadScript(f"{path}: two segments have the same id")
    return script


def parse(data: bytes, path: Path, language: str) -> Script:
    """Return the script that bytes hold, whatever its form. Raises BadScript."""
    if data.lstrip().startswith(XML_STARTS):
        try:
            return read_xliff(data.lstrip(), path)
        except BadXliff as error:
            raise BadScript(str(error)) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadScript(f"{path}: not UTF-8 text (byte {error.start}); save it as UTF-8") from error
    if "\x00" in text:
        raise BadScript(f"{path}: not a text file")
    return from_json(text, path) if text.lstrip().startswith("{") else from_lines(text, language)


def from_lines(text: str, language: str) -> Script:
    """Read one sentence a line; segments are numbered from 1, empty lines left out."""
    sentences = [line.strip() for line in text.splitlines() if line.strip()]
    return Script(language, tuple(Segment(str(n), s) for n, s in enumerate(sentences, 1)))


def from_json(text: str, path: Path) -> Script:
    """Read {"language", "segments": [{"id", "text", "renditions": {tag: {"text", "status"}}}]}."""
    try:
        data: Any = json.loads(text)
        segments = tuple(
            Segment(str(s["id"]), str(s["text"]).strip(), renditions(s.get("renditions") or {}))
            for s in data["segments"]
        )
        return Script(str(data["language"]), segments)
    except json.JSONDecodeError as error:
        raise BadScript(f"{path}: not JSON (line {error.lineno})") from error
    except KeyError as error:
        raise BadScript(f"{path}: not a script: {error.args[0]!r} is missing") from error
    except (TypeError, AttributeError) as error:
        raise BadScript(f"{path}: not a script: something is not where it should be") from error


def renditions(data: Mapping[str, Any]) -> dict[str, Rendition]:
    """Read the renditions of one segment by language tag; one that does not say so is not approved."""
    return {tag: Rendition(str(r["text"]), str(r.get("status", "draft"))) for tag, r in data.items()}


def composed(script: Script) -> Script:
    """Return the script with composed characters (NFC), as engines and screens expect them."""
    return Script(
        script.language,
        tuple(
            Segment(
                s.id,
                unicodedata.normalize("NFC", s.text),
                {
                    t: Rendition(unicodedata.normalize("NFC", r.text), r.status)
                    for t, r in s.renditions.items()
                },
            )
            for s in script.segments
        ),
    )
