"""Recognises speech that no script explains, while it is being spoken.

Text is committed when two passes over the growing audio agree on it: no listener sees a word taken back.
"""

from dataclasses import dataclass, replace

from twinhall.captions.doubt import believed, is_from_videos
from twinhall.captions.hearing import Hearing
from twinhall.captions.ports import Recognizer, Word
from twinhall.captions.speech import Speech
from twinhall.captions.utterance import Said, Utterance, common, text_of
from twinhall.language.languages import DEFAULT_LINE_LENGTH, LANGUAGES, ends_sentence


@dataclass(frozen=True, slots=True)
class OffScriptSettings:
    """Times in seconds."""

    every_s: float = 0.8  # speech between two passes
    hurried_s: float = 2.5  # ... while computing cannot keep up: following the script goes first
    pause_s: float = 0.7  # silence that ends an utterance
    breath_s: float = 0.4  # silence that ends it where its words end a sentence
    least_speech_s: float = 0.35  # less is no utterance
    lead_s: float = 0.3
    longest_s: float = 6.0  # audio of one pass, about
    doubt_s: float = 1.7  # newest part of a pass: what is older is committed unagreed
    close_chars: int = 42  # an utterance ends with a sentence that has so many characters before its end
    most_chars: int = 126


def settings_for(language: str) -> OffScriptSettings:
    """Return settings by which an utterance has one to three lines of a subtitle in that language."""
    line = LANGUAGES[language].line_length if language in LANGUAGES else DEFAULT_LINE_LENGTH
    return OffScriptSettings(close_chars=line, most_chars=3 * line)


class OffScript:
    """Turns the speech of one microphone into utterances of committed text."""

    def __init__(
        self,
        recognizer: Recognizer,
        hearing: Hearing,
        speech: Speech,
        language: str,
        settings: OffScriptSettings | None = None,
    ) -> None:
        self._recognizer, self._hearing, self._speech = recognizer, hearing, speech
        self._language = language
        self._settings = settings or settings_for(language)
        self._now: Utterance | None = None
        self._punctuates = False  # whether the recogniser was seen to write punctuation

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
        told, rest = self._cut(utterance)
        return told + self._finish(rest, over=True)

    def step(self, now_s: float, *, hurried: bool = False, at_breath: bool = True) -> list[Said]:
        """Take in what was heard until now. Cost: .1 s per second of speech. Raises EngineError.

        at_breath: end sentences at a breath; else at a pause, so that nothing computes as the script goes on.
        """
        s, utterance = self._settings, self._now
        if utterance is None:
            return []
        spoken_s = self._speech.seconds(utterance.window_s, now_s)
        if spoken_s == 0 and not utterance.committed:
            self.begin(max(utterance.start_s, now_s - s.lead_s))
            return []
        silent_s, is_heard = now_s - self._speech.ended_s, utterance.passed_s >= self._speech.ended_s
        if silent_s >= s.pause_s:
            if is_heard and utterance.doubtful:
                utterance.commit(utterance.doubtful)
            elif spoken_s >= s.least_speech_s:
                utterance.commit(self._words(utterance, now_s))
            return self._over(utterance, now_s)
        is_breath = at_breath and silent_s >= s.breath_s and not (is_heard or hurried)
        if is_breath and spoken_s >= s.least_speech_s:
            self._pass(utterance, now_s)
            if not ends_sentence(text_of([*utterance.committed, *utterance.doubtful])):
                return self._tell(utterance)
            utterance.commit(utterance.doubtful)
            return self._over(utterance, now_s)
        if self._speech.seconds(utterance.passed_s, now_s) < (s.hurried_s if hurried else s.every_s):
            return []
        self._pass(utterance, now_s)
        return self._tell(utterance)

    def _over(self, utterance: Utterance, now_s: float) -> list[Said]:
        """Tell the rest of an utterance; another one begins."""
        told, rest = self._cut(utterance)
        self.begin(now_s)
        return told + self._finish(rest, over=True)

    def _pass(self, utterance: Utterance, now_s: float) -> None:
        s, words = self._settings, self._words(utterance, now_s)
        settled = sum(w.end_s < now_s - s.doubt_s for w in words)
        agreed = max(common(utterance.doubtful, words), settled)
        utterance.commit(words[:agreed])
        utterance.doubtful, utterance.passed_s = words[agreed:], now_s
        if now_s - utterance.window_s > s.longest_s:
            utterance.window_s = max(utterance.done_s, now_s - s.longest_s)
        if not words:  # unclear, or made up: what spoilt this pass need not spoil the next
            utterance.window_s = max(utterance.window_s, now_s - s.longest_s / 2)

    def _tell(self, utterance: Utterance) -> list[Said]:
        told, self._now = self._cut(utterance)
        if self._now.text == self._now.told or is_from_videos(self._now.text):
            return told
        return told + self._now.said(self._language, final=False)

    def _cut(self, utterance: Utterance) -> tuple[list[Said], Utterance]:
        """Return the sentences that can stand alone, and the utterance of what is behind them."""
        s, told = self._settings, list[Said]()
        while cut := utterance.sentence_end(self._language, s.close_chars, s.most_chars):
            rest, utterance.committed = utterance.committed[cut:], utterance.committed[:cut]
            is_cut_short = len(utterance.text) >= s.most_chars
            said = self._finish(utterance, over=not is_cut_short)
            ended = bool(said) and ends_sentence(said[-1].text)
            told += said
            # What is behind a sentence is understood without it: the next pass need not hear it again.
            start_s = utterance.committed[-1].end_s if ended else utterance.window_s
            utterance = replace(
                utterance,
                committed=rest,
                revision=-1,
                told="",
                is_new_sentence=ended,
                window_s=max(utterance.window_s, start_s),
            )
        return told, utterance

    def _finish(self, utterance: Utterance, *, over: bool) -> list[Said]:
        """Return the last revision. What was not told yet and is made up is not told at all."""
        if utterance.revision < 0 and is_from_videos(utterance.text):
            return []
        return utterance.said(self._language, final=True, over=over, punctuates=self._punctuates)

    def _words(self, utterance: Utterance, now_s: float) -> list[Word]:
        """Return the words of one pass that are not committed yet, by the clock of the audio."""
        start_s = utterance.window_s
        words = believed(self._recognizer.recognize(self._hearing.between(start_s, now_s)), self._language)
        self._punctuates = self._punctuates or any(ends_sentence(w.text) for w in words)
        found = [Word(w.text, start_s + w.start_s, start_s + w.end_s) for w in words]
        return [w for w in found if (w.start_s + w.end_s) / 2 > utterance.done_s]
