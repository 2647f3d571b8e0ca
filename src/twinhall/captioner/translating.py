"""The translation of what is recognised in one meeting: asked for, sent, kept; counted where it is lost."""

import logging
from collections import Counter, OrderedDict
from dataclasses import dataclass, field, replace

from twinhall.captioner.ports import Clock, Translations
from twinhall.captioner.speaker import Recognised, Speaker
from twinhall.captions.translating import REMEMBERED, Asked, Outcome, is_sentence
from twinhall.captions.values import CaptionLine
from twinhall.hall.meetings.actions.captioning import KeptLine
from twinhall.hall.meetings.enums import LineKind
from twinhall.hall.meetings.queries.captions import Caption, Line, Words, machine_caption, machine_words

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Pending:
    """Words whose translations may still come. words: those that are there, by language."""

    speaker: Speaker
    recognised: Recognised
    was_sent: bool  # else listeners read another's words meanwhile: they are sent no translation
    words: dict[str, Words] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """What comes of a translation: a line to keep, a caption for a channel, None if nobody is sent it."""

    language: str
    caption: Caption | None
    kept: KeptLine


class Translating:
    """One translation a language wanted, however many listen in it. It computes nothing."""

    def __init__(self, meeting: int, translations: Translations, clock: Clock) -> None:
        self._meeting, self._translations, self._clock = meeting, translations, clock
        self._pending: OrderedDict[str, Pending] = OrderedDict()
        self._failing: set[tuple[str, str]] = set()
        self._lost: Counter[str] = Counter()

    @property
    def lost(self) -> dict[str, int]:
        """How many sentences no engine translated, by language; where there is none, nothing is lost."""
        return dict(self._lost)

    def prepare(self, language: str, languages: tuple[str, ...]) -> None:
        """Have engines made ready for a speaker."""
        self._translations.prepare((language, tag) for tag in languages if tag != language)

    def ask(self, speaker: Speaker, line: CaptionLine, languages: tuple[str, ...], *, was_sent: bool) -> None:
        """Have a line translated if its words will not change."""
        if not is_sentence(line):
            return
        recognised = speaker.recognised(line, languages)
        name = recognised.said.id
        self._pending[name] = Pending(speaker, recognised, was_sent)
        if len(self._pending) > REMEMBERED:
            self._pending.popitem(last=False)
        at_s = self._clock.ms() / 1000
        for target in recognised.wanted:
            self._translations.ask(Asked(name, recognised.text, recognised.language, target, at_s))

    def told(self, outcome: Outcome) -> Told | None:
        """Return what comes of an outcome, None if there is no translation."""
        self._note(outcome)
        asked, made = outcome.asked, outcome.translated
        pending = self._pending.get(asked.utterance)
        if made is None or pending is None:
            return None
        words = machine_words(asked.target, made)
        pending.words[asked.target] = words
        said = replace(pending.recognised.said, revision=pending.recognised.said.revision + 1)
        spoken = Line(asked.source, asked.text)
        kept = KeptLine(said, LineKind.SOURCE, asked.source, asked.text, words=dict(pending.words))
        is_sent = pending.was_sent and not pending.speaker.is_held
        return Told(asked.target, machine_caption(said, words, spoken) if is_sent else None, kept)

    def _note(self, outcome: Outcome) -> None:
        """Count what was lost, and log when it begins; logs hold nothing of what was said."""
        pair = outcome.asked.source, outcome.asked.target
        if not outcome.lost:
            self._failing.discard(pair)
            return
        if not outcome.missing:
            self._lost[outcome.asked.target] += 1
        if pair not in self._failing:
            self._failing.add(pair)
            log.warning("meeting %s: captions %s-%s not translated: %s", self._meeting, *pair, outcome.lost)
