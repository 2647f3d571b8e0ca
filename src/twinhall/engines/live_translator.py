"""What is being said, in another language: the engines of the settings, with names and terms exact."""

from twinhall.captions.ports import EngineError, Translated
from twinhall.language.choice import Choice
from twinhall.language.rendering.agreed import AgreedTerms
from twinhall.language.rendering.document import Document, RenderedLine
from twinhall.language.rendering.passages import passage_of
from twinhall.language.terms import Termbase
from twinhall.language.translation import Flag, Job

TERMS = "terms"  # who "translated" a sentence that is nothing but agreed terms
USELESS = {Flag.UNTRANSLATED, Flag.IMPLAUSIBLE}
INFORMING = {Flag.NO_WORDS, Flag.SAME_LANGUAGE}
WARMING = {
    # so long, and without a full stop: what cuts such speech into sentences is loaded as well
    "ko": "존경하는 위원장님과 대표단 여러분 오늘 이렇게 화상으로 만나 뵙게 되어 매우 반갑습니다 "
    "두 도시의 교류가 더욱 깊어지기를 바랍니다",
    "vi": "Xin kính chào quý vị.",
    "ja": "こんにちは。",
    "en": "Good morning, ladies and gentlemen.",
}


class LiveTranslator:
    """A SentenceTranslator. `terms` may be set at any time: what comes after has them exact."""

    def __init__(self, choice: Choice, terms: Termbase | None = None) -> None:
        self.terms = terms
        self._choice = choice

    def lacks(self, source: str, target: str) -> str | None:
        """Say what is missing to translate a pair here and how to get it; None if it can be done."""
        return self._choice.lacks(source, target)

    def prepare(self, source: str, target: str) -> None:
        """Load and warm a pair's models if they are on this machine. Raises EngineError."""
        passage_of(WARMING.get(source, WARMING["en"]), source)
        if self.terms:
            self.terms.finder(source)
        way = next(self._choice.ways(source, target), None)
        for leg in way.legs if way else ():
            if not leg.engine.facts.leaves:
                leg.engine.translate(Job((WARMING.get(leg.source, WARMING["en"]),), leg.source, leg.target))

    def translate(self, sentence: str, source: str, target: str) -> Translated | None:
        """Return the sentence translated; what cannot be its translation is none. Raises EngineError.

        Cost: 20 to 60 ms on one core with the default engine.
        """
        exact = AgreedTerms(source, target, self.terms) if self.terms else None
        (line,) = Document(self._choice.translate, source, target, exact).lines([sentence])
        if USELESS & set(line.flags):
            engines = line.engine or "no engine"
            raise EngineError(f"{engines} gave nothing that can be a {source}-{target} translation")
        if not line.machine and line.text == sentence:
            return None
        return told(line)


def told(line: RenderedLine) -> Translated:
    """Return a line with its provenance."""
    engine, model = (line.engine, line.model) if line.machine else (TERMS, line.termbase)
    flags = tuple(str(flag) for flag in line.flags if flag not in INFORMING)
    return Translated(line.text, engine, model, line.pivot, flags)
