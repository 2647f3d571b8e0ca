"""Renders the lines of a text in another language: each line keeps its place, nothing is lost."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from twinhall.language.choice import Translation
from twinhall.language.guess import looks_like, plain_words
from twinhall.language.rendering.exact import Exact, NoTerms, Rendering, TermUse
from twinhall.language.rendering.fidelity import flags_of
from twinhall.language.rendering.passages import Passage, passage_of
from twinhall.language.rendering.protected import PROTECTED
from twinhall.language.rendering.recall import MEMORY, Recall
from twinhall.language.rendering.sentence import Prepared, prepared
from twinhall.language.translation import Flag, Job

BATCH_SENTENCES = 64
BEFORE_CHARACTERS = 1500

TranslateJob = Callable[[Job], Sequence[Translation]]


@dataclass(frozen=True, slots=True)
class RenderedLine:
    """A line in the target language and how it came about.

    machine: an engine translated some of it. memory: all that is translated was in a translation memory.
    Neither if the line stands as it was. engine, model: "" then, several joined by "+".
    """

    number: int  # 1, 2, 3 …
    source: str
    text: str
    machine: bool
    engine: str
    model: str
    pivot: str | None
    terms: tuple[TermUse, ...]
    flags: tuple[str, ...]
    rung: str = ""  # how terms came through the engine, several joined by "+"
    termbase: str = ""  # the version of the terms
    memory: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line that waits: its sentences, and those of them that are translated."""

    number: int
    source: str
    passage: Passage
    sentences: tuple[Prepared, ...]


class Document:
    """One text on its way from a language to another."""

    def __init__(
        self,
        translate: TranslateJob,
        source: str,
        target: str,
        exact: Exact | None = None,
        recall: Recall | None = None,
    ) -> None:
        self._translate, self._source, self._target = translate, source, target
        self._exact, self._recall = exact or NoTerms(), recall
        self._before = self._last = ""

    def lines(self, lines: Iterable[str]) -> Iterator[RenderedLine]:
        """Yield each line rendered, in order, as soon as its batch is. Raises EngineError.

        Sentences of several lines are translated together; a line of any length is cut into batches.
        """
        waiting: list[Line] = []
        for number, line in enumerate(lines, 1):
            waiting.append(self._line(number, line))
            if sum(len(w.sentences) for w in waiting) >= BATCH_SENTENCES:
                yield from self._rendered(waiting)
                waiting = []
        yield from self._rendered(waiting)

    def _line(self, number: int, line: str) -> Line:
        passage = passage_of(line, self._source)
        if self._recall and len(passage.sentences) > 1 and self._recall.recall(line, self._last):
            passage = passage.as_one()
        return Line(number, line, passage, tuple(self._prepared(s) for s in passage.sentences))

    def _prepared(self, sentence: str) -> Prepared:
        known = self._recall.recall(sentence, self._last) if self._recall else None
        self._last = sentence
        return prepared(sentence, None if known else self._flag_of(sentence), known)

    def _flag_of(self, sentence: str) -> Flag | None:
        """Say why a sentence stands as it is, None if it is to be translated.

        It is judged by its plain words: names, terms, links and mark-up may be of any language.
        """
        words = plain_words(self._exact.without_terms(PROTECTED.sub(" ", sentence)))
        if looks_like(words, self._source) or not looks_like(words, self._target):
            return None
        return Flag.SAME_LANGUAGE

    def _rendered(self, waiting: Sequence[Line]) -> Iterator[RenderedLine]:
        sentences = [sentence for line in waiting for sentence in line.sentences]
        texts = iter(self._sentences(sentences))
        for line in waiting:
            yield self._told(line, [next(texts) for _ in line.sentences])

    def _sentences(self, sentences: Sequence[Prepared]) -> list[Rendering]:
        """Return a rendering of each sentence; those whose masks were lost are translated in parts."""
        rendered: list[Rendering] = []
        for start in range(0, len(sentences), BATCH_SENTENCES):
            rendered += self._batch(sentences[start : start + BATCH_SENTENCES])
        return rendered

    def _batch(self, sentences: Sequence[Prepared]) -> list[Rendering]:
        whole = iter(self._render([s.masked.text for s in sentences if s.masked]))
        found = [s.whole(next(whole)) if s.masked else None for s in sentences]
        broken = [s for s, f in zip(sentences, found, strict=True) if f is None]
        words = iter(self._render([word for s in broken for word in s.words]))
        after = [
            s.in_parts([next(words) for _ in s.words]) if f is None else f
            for s, f in zip(sentences, found, strict=True)
        ]
        self._before = " ".join([self._before, *(s.source for s in sentences)])[-BEFORE_CHARACTERS:]
        return [self._checked(s, r) for s, r in zip(sentences, after, strict=True)]

    def _render(self, sentences: Sequence[str]) -> Sequence[Rendering]:
        if not sentences:
            return []
        job = Job((), self._source, self._target, self._before)
        return self._exact.render(
            sentences, lambda asked: self._translate(replace(job, sentences=tuple(asked)))
        )

    def _checked(self, sentence: Prepared, rendering: Rendering) -> Rendering:
        translation = rendering.translation
        if sentence.stands or Flag.UNTRANSLATED in translation.flags:
            return rendering
        flags = flags_of(sentence.source, translation.text, self._source, self._target)
        return replace(rendering, translation=replace(translation, flags=translation.flags | flags))

    def _told(self, line: Line, renderings: Sequence[Rendering]) -> RenderedLine:
        found = [r.translation for r in renderings]
        done = [t for t in found if t.engine and Flag.UNTRANSLATED not in t.flags]
        flags = {str(flag) for t in found for flag in t.flags} - {Flag.NO_WORDS}
        if not flags and not done:
            flags = {Flag.NO_WORDS}
        return RenderedLine(
            number=line.number,
            source=line.source,
            text=line.passage.joined(tuple(t.text for t in found), self._target) if found else line.source,
            machine=any(t.engine != MEMORY for t in done),
            memory=bool(done) and all(t.engine == MEMORY for t in done),
            engine="+".join(dict.fromkeys(t.engine for t in done)),
            model=" + ".join(dict.fromkeys(t.model for t in done)),
            pivot=next((t.pivot for t in done if t.pivot), None),
            terms=tuple(term for r in renderings for term in r.terms),
            flags=tuple(sorted(flags)),
            rung="+".join(dict.fromkeys(r.rung for r in renderings if r.rung)),
            termbase=next((r.termbase for r in renderings if r.termbase), ""),
        )
