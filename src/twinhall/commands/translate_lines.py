"""A line of a translation as `twinhall translate --format jsonl` writes it."""

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twinhall.language.rendering.document import RenderedLine


def as_json(line: "RenderedLine", **where: object) -> str:
    """Return a line as one JSON object. where: of what it is, in a file that is no plain text."""
    value = {
        "line": line.number,
        "source": line.source,
        "text": line.text,
        "origin": "machine" if line.machine else "memory" if line.memory else "source",
        "engine": line.engine,
        "model": line.model,
        "pivot": line.pivot,
        "terms": [{"concept": t.concept, "form": t.form, "exact": t.exact} for t in line.terms],
        "flags": list(line.flags),
        "rung": line.rung,
        "termbase": line.termbase,
    }
    return json.dumps(value | where, ensure_ascii=False)
