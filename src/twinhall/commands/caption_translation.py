"""What `twinhall caption --to` does with recognised speech: who translates it, and what is said of that."""

import time
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from twinhall.language.failure import EngineError

if TYPE_CHECKING:
    from twinhall.captions.replay import Beside
    from twinhall.captions.translating import Outcome
    from twinhall.captions.values import CaptionLine
    from twinhall.engines.live_translator import LiveTranslator
    from twinhall.language.terms import Termbase


class Translation:
    """The translation of one recording's recognised speech, where there is an engine."""

    def __init__(self, source: str, wanted: Sequence[str], terms: "Termbase | None") -> None:
        """Look for engines. Raises SettingError."""
        self.models: dict[str, None] = {}
        self._source, self._terms = source, terms
        self._targets: list[str] = []
        self._missing: list[str] = []  # why there is no engine, a language
        self._lost: Counter[str] = Counter()
        self._reasons: dict[str, str] = {}
        self._translator: LiveTranslator | None = None
        for target in dict.fromkeys(tag for tag in wanted if tag != source):
            self._look(target)

    def beside(self, *, simulated: bool) -> "Beside | None":
        """Return what translates beside the captions, as in a meeting; None if nothing is wanted."""
        from twinhall.captions.replayed_translation import PlayedTranslation, SimulatedTranslation  # slow

        if not self._targets or self._translator is None:
            return None
        if not simulated:
            return PlayedTranslation(self._translator, self._source, self._targets, self._note)
        for target in self._targets:
            try:
                self._translator.prepare(self._source, target)
            except EngineError:
                continue  # the first sentence finds out as well, and is told of
        clock = time.process_time  # of one thread: a core of its own, whatever else this machine is doing
        return SimulatedTranslation(self._translator, self._source, self._targets, clock, self._note)

    def of_recording(self, lines: "Sequence[CaptionLine]") -> "Sequence[CaptionLine]":
        """Return the lines of a whole recording, translated where they were recognised."""
        from twinhall.captions.translated_recording import with_translations  # slow

        if not self._targets or self._translator is None:
            return lines
        return with_translations(lines, self._translator, self._source, self._targets, self._note)

    def losses(self, lines: "Sequence[CaptionLine]") -> list[str]:
        """Return what of the lines is not translated, and why, a line a language."""
        from twinhall.captions.translating import is_sentence  # slow

        missing = self._missing if any(map(is_sentence, lines)) else ()
        return [f"{reason}; what is said off the script stays in {self._source}" for reason in missing] + [
            f"{count} sentences were not translated into {target}: {self._reasons[target]}"
            for target, count in self._lost.items()
        ]

    def _look(self, target: str) -> None:
        from twinhall.engines.translators import live_translator  # slow

        self._translator = live_translator()
        self._translator.terms = self._terms
        missing = self._translator.lacks(self._source, target)
        if missing is None:
            self._targets.append(target)
        else:
            self._missing.append(missing)

    def _note(self, outcome: "Outcome") -> None:
        target = outcome.asked.target
        if outcome.lost:
            self._lost[target] += 1
            self._reasons.setdefault(target, outcome.lost)
        elif outcome.translated:
            self.models[f"{outcome.translated.engine}: {outcome.translated.model}"] = None
