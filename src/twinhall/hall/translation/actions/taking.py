"""Taking a translation in from the memory: its origin is told, and none is approved by itself."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from twinhall.hall.people.models import User
from twinhall.hall.translation.actions.standing import NotDecided, Overtaken, token_of
from twinhall.hall.translation.actions.texts import new_rendition, write_rendition
from twinhall.hall.translation.actions.versions import keep_versions
from twinhall.hall.translation.enums import Origin, Status
from twinhall.hall.translation.models import Rendition, Text
from twinhall.hall.translation.queries.memory import Taken
from twinhall.language.terms import Concept, check_rendition


class StandsApproved(NotDecided):
    """An approved translation is not replaced by one from the memory: take the approval back first."""


@transaction.atomic
def take_in(
    text_id: int, language: str, taken: Taken, *, by: User, seen: str, concepts: Sequence[Concept]
) -> Rendition:
    """Put a translation from the memory in: reviewed if it is sure and its terms hold, else a draft.

    seen: token_of the state that was on the page. Raises Overtaken, StandsApproved.
    """
    text = Text.objects.select_for_update().get(pk=text_id)
    held = Rendition.objects.filter(text=text, language=language).first()
    if seen != token_of(text, held):
        raise Overtaken(text, held)
    if held is not None and held.status == Status.APPROVED and held.source_revision >= text.revision:
        raise StandsApproved(text.pk)
    return write_rendition(
        text,
        language,
        taken.pair.words_in(language),
        by=by,
        origin=Origin.MEMORY,
        status=_status(text, language, taken, concepts),
        sample=taken.pair.sample,
    )


@transaction.atomic
def fill_in(
    texts: Sequence[Text], language: str, taken: Mapping[int, Taken], *, by: User, concepts: Sequence[Concept]
) -> list[Rendition]:
    """Give the texts that have no translation yet the one the memory has for them; return what was put in.

    taken: by text. What someone else wrote meanwhile stays. Three queries.
    """
    written = set(
        Rendition.objects.filter(text__in=taken.keys(), language=language).values_list("text", flat=True)
    )
    new = [
        new_rendition(
            text,
            language,
            taken[text.pk].pair.words_in(language),
            by=by,
            origin=Origin.MEMORY,
            status=_status(text, language, taken[text.pk], concepts),
            sample=taken[text.pk].pair.sample,
        )
        for text in texts
        if text.pk in taken and text.pk not in written
    ]
    Rendition.objects.bulk_create(new, ignore_conflicts=True)
    keep_versions(new, by=by)
    return new


def _status(text: Text, language: str, taken: Taken, concepts: Sequence[Concept]) -> str:
    if not taken.sure:
        return Status.DRAFT
    wrong = check_rendition(text.body, text.language, taken.pair.words_in(language), language, concepts)
    return Status.DRAFT if wrong else Status.REVIEWED
