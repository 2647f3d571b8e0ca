"""Deciding about a rendition: who wrote it, who answers for it, and what forbids to approve it."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils import timezone

from twinhall.hall.people.models import User
from twinhall.hall.translation.actions.standing import NotDecided, Overtaken, token_of
from twinhall.hall.translation.actions.versions import keep_removal, keep_version
from twinhall.hall.translation.enums import Origin, Status
from twinhall.hall.translation.models import Rendition, Text
from twinhall.hall.translation.queries.together import Together, together
from twinhall.language.rendering.fidelity import Difference, differences, look_of
from twinhall.language.terms import Concept, TermWarning, check_rendition


class TermsOpen(NotDecided):
    """Names or terms are not in their agreed form. Attribute: warnings."""

    def __init__(self, warnings: Sequence[TermWarning]) -> None:
        super().__init__(len(warnings))
        self.warnings = warnings


class NothingWritten(NotDecided):
    """An empty rendition can be neither reviewed nor approved."""


class NumbersOpen(NotDecided):
    """Numbers, units or quotation marks differ, and nobody has looked at them yet. Attribute: found."""

    def __init__(self, found: Sequence[Difference]) -> None:
        super().__init__(len(found))
        self.found = found


class NotAsShown(NotDecided):
    """What was to be approved together is not what was shown."""


@transaction.atomic
def decide(
    text_id: int,
    language: str,
    body: str,
    status: str,
    *,
    by: User,
    seen: str,
    concepts: Sequence[Concept],
    looked: str = "",
) -> Rendition | None:
    """Store a rendition and where it stands; an empty draft takes it away.

    seen: token_of the state that was on the page; looked: look_of the differences shown there, without which
    a text that has them is not approved. What a person typed is theirs: its origin is human.
    Raises Overtaken, TermsOpen, NumbersOpen, NothingWritten.
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
            keep_removal(held, by=by)
            held.delete()
        return None
    if status == Status.APPROVED:
        _must_be_approvable(text, language, body, concepts, looked)
    rendition = held or Rendition(text=text, language=language)
    if held is None or held.body != body:
        rendition.body, rendition.origin, rendition.engine = body, Origin.HUMAN, ""
        rendition.model = rendition.pivot = rendition.rung = rendition.termbase = ""
        rendition.written_by, rendition.sample, rendition.flags = by, False, []
    _stand(rendition, text, status, by)
    return rendition


def _must_be_approvable(
    text: Text, language: str, body: str, concepts: Sequence[Concept], looked: str
) -> None:
    warnings = check_rendition(text.body, text.language, body, language, concepts)
    if warnings:
        raise TermsOpen(warnings)
    found = differences(text.body, body, text.language, language)
    if found and looked != look_of(found):
        raise NumbersOpen(found)


@transaction.atomic
def approve_reviewed(
    texts: Iterable[Text], language: str, *, by: User, concepts: Sequence[Concept], seen: str = ""
) -> Together:
    """Approve every reviewed rendition of the texts that needs no look of its own; return what was done.

    seen: the token of what was shown; "" approves whatever there is now. Raises NotAsShown.
    """
    held = list(texts)
    rows = Rendition.objects.select_for_update().filter(text__in=held, language=language)
    list(rows.values_list("pk", flat=True))  # held until the end
    found = together(held, language, concepts)
    if seen and seen != found.token:
        raise NotAsShown(len(found.ready))
    for rendition in found.ready:
        _stand(rendition, rendition.text, Status.APPROVED, by)
    return found


def _stand(rendition: Rendition, text: Text, status: str, by: User) -> None:
    decided = status != Status.DRAFT
    rendition.status = status
    rendition.source_revision = text.revision
    rendition.reviewer = by if decided else None
    rendition.reviewer_name = by.name if decided else ""
    rendition.reviewed_at = timezone.now() if decided else None
    rendition.save()
    keep_version(rendition, by=by)
