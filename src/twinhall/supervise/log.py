"""One log for the whole tree on standard output, one line per event.

A line is `2026-11-23T18:40:01.123Z web INFO text`. Parts write ids, never speech or names (house rule 12).
"""

import json
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime

Tell = Callable[[str, str, str], None]  # part, level, text

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
_SPELLINGS = {"WARN": "WARNING", "FATAL": "CRITICAL", "DEV": "DEBUG"} | {level: level for level in LEVELS}

# "WARNING text" from our own processes, "[2026-…] [12] [INFO] text" from gunicorn.
_PLAIN = re.compile(r"(?:\[[^\]]*\] \[\d+\] )?\[?(DEBUG|INFO|WARNING|ERROR|CRITICAL)\]?:?\s+(?P<text>.*)")
# The signature of a personal link or a token: whoever reads it could walk in under that name.
_LONG_WORD = re.compile(r"[\w-]{40,}")
_ELSEWHERE = {"level", "msg", "message", "ts", "time", "timestamp", "logger", "caller", "stacktrace"}


class Log:
    """Writes events at or above a level."""

    def __init__(self, level: str = "INFO") -> None:
        self._least = LEVELS.index(level)

    def __call__(self, part: str, level: str, text: str) -> None:
        """Write one event."""
        if LEVELS.index(level) < self._least:
            return
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        sys.stdout.write(f"{now} {part} {level} {text}\n")
        sys.stdout.flush()


def read_line(line: str) -> tuple[str, str]:
    """Return the level and text of a line that a part wrote: JSON, a line with its level, or bare text.

    Signatures are left out: libraries put addresses into their errors, and a link's address is its key.
    """
    line = _LONG_WORD.sub(_unless_signature, line)
    if line.startswith("{"):
        try:
            event = json.loads(line)
        except ValueError:
            return "INFO", line
        return _read_json(event, line)
    told = _PLAIN.fullmatch(line)
    return (told[1], told["text"]) if told else ("INFO", line)


def _unless_signature(word: re.Match[str]) -> str:
    """A signature has capitals and figures; a long name in a stack trace has not."""
    found = word[0]
    return "…" if not found.islower() and any(figure in found for figure in "0123456789") else found


def _read_json(event: dict[str, object], line: str) -> tuple[str, str]:
    text = event.get("msg") or event.get("message")
    if not isinstance(text, str):
        return "INFO", line
    level = _SPELLINGS.get(str(event.get("level", "")).upper(), "INFO")
    details = (f"{key}={_shown(value)}" for key, value in event.items() if key not in _ELSEWHERE)
    return level, " ".join([text, *details])


def _shown(value: object) -> str:
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return json.dumps(shown, ensure_ascii=False) if " " in shown else shown
