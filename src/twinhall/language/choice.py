"""Which engine translates a pair: those of the settings in order, each directly or through English."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from twinhall.language.failure import EngineError
from twinhall.language.translation import Flag, Job, Rendered, Translator

PIVOT = "en"

OrderOf = Callable[[str, str], Sequence[str]]
"""Returns the names of the engines for a pair, first choice first."""


class NoEngine(EngineError):
    """Nothing here translates a pair; the message says for each engine what is missing and how to get it."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One translation of a way: by whom, from what, into what."""

    engine: Translator
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Way:
    """How a text gets from its language to another: in one leg, or in two through English."""

    legs: tuple[Leg, ...]

    @property
    def engine(self) -> str:
        """The engines' names, for provenance."""
        return "+".join(dict.fromkeys(leg.engine.facts.name for leg in self.legs))

    @property
    def pivot(self) -> str | None:
        """The language between, None if there is none."""
        return self.legs[0].target if len(self.legs) > 1 else None

    @property
    def html(self) -> bool:
        """Whether mark-up can be left to the engines."""
        return all(leg.engine.facts.html for leg in self.legs)

    def model(self) -> str:
        """Name the models, for provenance. Raises EngineError."""
        return " + ".join(leg.engine.model(leg.source, leg.target) for leg in self.legs)

    def translate(self, job: Job) -> tuple[Rendered, ...]:
        """Translate leg by leg. A sentence that one leg could not do stays undone. Raises EngineError."""
        rendered = tuple(Rendered(sentence) for sentence in job.sentences)
        for leg in self.legs:
            rendered = self._leg(leg, job, rendered)
        return rendered

    def _leg(self, leg: Leg, job: Job, before: tuple[Rendered, ...]) -> tuple[Rendered, ...]:
        going = [n for n, r in enumerate(before) if r.text]
        if not going:
            return before
        sentences = tuple(before[n].text for n in going)
        whole = leg.source == job.source and leg.target == job.target
        hints = (job.before, job.terms) if whole else ("", ())
        asked = replace(
            job, sentences=sentences, source=leg.source, target=leg.target, before=hints[0], terms=hints[1]
        )
        after = list(before)
        for n, got in zip(going, leg.engine.translate(asked), strict=True):
            after[n] = Rendered(got.text, got.flags | before[n].flags)
        return tuple(after)


@dataclass(frozen=True, slots=True)
class Translation:
    """A sentence in the target language, and how it came about; "" and UNTRANSLATED where nobody could.

    engine, model, pivot: provenance, "" where nobody could.
    """

    text: str
    engine: str
    model: str
    pivot: str | None
    flags: frozenset[str] = frozenset()


class Choice:
    """The engines of an installation, asked in the order of its settings."""

    def __init__(self, engines: Mapping[str, Translator], order: OrderOf) -> None:
        self.engines, self._order = engines, order

    def order(self, source: str, target: str) -> Sequence[str]:
        """Return the names of the engines that are asked for a pair, first choice first."""
        return self._order(source, target)

    def alone(self, name: str) -> "Choice":
        """Return the choice that asks one engine only, and none instead of it."""
        return Choice(self.engines, lambda source, target: (name,))

    def ways(self, source: str, target: str) -> Iterator[Way]:
        """Yield the ways that are open for a pair, first choice first; engines may be mixed at the end."""
        engines = [self.engines[name] for name in self._order(source, target)]
        for engine in engines:
            if engine.lacks(source, target) is None:
                yield Way((Leg(engine, source, target),))
            elif way := self._through(PIVOT, [engine], source, target):
                yield way
        mixed = self._through(PIVOT, engines, source, target)
        if mixed and len({leg.engine.facts.name for leg in mixed.legs}) > 1:
            yield mixed

    def _through(self, pivot: str, engines: Sequence[Translator], source: str, target: str) -> Way | None:
        if pivot in (source, target):
            return None
        first = next((e for e in engines if e.lacks(source, pivot) is None), None)
        second = next((e for e in engines if e.lacks(pivot, target) is None), None)
        return Way((Leg(first, source, pivot), Leg(second, pivot, target))) if first and second else None

    def lacks(self, source: str, target: str) -> str | None:
        """Say what is missing to translate a pair here and how to get it; None if it can be done."""
        if next(self.ways(source, target), None):
            return None
        return f"nothing here translates {source}-{target}: " + "; ".join(self.reasons(source, target))

    def reasons(self, source: str, target: str) -> list[str]:
        """Return what each engine lacks for a pair."""
        engines = [self.engines[name] for name in self._order(source, target)]
        return list(dict.fromkeys(r for engine in engines for r in missing(engine, source, target)))

    def translate(self, job: Job) -> tuple[Translation, ...]:
        """Translate by the first way that can; what it could not is left to the next. Raises EngineError.

        Fails only if there is no way, or every way failed altogether.
        """
        ways = list(self.ways(job.source, job.target))
        if not ways:
            raise NoEngine(self.lacks(job.source, job.target) or "nothing here translates")
        found: dict[int, Translation] = {}
        failures: list[EngineError] = []
        for way in ways:
            going = [n for n in range(len(job.sentences)) if n not in found]
            if not going:
                break
            try:
                found |= dict(zip(going, attempt(way, job, going), strict=True))
            except EngineError as error:
                failures.append(error)
            found = {n: translation for n, translation in found.items() if translation.text}
        if job.sentences and not found and failures:
            raise EngineError("; ".join(dict.fromkeys(str(f) for f in failures))) from failures[-1]
        nobody = Translation("", "", "", None, frozenset({Flag.UNTRANSLATED}))
        return tuple(found.get(n, nobody) for n in range(len(job.sentences)))


def attempt(way: Way, job: Job, going: Sequence[int]) -> list[Translation]:
    """Translate some sentences of a job one way."""
    part = replace(
        job, sentences=tuple(job.sentences[n] for n in going), before=job.before if going[0] == 0 else ""
    )
    model = way.model()
    return [Translation(r.text, way.engine, model, way.pivot, r.flags) for r in way.translate(part)]


def missing(engine: Translator, source: str, target: str) -> list[str]:
    """Return what an engine lacks for a pair: for each leg through English, if it cannot do it directly."""
    direct = engine.lacks(source, target)
    if PIVOT in (source, target):
        return [direct] if direct else []
    legs = [engine.lacks(source, PIVOT), engine.lacks(PIVOT, target)]
    return [reason for reason in legs if reason] or ([direct] if direct else [])
