"""The engines of this installation as an officer chooses among them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.utils.module_loading import import_string

from twinhall.environment import SettingError
from twinhall.language.choice import Choice
from twinhall.language.translation import Cost

INSTALLED = "twinhall.engines.translators.choice"
SEVERAL = "+"  # between the names of engines that do a pair together


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
    """Return one engine alone, or all in the order of the settings for "" or several. Raises EngineError."""
    return installed().alone(name) if name and SEVERAL not in name else installed()


def offers(source: str, target: str) -> list[Offer]:
    """Return every engine, those that are ready for the pair first, in the order of the settings.

    Where none can do it alone and two can together, they are one offer. Settings that cannot be read are
    told as something that is missing. Cost: an engine on a network may be asked what it knows, once.
    """
    try:
        choice = installed()
    except SettingError as error:
        return [Offer("TWINHALL_TRANSLATORS", False, False, "", str(error))]
    order = [*choice.order(source, target)]
    names = [*order, *(name for name in choice.engines if name not in order)]
    found = [_offer(choice.alone(name), name, source, target) for name in names]
    ready = [offer for offer in found if not offer.lacks]
    way = next(choice.ways(source, target), None)
    if way and not ready:
        ready = [_offer(choice, way.engine, source, target)]
    usual = next((offer for offer in ready if way and offer.name == way.engine), None)
    marked = [replace(offer, usual=offer is usual) for offer in ready]
    return marked + [offer for offer in found if offer.lacks]


def usual_of(found: Sequence[Offer]) -> Offer | None:
    """Return the engine that is asked unless an officer chooses another; None without any that is ready."""
    ready = [offer for offer in found if not offer.lacks]
    return next((offer for offer in ready if offer.usual), ready[0] if ready else None)


def _offer(choice: Choice, name: str, source: str, target: str) -> Offer:
    facts = [choice.engines[part].facts for part in name.split(SEVERAL)]
    way = next(choice.ways(source, target), None)
    return Offer(
        name,
        metered=any(f.cost is Cost.METERED for f in facts),
        leaves=any(f.leaves for f in facts),
        pivot=(way.pivot if way else None) or "",
        lacks="" if way else "; ".join(choice.reasons(source, target)),
    )
