"""Whether texts can be translated here between the city's language and the others."""

from collections.abc import Iterator

from twinhall.doctor.finding import Finding, advice, missing, ok
from twinhall.engines import translators
from twinhall.environment import Environment, SettingError
from twinhall.language.choice import Choice
from twinhall.language.failure import EngineError
from twinhall.language.languages import LANGUAGES

LEAVES = "; texts leave this machine"


def look(env: Environment) -> Iterator[Finding]:
    """Look at every pair with the city's language. Meetings are held without translation: none is needed."""
    try:
        chosen = translators.choice()
    except SettingError as error:
        yield missing("translation", str(error), "see docs/operator/translation.md")
        return
    city = env.city_language
    for other in LANGUAGES:
        if other != city:
            yield pair(chosen, city, other)
            yield pair(chosen, other, city)


def pair(chosen: Choice, source: str, target: str) -> Finding:
    """Say by whom a pair is translated, or what is missing."""
    thing = f"translation {source}-{target}"
    try:
        way = next(chosen.ways(source, target), None)
    except EngineError as error:
        return advice(thing, str(error), "see docs/operator/translation.md")
    if way is None:
        return advice(thing, "nothing here does it", "; ".join(chosen.reasons(source, target)))
    through = f" through {way.pivot}" if way.pivot else ""
    leaves = LEAVES if any(leg.engine.facts.leaves for leg in way.legs) else ""
    return ok(thing, f"{way.engine}{through}: {way.model()}{leaves}")
