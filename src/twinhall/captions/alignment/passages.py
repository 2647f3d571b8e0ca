"""What is read out without a stop."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadToken:
    """A token that is read out, by its number in the script, and when it begins."""

    token: int
    start_s: float
    gain: float


@dataclass(frozen=True, slots=True)
class Passage:
    """Tokens that are read out one after the other, in a stretch that begins at `from_s`."""

    tokens: tuple[ReadToken, ...]
    from_s: float
