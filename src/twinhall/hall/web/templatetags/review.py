"""What the machine, the reviewer and the history have to say, in words."""

from django import template
from django.utils.translation import gettext, ngettext

from twinhall.hall.meetings.enums import ReviewState
from twinhall.hall.meetings.models import Review
from twinhall.hall.meetings.queries.comparing import Piece, compared
from twinhall.hall.meetings.queries.drafting import Progress, Trouble
from twinhall.hall.translation.engines import Offer
from twinhall.hall.translation.queries.history import Deed, Event
from twinhall.hall.translation.queries.together import Together

register = template.Library()


@register.simple_tag
def offer_words(offer: Offer) -> str:
    """Whether the text leaves the house, and who pays."""
    if not offer.leaves:
        told = gettext("On this machine. The text does not leave the house.")
    elif offer.metered:
        told = gettext("An outside service. The text is sent there, and somebody is charged for it.")
    else:
        told = gettext("Another server. The text is sent there.")
    return told


@register.simple_tag
def trouble_words(trouble: str) -> str:
    """Why the machine stopped, in the officer's words."""
    told = {
        Trouble.QUOTA: gettext("What was paid for at this service is used up."),
        Trouble.KEY: gettext(
            "The service does not accept this installation’s key. The administrator can mend it."
        ),
        Trouble.UNREACHABLE: gettext("The service does not answer, or is too busy. Try again later."),
        Trouble.NOT_READY: gettext(
            "This machine translation is not set up here. The administrator can do it."
        ),
        Trouble.INTERRUPTED: gettext("The work was interrupted."),
    }
    return told.get(Trouble(trouble), gettext("The machine could not go on."))


@register.simple_tag
def count_of(machine: Progress) -> str:
    """5 of 12 sentences"""
    drafting = machine.drafting
    told = ngettext("%(done)s of %(total)s sentence", "%(done)s of %(total)s sentences", drafting.total)
    return told % {"done": drafting.done + drafting.left, "total": drafting.total}


@register.simple_tag
def result_of(machine: Progress) -> str:
    """What the machine did, when it is done."""
    done = machine.drafting.done
    told = ngettext(
        "The machine translated %(count)s sentence. It is a draft until somebody approves it.",
        "The machine translated %(count)s sentences. They are drafts until somebody approves them.",
        done,
    )
    return told % {"count": done}


@register.simple_tag
def rest_of(machine: Progress) -> str:
    """What it could not do, "" if nothing."""
    left = machine.drafting.left
    told = ngettext(
        "%(count)s sentence could not be translated.", "%(count)s sentences could not be translated.", left
    )
    return told % {"count": left} if left else ""


@register.simple_tag
def left_out(together: Together) -> list[str]:
    """Why some are not approved with the others, a line each."""
    lines = [
        (
            together.terms,
            ngettext(
                "%(count)s sentence: a term is not in its agreed form",
                "%(count)s sentences: a term is not in its agreed form",
                together.terms,
            ),
        ),
        (
            together.flagged,
            ngettext(
                "%(count)s sentence: numbers or something else want a look",
                "%(count)s sentences: numbers or something else want a look",
                together.flagged,
            ),
        ),
        (
            together.stale,
            ngettext(
                "%(count)s sentence: the original was changed since",
                "%(count)s sentences: the original was changed since",
                together.stale,
            ),
        ),
        (
            together.talked,
            ngettext(
                "%(count)s sentence: with an open comment",
                "%(count)s sentences: with an open comment",
                together.talked,
            ),
        ),
    ]
    return [told % {"count": count} for count, told in lines if count]


@register.simple_tag
def deed_words(event: Event, machine: str) -> str:
    """Who did what. machine: the engine's name, for a machine's draft."""
    if event.deed is Deed.MACHINE:
        told = gettext("Drafted by machine (%(engine)s), asked for by %(name)s")
        return (told if event.by else gettext("Drafted by machine (%(engine)s)")) % {
            "engine": machine,
            "name": event.by,
        }
    known = {
        Deed.REWORDED: gettext("%(name)s changed the original"),
        Deed.MEMORY: gettext("%(name)s took it from the translation memory"),
        Deed.WRITTEN: gettext("%(name)s wrote a draft"),
        Deed.REVIEWED: gettext("%(name)s marked it as reviewed"),
        Deed.APPROVED: gettext("%(name)s approved it"),
        Deed.BACK: gettext("%(name)s brought an earlier version back"),
        Deed.REOPENED: gettext("%(name)s made it a draft again"),
        Deed.REMOVED: gettext("%(name)s took the translation away"),
    }
    unknown = {
        Deed.REWORDED: gettext("The original was changed"),
        Deed.MEMORY: gettext("Taken from the translation memory"),
        Deed.WRITTEN: gettext("A draft was written"),
        Deed.REVIEWED: gettext("Marked as reviewed"),
        Deed.APPROVED: gettext("Approved"),
        Deed.BACK: gettext("An earlier version was brought back"),
        Deed.REOPENED: gettext("Made a draft again"),
        Deed.REMOVED: gettext("The translation was taken away"),
    }
    return known[event.deed] % {"name": event.by} if event.by else unknown[event.deed]


@register.simple_tag
def difference_of(event: Event, language: str) -> tuple[Piece, ...]:
    """What was changed in the original."""
    return compared(event.before, event.after, language)


@register.simple_tag
def review_words(review: Review) -> str:
    """Reviewer: name, how far."""
    told = {
        ReviewState.ASSIGNED: gettext("Reviewer: %(name)s, not begun"),
        ReviewState.IN_WORK: gettext("Reviewer: %(name)s, in work"),
        ReviewState.DONE: gettext("Reviewer: %(name)s, finished"),
    }
    return told[ReviewState(review.state)] % {"name": review.reviewer.name}
