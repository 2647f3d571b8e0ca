"""Which recognised words are translated, and what comes of it: the same in a meeting and for a file.

Words that an utterance ends with, and no others, are translated: nothing that a reader has read of a
translation is ever taken back.
"""

from collections import OrderedDict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from twinhall.captions.ports import EngineError, SentenceTranslator, Translated
from twinhall.captions.values import CaptionLine, Kind
from twinhall.language.choice import NoEngine

WAITING = 3  # sentences for one language: who waits behind so many reads of what is long over
LATE_S = 5.0  # a sentence lasts about so long: what is begun later is ready when the next one is over as well
REMEMBERED = 50  # utterances whose translations may still come


@dataclass(frozen=True, slots=True)
class Asked:
    """Words that are wanted in another language. at_s: when they were said for good, by the asker's clock."""

    utterance: str
    text: str
    source: str
    target: str
    at_s: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it.

    translated: None if the words stand as they are, or were lost. lost: why there is no translation, "" if
    none was lost; holds nothing of what was said. missing: nothing here translates the pair.
    """

    asked: Asked
    translated: Translated | None = None
    lost: str = ""
    missing: bool = False


class Lane:
    """What waits to be translated into one language, oldest first. Old words are given up."""

    def __init__(self, waiting: int = WAITING, late_s: float = LATE_S) -> None:
        self._most, self._late_s = waiting, late_s
        self._waiting: deque[Asked] = deque()

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def since_s(self) -> float:
        """When the oldest was asked for; only while there is one."""
        return self._waiting[0].at_s

    def put(self, asked: Asked) -> list[Outcome]:
        """Add words; return what is given up for them."""
        self._waiting.append(asked)
        if len(self._waiting) <= self._most:
            return []
        return [Outcome(self._waiting.popleft(), lost="translating does not keep up with the speakers")]

    def take(self, now_s: float) -> tuple[Asked | None, list[Outcome]]:
        """Return what to translate next, and what is given up because it waited too long."""
        old: list[Outcome] = []
        while self._waiting:
            asked = self._waiting.popleft()
            if now_s - asked.at_s <= self._late_s:
                return asked, old
            old.append(Outcome(asked, lost="waited too long for an engine"))
        return None, old


def translated(translator: SentenceTranslator, asked: Asked) -> Outcome:
    """Translate, and say what came of it."""
    try:
        return Outcome(asked, translator.translate(asked.text, asked.source, asked.target))
    except NoEngine as error:
        return Outcome(asked, lost=str(error), missing=True)
    except EngineError as error:
        return Outcome(asked, lost=str(error))


def is_sentence(line: CaptionLine) -> bool:
    """Say whether a line holds recognised words that will not change: those are translated."""
    return line.kind is Kind.SOURCE and line.final and any(line.texts.values())


class MachineLines:
    """The lines by which one speaker's translations are told.

    A machine line is a later revision of the utterance whose words it translates. It holds these words and
    every translation that is there by then.
    """

    def __init__(self, source: str, targets: Sequence[str]) -> None:
        self._source = source
        self._targets = tuple(tag for tag in dict.fromkeys(targets) if tag != source)
        self._last: OrderedDict[str, CaptionLine] = OrderedDict()

    def asked(self, line: CaptionLine, at_s: float) -> Iterator[Asked]:
        """Yield what is wanted of a line that came out at a time."""
        if not is_sentence(line) or not self._targets:
            return
        self._last[str(line.utterance)] = line
        if len(self._last) > REMEMBERED:
            self._last.popitem(last=False)
        for target in self._targets:
            yield Asked(str(line.utterance), line.texts[self._source], self._source, target, at_s)

    def told(self, outcome: Outcome) -> list[CaptionLine]:
        """Return the line that tells of an outcome, none if there is nothing to tell."""
        made, before = outcome.translated, self._last.get(outcome.asked.utterance)
        if made is None or before is None:
            return []
        line = replace(
            before,
            kind=Kind.MACHINE,
            revision=before.revision + 1,
            texts={**before.texts, outcome.asked.target: made.text},
            machine={**before.machine, outcome.asked.target: made},
        )
        self._last[outcome.asked.utterance] = line
        return [line]
