"""Deciding about a rendition: who wrote it, who answers for it, and what forbids to approve it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from twinhall.hall.people.models import User
from twinhall.hall.translation.enums import Origin, Status
from twinhall.hall.translation.models import Rendition, Text
from twinhall.hall.translation.queries import is_stale
from twinhall.language.terms import Concept, TermWarning, check_rendition

NOTHING_SEEN = "new"


class NotDecided(Exception):
    """A rendition that stays as it was."""


class Overtaken(NotDecided):
    """Someone else changed the sentence or its rendition since the page was made.

    Attributes: text, rendition: as they now stand.
    """

    def __init__(self, text: Text, rendition: Rendition | None) -> None:
        super().__init__(text.pk)
        self.text = text
        self.rendition = rendition


class TermsOpen(NotDecided):
    """Names or terms are not in their agreed form. Attribute: warnings."""

    def __init__(self, warnings: Sequence[TermWarning]) -> None:
        super().__init__(len(warnings))
        self.warnings = warnings


class NothingWritten(NotDecided):
    """An empty rendition can be neither reviewed nor approved."""


@dataclass(frozen=True, slots=True)
class Approvals:
    """What came of approving many at once."""

    approved: int
    held_back: int  # with an open term warning


def token_of(text: Text, rendition: Rendition | None) -> str:
    """Return what names this state of a sentence and its rendition: a page sends it back with a decision."""
    if rendition is None:
        return f"{text.revision}-{NOTHING_SEEN}"
    return f"{text.revision}-{rendition.changed_at:%Y%m%dT%H%M%S%f}"


@transaction.atomic
def decide(
    text_id: int, language: str, body: str, status: str, *, by: User, seen: str, concepts: Sequence[Concept]
) -> Rendition | None:
    """Store a rendition and where it stands; an empty draft takes it away.

    seen: token_of the state that was on the page. What a person typed is theirs: its origin is human.
    Raises Overtaken, TermsOpen, NothingWritten.
    """
    text = Text.objects.select_for_update().get(pk=text_id)
    held = Rendition.objects.filter(text=text, language=language).first()
    if seen != token_of(text, held):
        raise Overtaken(text, held)
    body = " ".join(body.split())
    if not body:
        if status != Status.DRAFT:
            raise NothingWritten
        if held:
            held.delete()
        return None
    if status == Status.APPROVED:
        warnings = check_rendition(text.body, text.language, body, language, concepts)
        if warnings:
            raise TermsOpen(warnings)
    rendition = held or Rendition(text=text, language=language)
    if held is None or held.body != body:
        rendition.body, rendition.origin, rendition.engine = body, Origin.HUMAN, ""
        rendition.written_by, rendition.sample = by, False
    _stand(rendition, text, status, by)
    return rendition


@transaction.atomic
def approve_reviewed(
    texts: Iterable[Text], language: str, *, by: User, concepts: Sequence[Concept]
) -> Approvals:
    """Approve every reviewed rendition of the texts as they now stand, but none with an open term warning."""
    approved = held_back = 0
    reviewed = Rendition.objects.select_related("text").select_for_update(of=("self",))
    for rendition in reviewed.filter(text__in=list(texts), language=language, status=Status.REVIEWED):
        text = rendition.text
        if is_stale(rendition, text):
            continue
        if check_rendition(text.body, text.language, rendition.body, language, concepts):
            held_back += 1
            continue
        _stand(rendition, text, Status.APPROVED, by)
        approved += 1
    return Approvals(approved, held_back)


def _stand(rendition: Rendition, text: Text, status: str, by: User) -> None:
    decided = status != Status.DRAFT
    rendition.status = status
    rendition.source_revision = text.revision
    rendition.reviewer = by if decided else None
    rendition.reviewer_name = by.name if decided else ""
    rendition.reviewed_at = timezone.now() if decided else None
    rendition.save()
