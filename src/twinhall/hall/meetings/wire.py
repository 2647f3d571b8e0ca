"""How the room's values are written for browsers: JSON with camelCase names and ISO 8601 times in UTC.

A value says so by `__pydantic_config__ = CAMEL`. The same values go over the API and over the media server.
"""

from typing import Any

from pydantic import ConfigDict, TypeAdapter
from pydantic.alias_generators import to_camel

CAMEL = ConfigDict(alias_generator=to_camel)


def to_json(value: Any) -> str:
    """Return a wire value as JSON."""
    return TypeAdapter(type(value)).dump_json(value, by_alias=True).decode()
