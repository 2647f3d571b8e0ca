"""An utterance off script: the words that are sure, and how they are told."""

from dataclasses import dataclass, field

from twinhall.captions.ports import Word
from twinhall.language.endings import closed, mark_by_form
from twinhall.language.languages import ends_sentence

PLAIN_MARKS = ".,!?。、？！…"
BREATH_S = 0.3  # silence behind words that end like a sentence, which then is over


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
    is_new_sentence: bool = True  # begins with a capital letter

    @classmethod
    def since(cls, start_s: float) -> "Utterance":
        """Begin with the audio from a time on."""
        return cls(start_s, start_s, start_s, start_s)

    def commit(self, words: list[Word]) -> None:
        """Add words that will not change."""
        self.committed += words
        if words:
            self.done_s = words[-1].end_s

    @property
    def text(self) -> str:
        """The committed words, with a capital letter where a sentence begins."""
        text = text_of(self.committed)
        return text[:1].upper() + text[1:] if self.is_new_sentence else text

    def said(self, language: str, *, final: bool, over: bool = False, punctuates: bool = True) -> list[Said]:
        """Return the next revision, nothing if there is no text.

        over: the speaker has paused, or ended the sentence. A final text gets the mark that its words ask
        for; where the recogniser never punctuates, also any other that is over.
        """
        text = self.text
        if not text:
            return []
        if final:
            text = closed(text, language, surely=over and not punctuates)
        self.revision += 1
        self.told = text
        return [Said(text, self.committed[0].start_s, self.committed[-1].end_s, self.revision, final)]

    def sentence_end(self, language: str, least: int, most: int) -> int:
        """Return how many words make an utterance that can stand alone, 0 for none yet.

        That is a sentence of so many characters, by its mark or by its last words and a breath behind them;
        or the most that a listener can read at once.
        """
        text = ""
        for count, word in enumerate(self.committed, 1):
            text = (text + word.text).lstrip()
            if len(text) >= most or (len(text) >= least and ends_sentence(text)):
                return count
            behind = self.committed[count : count + 1] or self.doubtful[:1]
            is_breath = bool(behind) and behind[0].start_s - word.end_s >= BREATH_S
            if is_breath and len(text) >= least // 2 and mark_by_form(text, language):
                return count
        return 0


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
    return word.strip().strip(PLAIN_MARKS).casefold()
