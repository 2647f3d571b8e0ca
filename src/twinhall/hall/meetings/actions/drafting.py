"""Having a machine draft what is missing: asked for, stopped, gone on with."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from twinhall.hall.meetings.enums import DraftingState
from twinhall.hall.meetings.jobs import draft_missing
from twinhall.hall.meetings.models import Drafting, Remarks
from twinhall.hall.meetings.queries.drafting import ACTIVE, Trouble, fell
from twinhall.hall.meetings.queries.remarks import terms_of
from twinhall.hall.people.models import User
from twinhall.hall.translation.actions import Draft, draft_of
from twinhall.hall.translation.engines import chosen
from twinhall.hall.translation.models import Text
from twinhall.language.failure import EngineError
from twinhall.language.rendering.agreed import AgreedTerms
from twinhall.language.rendering.document import Document
from twinhall.language.translation import Flag


class AlreadyDrafting(Exception):
    """A machine is at it already."""


def start(remarks: Remarks, language: str, engine: str, *, by: User) -> Drafting:
    """Have the sentences without a translation drafted, in a job. Raises AlreadyDrafting."""
    try:
        with transaction.atomic():
            _give_up_fallen(remarks, language)
            drafting = Drafting.objects.create(remarks=remarks, language=language, engine=engine, asked_by=by)
            drafting.task = str(draft_missing.enqueue(drafting.pk).id)
            drafting.save(update_fields=["task"])
    except IntegrityError as error:
        raise AlreadyDrafting(remarks.pk) from error
    return drafting


def stop(remarks: Remarks, language: str) -> None:
    """Stop the machine; what it has drafted stays."""
    active = Drafting.objects.filter(remarks=remarks, language=language, state__in=ACTIVE)
    active.update(state=DraftingState.STOPPED, ended_at=timezone.now())


def propose(remarks: Remarks, text: Text, language: str, engine: str) -> Draft:
    """Return what an engine makes of one sentence, terms exact; nothing is stored.

    Cost: as long as the engine takes, which bounds its own time. Raises EngineError.
    """
    terms = AgreedTerms(remarks.language, language, terms_of(remarks.item.meeting))
    document = Document(chosen(engine).translate, remarks.language, language, terms)
    line = next(document.lines([text.body]))
    if Flag.UNTRANSLATED in line.flags:
        raise EngineError(f"{engine} gave no text that can be used")
    return draft_of(line)


def _give_up_fallen(remarks: Remarks, language: str) -> None:
    for drafting in Drafting.objects.filter(remarks=remarks, language=language, state__in=ACTIVE):
        if fell(drafting):
            Drafting.objects.filter(pk=drafting.pk).update(
                state=DraftingState.FAILED, trouble=Trouble.INTERRUPTED, ended_at=timezone.now()
            )
