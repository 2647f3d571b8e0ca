"""The engines of this installation as an officer chooses among them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from twinhall.language.choice import Choice
from twinhall.language.translation import Cost

INSTALLED = "twinhall.engines.translators.choice"


@dataclass(frozen=True, slots=True)
class Offer:
    """An engine, and whether it can translate a pair here.

    lacks: what is missing, in the engine's own words, "" if nothing. usual: the settings ask it first.
    """

    name: str
    metered: bool
    leaves: bool  # the text leaves this machine
    pivot: str
    lacks: str
    usual: bool = False


def installed() -> Choice:
    """Return the engines that the setting TRANSLATORS names (those of the environment if unset)."""
    choice: Choice = import_string(getattr(settings, "TRANSLATORS", INSTALLED))()
    return choice


def chosen(name: str) -> Choice:
    """Return one engine alone, or all in the order of the settings for "". Raises EngineError."""
    return installed().alone(name) if name else installed()


def offers(source: str, target: str) -> list[Offer]:
    """Return every engine, those that are ready for the pair first, in the order of the settings.

    Cost: an engine on a network may be asked what it knows, once.
    """
    choice = installed()
    order = [*choice.order(source, target)]
    names = [*order, *(name for name in choice.engines if name not in order)]
    found = [_offer(choice, name, source, target) for name in names]
    ready = [offer for offer in found if not offer.lacks]
    usual = next((offer for offer in ready if offer.name in order), None)
    marked = [_with_usual(offer, offer is usual) for offer in ready]
    return marked + [offer for offer in found if offer.lacks]


def usual_of(found: Sequence[Offer]) -> Offer | None:
    """Return the engine that is asked unless an officer chooses another; None without any that is ready."""
    ready = [offer for offer in found if not offer.lacks]
    return next((offer for offer in ready if offer.usual), ready[0] if ready else None)


def _offer(choice: Choice, name: str, source: str, target: str) -> Offer:
    alone, facts = choice.alone(name), choice.engines[name].facts
    way = next(alone.ways(source, target), None)
    lacks = "" if way else "; ".join(alone.reasons(source, target))
    return Offer(name, facts.cost is Cost.METERED, facts.leaves, (way.pivot if way else None) or "", lacks)


def _with_usual(offer: Offer, usual: bool) -> Offer:
    return Offer(offer.name, offer.metered, offer.leaves, offer.pivot, offer.lacks, usual)
