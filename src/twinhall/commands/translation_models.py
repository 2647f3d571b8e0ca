"""`twinhall models` for translation: fetches Firefox Translations models, tells which pairs work here."""

import sys
from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twinhall.engines.marian.catalogue import Offer

PIVOT = "en"
TIMEOUT_S = 30.0

Pair = tuple[str, str]


def pairs_named(name: str) -> list[Pair]:
    """Return the pairs that a name asks for: ko, ko-vi or marian-ko-en. Raises EngineError for any other.

    A language is wanted both ways; a pair without English may go through it.
    """
    from twinhall.engines.marian.catalogue import LANGUAGE  # slow
    from twinhall.engines.marian.store import PREFIX, pair_of
    from twinhall.engines.registry import model

    if pair := pair_of(name if name.startswith(PREFIX) else f"{PREFIX}{name}"):
        return [pair]
    if LANGUAGE.fullmatch(name):
        return [(name, PIVOT), (PIVOT, name)] if name != PIVOT else []
    model(name)
    return []


def fetch_pairs(pairs: Sequence[Pair]) -> None:
    """Bring the models of pairs here; all that can be brought are, then what is not offered is an error."""
    import httpx2  # slow

    from twinhall import translation_settings
    from twinhall.engines.marian import store
    from twinhall.engines.marian.catalogue import fetch_list
    from twinhall.language.failure import EngineError

    if not pairs:
        return
    url = translation_settings.current().model_list
    with httpx2.Client(timeout=TIMEOUT_S, follow_redirects=True) as client:
        listed = fetch_list(client, url)
        wanted = list(dict.fromkeys(leg for pair in pairs for leg in legs(pair, listed)))
        there = [listed[pair] for pair in wanted if pair in listed]
        store.make_room(there)
        for offer in there:
            model = store.fetch(client, offer, progress(offer))
            print(f"{model.name}: version {offer.version} {offer.architecture}, verified and installed")
    if lacking := [f"{source}-{target}" for source, target in wanted if (source, target) not in listed]:
        raise EngineError(f"the list of models at {httpx2.URL(url).host} has none for {', '.join(lacking)}")


def legs(pair: Pair, listed: "dict[Pair, Offer]") -> list[Pair]:
    """Return the models that a pair needs: its own, or two through English."""
    source, target = pair
    return [pair] if pair in listed or PIVOT in pair else [(source, PIVOT), (PIVOT, target)]


def progress(offer: "Offer") -> "Progress":
    """Return what tells a person how far a download is."""
    return Progress(f"{offer.source}-{offer.target}")


class Progress:
    """Writes a line over and over on a terminal; writes nothing elsewhere."""

    def __init__(self, pair: str) -> None:
        self._pair = pair

    def __call__(self, name: str, there: int, size: int) -> None:
        """Tell how many of the bytes are there."""
        if sys.stderr.isatty():
            end = "\n" if there >= size else ""
            words = f"{self._pair} {name}: {there / 1e6:.1f} of {size / 1e6:.1f} MB"
            print(f"\r{words}", end=end, file=sys.stderr, flush=True)


def told_of_pairs() -> Iterator[str]:
    """Yield for each pair of our languages how it is translated here; then what is missing."""
    from twinhall.engines.translators import choice  # slow
    from twinhall.language.languages import LANGUAGES

    chosen = choice()
    reasons: dict[str, None] = {}
    yield "translation, by the engines of TWINHALL_TRANSLATORS"
    for source, target in permutations(LANGUAGES, 2):
        way = next(chosen.ways(source, target), None)
        if way is None:
            reasons |= dict.fromkeys(chosen.reasons(source, target))
            yield f"{source}-{target}  missing"
        else:
            through = f" through {way.pivot}" if way.pivot else ""
            yield f"{source}-{target}  {way.engine}{through}  {way.model()}"
    yield from (f"    {reason}" for reason in reasons)
