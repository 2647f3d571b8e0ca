"""What `twinhall translate` says at its end: who translated, and what a person should look at."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twinhall.language.rendering.document import RenderedLine


class Summary:
    """Who translated a text, and what a person should look at, for the end."""

    def __init__(self, source: str, target: str) -> None:
        self._source, self._target = source, target
        self._models: dict[str, None] = {}
        self._flagged = 0

    def add(self, line: "RenderedLine") -> None:
        """Take in one line."""
        if line.machine:
            self._models[f"{line.engine}: {line.model}"] = None
        self._flagged += bool(set(line.flags) - {"same-language", "no-words"})

    @property
    def statement(self) -> str:
        """Return that a machine translated the text, "" if none did."""
        from twinhall.language.rendering.statement import statement  # slow

        return statement(self._source, self._target, list(self._models)) if self._models else ""

    def tell(self, *, in_text: bool) -> None:
        """Say under the text that a machine translated it, and on standard error what needs a look."""
        if in_text and self._models:
            print(f"\n{self.statement}")
        if self._flagged:
            words = f"{self._flagged} lines need a look: --format jsonl tells why"
            print(f"twinhall translate: {words}", file=sys.stderr)
