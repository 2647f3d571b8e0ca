"""Reads a script from a file: JSON, XLIFF, or plain text with one sentence a line."""

import json
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from twinhall.captions.values import Rendition, Script, Segment


class BadScript(ValueError):
    """A script that cannot be used; the message says why."""


def read_script(path: Path, language: str) -> Script:
    """Return the script in a file, read out in that language. Raises BadScript."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadScript(f"{path}: not UTF-8 text (at byte {error.start})") from error
    except OSError as error:
        raise BadScript(f"{path}: {error.strerror or 'cannot be read'}") from error
    text = unicodedata.normalize("NFC", text)
    start = text.lstrip()[:1]
    script = from_json(text, path) if start == "{" else from_lines(text, language)
    if not script.segments:
        raise BadScript(f"{path}: the script is empty")
    if script.language != language:
        raise BadScript(f"{path}: the script is in {script.language}, not in {language}")
    return script


def from_lines(text: str, language: str) -> Script:
    """Read one sentence a line; segments are numbered from 1, empty lines left out."""
    sentences = [line.strip() for line in text.splitlines() if line.strip()]
    return Script(language, tuple(Segment(str(n), s) for n, s in enumerate(sentences, 1)))


def from_json(text: str, path: Path) -> Script:
    """Read DESIGN's JSON form."""
    try:
        data: Any = json.loads(text)
        segments = tuple(
            Segment(str(s["id"]), str(s["text"]).strip(), renditions(s.get("renditions", {})))
            for s in data["segments"]
        )
        return Script(str(data["language"]), segments)
    except json.JSONDecodeError as error:
        raise BadScript(f"{path}: not JSON (line {error.lineno})") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise BadScript(f"{path}: not a script (missing or misplaced: {error})") from error


def renditions(data: Mapping[str, Any]) -> dict[str, Rendition]:
    """Read the renditions of one segment by language tag."""
    return {tag: Rendition(str(r["text"]), str(r["status"])) for tag, r in data.items()}
