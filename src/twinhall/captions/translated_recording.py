"""The recognised lines of a whole recording in other languages, translated by whole sentences."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from twinhall.captions.ports import SentenceTranslator
from twinhall.captions.translating import MachineLines, Outcome, is_sentence, translated
from twinhall.captions.values import CaptionLine
from twinhall.language.languages import ends_sentence

GAP_MS = 1500  # silence that parts what is said before it from what is said behind
MOST_CHARS = 320  # of speech without an end of a sentence
UNSPACED = ("ja", "zh")


def with_translations(
    lines: Sequence[CaptionLine],
    translator: SentenceTranslator,
    source: str,
    targets: Sequence[str],
    tell: Callable[[Outcome], None],
) -> list[CaptionLine]:
    """Return the lines in order, those of recognised speech joined to sentences and translated.

    What could not be translated stays as it was. tell: is called with what came of each sentence.
    """
    made = MachineLines(source, targets)
    found: list[CaptionLine] = []
    for n, whole in enumerate(joined(lines, source)):
        line = replace(whole, utterance=n)
        for asked in made.asked(line, 0.0):
            outcome = translated(translator, asked)
            tell(outcome)
            line = next(iter(made.told(outcome)), line)
        found.append(line)
    return [replace(line, utterance=n, revision=0) for n, line in enumerate(found, 1)]


def joined(lines: Sequence[CaptionLine], source: str) -> Iterator[CaptionLine]:
    """Yield lines, recognised ones up to the end of their sentence in one."""
    whole: CaptionLine | None = None
    for line in lines:
        if whole and is_sentence(line) and belongs(whole, line, source):
            whole = replace(whole, end_ms=line.end_ms, texts={source: together(whole, line, source)})
            continue
        if whole:
            yield whole
        whole = line
    if whole:
        yield whole


def belongs(whole: CaptionLine, line: CaptionLine, source: str) -> bool:
    """Say whether a line goes on with the sentence of the one before."""
    if not is_sentence(whole) or ends_sentence(whole.texts[source]):
        return False
    is_near = line.start_ms - whole.end_ms < GAP_MS
    return is_near and len(whole.texts[source]) + len(line.texts[source]) < MOST_CHARS


def together(whole: CaptionLine, line: CaptionLine, source: str) -> str:
    """Return the words of two lines."""
    return whole.texts[source] + ("" if source in UNSPACED else " ") + line.texts[source]
