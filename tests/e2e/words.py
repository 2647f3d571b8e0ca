"""The words of the room app, so that tests press what people read."""

import json
from functools import cache

from tests.e2e.serving import CHECKOUT

LOCALES = CHECKOUT / "frontend" / "room" / "src" / "locales"


@cache
def _catalogue(language: str) -> dict[str, object]:
    loaded: dict[str, object] = json.loads((LOCALES / f"{language}.json").read_text())
    return loaded


def words(language: str, key: str) -> str:
    """The room's words for a key such as `run.next`. Raises KeyError."""
    found: object = _catalogue(language)
    for part in key.split("."):
        assert isinstance(found, dict), key
        found = found[part]
    assert isinstance(found, str), key
    return found
