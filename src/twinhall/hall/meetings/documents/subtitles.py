"""Subtitles (SRT, WebVTT) as remarks: what was said, sentence by sentence, without its times."""

from collections.abc import Sequence

from twinhall.captions.subtitles.reading import Other, joined, read_timed_text, sentences_said
from twinhall.hall.meetings.documents.values import (
    Caution,
    Document,
    Expected,
    Format,
    Refusal,
    Sentence,
    Unusable,
    Version,
    Warning,
)
from twinhall.language.sentences import sentences_of_line


def read_subtitles(text: str, expected: Expected, encoding: str) -> Document:
    """Return the sentences of subtitles. Raises Unusable where there is none.

    A sentence stands in the line of its first subtitle's time. Of subtitles in several languages (as ours
    mark them) the others are translations of a sentence that has its subtitles to itself.
    """
    timed = read_timed_text(text, expected.language)
    if not timed.cues:
        raise Unusable(Refusal.EMPTY)
    sentences: list[Sentence] = []
    for said in sentences_said(timed.cues, expected.language):
        line = timed.cues[said.cues[0]].line
        found = sentences_of_line(said.text, expected.language)
        others = [other for n in said.cues for other in timed.cues[n].others]
        versions = tuple(_version(tag, others) for tag in expected.targets if _told(tag, others))
        sentences += [Sentence(one, line, versions if len(found) == 1 else ()) for one in found]
    bad = tuple(Warning(Caution.BAD_CUE, line) for line in timed.rejected)
    return Document(Format.SUBTITLES, tuple(sentences), bad, encoding)


def _told(tag: str, others: Sequence[Other]) -> list[Other]:
    return [other for other in others if other.language == tag and other.text]


def _version(tag: str, others: Sequence[Other]) -> Version:
    """What bears the label of a machine anywhere was translated by one."""
    told = _told(tag, others)
    origin = "machine" if any(other.machine for other in told) else "human"
    return Version(tag, joined([other.text for other in told], tag), origin=origin)
