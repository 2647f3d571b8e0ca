"""What machines write: drafts with all that is known of how they were made, never over a person's work."""

from dataclasses import asdict, dataclass

from django.core import signing
from django.db import transaction

from twinhall.hall.people.models import User
from twinhall.hall.translation.actions.standing import Overtaken, token_of
from twinhall.hall.translation.actions.versions import keep_version
from twinhall.hall.translation.enums import Origin, Status
from twinhall.hall.translation.models import Rendition, Text
from twinhall.hall.translation.queries import open_to_machine
from twinhall.language.rendering.document import RenderedLine

SALT = "twinhall.proposal"
PROPOSED_FOR_S = 24 * 60 * 60


class NoProposal(Exception):
    """What was sent back is not what was proposed, or is of another sentence."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A machine's text and its provenance, as models.Made names it."""

    body: str
    engine: str
    model: str
    pivot: str
    rung: str
    termbase: str
    flags: tuple[str, ...]


def draft_of(line: RenderedLine) -> Draft:
    """Return what an engine made of a sentence."""
    body = " ".join(line.text.split())
    return Draft(
        body, line.engine[:80], line.model[:300], line.pivot or "", line.rung[:80], line.termbase, line.flags
    )


@transaction.atomic
def store_draft(text_id: int, revision: int, language: str, draft: Draft, *, by: User | None) -> bool:
    """Store a machine's draft for the words that it was made from; False where nothing was to be stored.

    That is so when the sentence is gone or reads otherwise now, or a person has worked on it meanwhile.
    by: who asked for it; the draft is nobody's until a person decides.
    """
    text = Text.objects.select_for_update().filter(pk=text_id, revision=revision).first()
    if text is None:
        return False
    held = Rendition.objects.filter(text=text, language=language).first()
    if not open_to_machine(held, text):
        return False
    _write(held or Rendition(text=text, language=language), draft, revision, by=by)
    return True


def sealed(text: Text, language: str, draft: Draft) -> str:
    """Return a proposal as a page carries it: it comes back unchanged or not at all."""
    return signing.dumps([text.pk, text.revision, language, asdict(draft)], salt=SALT, compress=True)


@transaction.atomic
def take_proposal(text_id: int, language: str, proposal: str, *, by: User, seen: str) -> Rendition:
    """Make a proposal the draft; its origin stays the machine. Raises Overtaken, NoProposal."""
    try:
        for_text, revision, for_language, told = signing.loads(proposal, salt=SALT, max_age=PROPOSED_FOR_S)
    except (signing.BadSignature, ValueError) as error:
        raise NoProposal(text_id) from error
    if (for_text, for_language) != (text_id, language):
        raise NoProposal(text_id)
    text = Text.objects.select_for_update().get(pk=text_id)
    held = Rendition.objects.filter(text=text, language=language).first()
    if seen != token_of(text, held):
        raise Overtaken(text, held)
    draft = Draft(**told | {"flags": tuple(told["flags"])})
    return _write(held or Rendition(text=text, language=language), draft, revision, by=by)


def _write(rendition: Rendition, draft: Draft, revision: int, *, by: User | None) -> Rendition:
    rendition.body, rendition.origin, rendition.status = draft.body, Origin.MACHINE, Status.DRAFT
    rendition.engine, rendition.model, rendition.pivot = draft.engine, draft.model, draft.pivot
    rendition.rung, rendition.termbase, rendition.flags = draft.rung, draft.termbase, list(draft.flags)
    rendition.source_revision, rendition.sample, rendition.written_by = revision, False, None
    rendition.reviewer, rendition.reviewer_name, rendition.reviewed_at = None, "", None
    rendition.save()
    keep_version(rendition, by=by)
    return rendition
