"""Recognises speech that no script explains, while it is being spoken.

Text is committed when two passes over the growing audio agree on it: no listener sees a word taken back.
"""

from dataclasses import dataclass, field

from twinhall.captions.hearing import Hearing
from twinhall.captions.ports import Recognizer, Word
from twinhall.captions.speech import Speech
from twinhall.language.languages import ends_sentence


@dataclass(frozen=True, slots=True)
class OffScriptSettings:
    """Times in seconds."""

    every_s: float = 1.0  # speech between two passes
    pause_s: float = 0.7  # silence that ends an utterance
    least_speech_s: float = 0.35  # less is no utterance
    lead_s: float = 0.3
    longest_s: float = 9.0  # audio of one pass, about
    hopeless_s: float = 14.0  # audio after which text that never agreed is given up
    close_chars: int = 40  # an utterance ends with a sentence that has so many characters before its end
    most_chars: int = 140


@dataclass(frozen=True, slots=True)
class Said:
    """Text of an utterance so far; a later revision only adds to it."""

    text: str
    start_s: float
    end_s: float
    revision: int
    final: bool


@dataclass(slots=True)
class Utterance:
    """What is known of the speech since its start."""

    start_s: float
    window_s: float  # start of the audio that passes still look at
    committed: list[Word] = field(default_factory=list)
    doubtful: list[Word] = field(default_factory=list)  # of the last pass, behind the committed ones
    passed_s: float = 0.0  # end of the audio of the last pass
    revision: int = -1
    told: str = ""

    @property
    def text(self) -> str:
        return "".join(w.text for w in self.committed).strip()

    @property
    def began_s(self) -> float:
        return self.committed[0].start_s if self.committed else self.start_s

    @property
    def committed_s(self) -> float:
        return self.committed[-1].end_s if self.committed else self.start_s


class OffScript:
    """Turns the speech of one microphone into utterances of committed text."""

    def __init__(
        self,
        recognizer: Recognizer,
        hearing: Hearing,
        speech: Speech,
        settings: OffScriptSettings | None = None,
    ) -> None:
        self._recognizer, self._hearing, self._speech = recognizer, hearing, speech
        self._settings = settings or OffScriptSettings()
        self._now: Utterance | None = None

    @property
    def active(self) -> bool:
        """Whether speech is being recognised."""
        return self._now is not None

    def begin(self, since_s: float) -> None:
        """Recognise what is said from a time on."""
        self._now = Utterance(since_s, since_s, passed_s=since_s)

    def end(self, until_s: float) -> list[Said]:
        """Stop; speech behind `until_s` belongs to something else. No recognition is run for it."""
        utterance, self._now = self._now, None
        if utterance is None:
            return []
        utterance.committed += [w for w in utterance.doubtful if w.end_s <= until_s]
        return closed(utterance)

    def step(self, now_s: float) -> list[Said]:
        """Take in what was heard until now. Cost: .07 s per second of speech. Raises EngineError."""
        s, utterance = self._settings, self._now
        if utterance is None:
            return []
        spoken_s = self._speech.seconds(utterance.window_s, now_s)
        if spoken_s == 0 and not utterance.committed:
            self.begin(max(utterance.start_s, now_s - s.lead_s))
            return []
        paused = now_s - self._speech.ended_s >= s.pause_s
        if paused:
            return self._finish(utterance, now_s, spoken_s)
        if self._speech.seconds(utterance.passed_s, now_s) < s.every_s:
            return []
        self._pass(utterance, now_s)
        return self._tell(utterance, now_s)

    def _finish(self, utterance: Utterance, now_s: float, spoken_s: float) -> list[Said]:
        if spoken_s >= self._settings.least_speech_s:
            utterance.committed += behind(utterance, self._words(utterance, now_s))
        self.begin(now_s)
        return closed(utterance)

    def _pass(self, utterance: Utterance, now_s: float) -> None:
        words = behind(utterance, self._words(utterance, now_s))
        agreed = common(utterance.doubtful, words)
        utterance.committed += words[:agreed]
        utterance.doubtful = words[agreed:]
        utterance.passed_s = now_s
        if now_s - utterance.window_s > self._settings.longest_s:
            utterance.window_s = max(utterance.window_s, utterance.committed_s)
        if now_s - utterance.window_s > self._settings.hopeless_s:
            utterance.window_s, utterance.doubtful = now_s, []

    def _tell(self, utterance: Utterance, now_s: float) -> list[Said]:
        s, text = self._settings, utterance.text
        if not text or text == utterance.told:
            return []
        if len(text) >= s.most_chars or (len(text) >= s.close_chars and ends_sentence(text)):
            at_s = utterance.committed_s
            self._now = Utterance(at_s, at_s, doubtful=utterance.doubtful, passed_s=now_s)
            return closed(utterance)
        utterance.told = text
        utterance.revision += 1
        return [Said(text, utterance.began_s, utterance.committed_s, utterance.revision, final=False)]

    def _words(self, utterance: Utterance, now_s: float) -> list[Word]:
        start_s = utterance.window_s
        words = self._recognizer.recognize(self._hearing.between(start_s, now_s))
        if is_loop([w.text for w in words]):
            return []
        return [Word(w.text, start_s + w.start_s, start_s + w.end_s) for w in words]


def closed(utterance: Utterance) -> list[Said]:
    """Return the last revision of an utterance, nothing if nobody heard of it and it holds no text."""
    text = utterance.text
    if not text:
        return []
    return [Said(text, utterance.began_s, utterance.committed_s, utterance.revision + 1, final=True)]


def behind(utterance: Utterance, words: list[Word]) -> list[Word]:
    """Return the words whose middle lies behind the committed ones."""
    return [w for w in words if (w.start_s + w.end_s) / 2 > utterance.committed_s or not utterance.committed]


def common(before: list[Word], after: list[Word]) -> int:
    """Return how many first words two passes have in common."""
    count = 0
    for old, new in zip(before, after, strict=False):
        if plain(old.text) != plain(new.text):
            break
        count += 1
    return count


def plain(word: str) -> str:
    """Return a word without what passes differ in for no reason."""
    return word.strip().strip(".,!?。、？！…").casefold()


def is_loop(words: list[str], longest: int = 4, times: int = 3) -> bool:
    """Say whether the words end in the same few over and over: a recogniser that has lost its way."""
    for size in range(1, longest + 1):
        tail = words[-size * times :]
        is_told_over = len(tail) == size * times and tail == tail[:size] * times
        if is_told_over and len("".join(tail[:size]).strip()) > 1:
            return True
    return False
