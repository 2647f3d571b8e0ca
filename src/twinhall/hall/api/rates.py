"""How often one may ask. Counted in each web process, so a whole server allows a few times as much."""

import time
from collections import Counter
from dataclasses import dataclass

WINDOW_S = 60


@dataclass(frozen=True, slots=True)
class Rate:
    """So many calls a minute, for each key."""

    name: str
    calls: int


SEAT = Rate("seat", 300)  # a room that is driven by hand asks a few times a second at most
ADDRESS = Rate("address", 9000)  # a delegation of fifty behind one address
WRONG_LINK = Rate("wrong link", 60)
CHAT = Rate("chat", 20)


class TooMany(Exception):
    """Asked too often; the argument is the number of seconds to wait."""


class Counts:
    """Counts calls of the minute that runs now."""

    def __init__(self) -> None:
        self._minute = 0
        self._calls: Counter[tuple[str, str]] = Counter()

    def count(self, rate: Rate, key: str) -> None:
        """Count a call. Raises TooMany when the minute's share is used up."""
        minute, passed = divmod(int(time.time()), WINDOW_S)
        if minute != self._minute:
            self._minute, self._calls = minute, Counter()
        self._calls[rate.name, key] += 1
        if self._calls[rate.name, key] > rate.calls:
            raise TooMany(WINDOW_S - passed)


counts = Counts()
