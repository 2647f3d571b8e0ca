"""Recognises speech that no script explains, while it is being spoken.

Text is committed when two passes over the growing audio agree on it: no listener sees a word taken back.
"""

from dataclasses import dataclass, field, replace

from twinhall.captions.hearing import Hearing
from twinhall.captions.ports import Recognizer, Word
from twinhall.captions.speech import Speech
from twinhall.language.languages import DEFAULT_LINE_LENGTH, LANGUAGES, ends_sentence


@dataclass(frozen=True, slots=True)
class OffScriptSettings:
    """Times in seconds."""

    every_s: float = 1.0  # speech between two passes
    hurried_s: float = 2.5  # ... while computing cannot keep up: following the script goes first
    pause_s: float = 0.7  # silence that ends an utterance
    least_speech_s: float = 0.35  # less is no utterance
    lead_s: float = 0.3
    longest_s: float = 6.0  # audio of one pass, about
    doubt_s: float = 2.0  # newest part of a pass that is too long: what is older is committed unagreed
    close_chars: int = 42  # an utterance ends with a sentence that has so many characters before its end
    most_chars: int = 126


def settings_for(language: str) -> OffScriptSettings:
    """Return settings by which an utterance has one to three lines of a subtitle in that language."""
    line = LANGUAGES[language].line_length if language in LANGUAGES else DEFAULT_LINE_LENGTH
    return OffScriptSettings(close_chars=line, most_chars=3 * line)


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
    done_s: float  # end of what is committed, in this utterance or the one before
    passed_s: float  # end of the audio of the last pass
    committed: list[Word] = field(default_factory=list)
    doubtful: list[Word] = field(default_factory=list)  # of the last pass, behind the committed ones
    revision: int = -1
    told: str = ""

    @classmethod
    def since(cls, start_s: float) -> "Utterance":
        """Begin with the audio from a time on."""
        return cls(start_s, start_s, start_s, start_s)

    def commit(self, words: list[Word]) -> None:
        """Add words that will not change."""
        self.committed += words
        if words:
            self.done_s = words[-1].end_s

    def said(self, *, final: bool) -> list[Said]:
        """Return the next revision, nothing if there is no text."""
        text = text_of(self.committed)
        if not text:
            return []
        self.revision += 1
        self.told = text
        return [Said(text, self.committed[0].start_s, self.committed[-1].end_s, self.revision, final)]


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
        self._now = Utterance.since(since_s)

    def end(self, until_s: float) -> list[Said]:
        """Stop; speech behind `until_s` belongs to something else. No recognition is run for it."""
        utterance, self._now = self._now, None
        if utterance is None:
            return []
        utterance.commit([w for w in utterance.doubtful if w.end_s <= until_s])
        return utterance.said(final=True)

    def step(self, now_s: float, *, hurried: bool = False) -> list[Said]:
        """Take in what was heard until now. Cost: .1 s per second of speech. Raises EngineError."""
        s, utterance = self._settings, self._now
        if utterance is None:
            return []
        spoken_s = self._speech.seconds(utterance.window_s, now_s)
        if spoken_s == 0 and not utterance.committed:
            self.begin(max(utterance.start_s, now_s - s.lead_s))
            return []
        if now_s - self._speech.ended_s >= s.pause_s:
            if spoken_s >= s.least_speech_s:
                utterance.commit(self._words(utterance, now_s))
            self.begin(now_s)
            return utterance.said(final=True)
        if self._speech.seconds(utterance.passed_s, now_s) < (s.hurried_s if hurried else s.every_s):
            return []
        self._pass(utterance, now_s)
        return self._tell(utterance)

    def _pass(self, utterance: Utterance, now_s: float) -> None:
        s, words = self._settings, self._words(utterance, now_s)
        agreed = common(utterance.doubtful, words)
        if now_s - utterance.window_s > s.longest_s:
            agreed = max(agreed, sum(w.end_s < now_s - s.doubt_s for w in words))
        utterance.commit(words[:agreed])
        utterance.doubtful, utterance.passed_s = words[agreed:], now_s
        if now_s - utterance.window_s > s.longest_s:
            utterance.window_s = max(utterance.done_s, now_s - s.longest_s)

    def _tell(self, utterance: Utterance) -> list[Said]:
        told: list[Said] = []
        while cut := self._close_at(utterance.committed):
            rest, utterance.committed = utterance.committed[cut:], utterance.committed[:cut]
            told += utterance.said(final=True)
            utterance = replace(utterance, committed=rest, revision=-1, told="")
        self._now = utterance
        return told if text_of(utterance.committed) == utterance.told else told + utterance.said(final=False)

    def _close_at(self, committed: list[Word]) -> int:
        """Return how many words make an utterance that is long enough to stand alone, 0 for none yet."""
        s, length = self._settings, 0
        for count, word in enumerate(committed, 1):
            length += len(word.text)
            if length >= s.most_chars or (length >= s.close_chars and ends_sentence(word.text)):
                return count
        return 0

    def _words(self, utterance: Utterance, now_s: float) -> list[Word]:
        """Return the words of one pass that are not committed yet, by the clock of the audio."""
        start_s = utterance.window_s
        words = self._recognizer.recognize(self._hearing.between(start_s, now_s))
        if is_loop([w.text for w in words]) or is_figures(text_of(words)):
            return []
        found = [Word(w.text, start_s + w.start_s, start_s + w.end_s) for w in words]
        return [w for w in found if (w.start_s + w.end_s) / 2 > utterance.done_s]


def text_of(words: list[Word]) -> str:
    """Return words as text."""
    return "".join(w.text for w in words).strip()


def common(before: list[Word], after: list[Word]) -> int:
    """Return how many first words of a pass the pass before has too, blanks and punctuation apart."""
    known, letters, count = "".join(plain(w.text) for w in before), "", 0
    for n, word in enumerate(after, 1):
        letters += plain(word.text)
        if not known.startswith(letters):
            break
        count = n
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


def is_figures(text: str, most: int = 12, least_letters: float = 0.2) -> bool:
    """Say whether a text is a long row of figures with hardly a word: what a recogniser makes of no words."""
    written = [c for c in text if not c.isspace()]
    return len(written) > most and sum(c.isalpha() for c in written) < least_letters * len(written)
