"""Which reviewed renditions can be approved together, and which want a look of their own."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twinhall.hall.translation.enums import Status
from twinhall.hall.translation.models import Comment, Rendition, Text
from twinhall.hall.translation.queries.readings import is_stale
from twinhall.language.rendering.fidelity import INFORMS, differences
from twinhall.language.terms import Concept, check_rendition


@dataclass(frozen=True, slots=True)
class Together:
    """Reviewed renditions. ready: to be approved together; the others by why they are left out, each once."""

    ready: tuple[Rendition, ...]
    terms: int  # a term is not in its agreed form
    stale: int  # the original was changed since
    flagged: int  # numbers, units, quotation marks, or what an engine said of its own work
    talked: int  # with an open comment

    @property
    def left_out(self) -> int:
        return self.terms + self.stale + self.flagged + self.talked

    @property
    def token(self) -> str:
        """What names these very renditions as they stand."""
        told = ",".join(f"{r.pk}:{r.changed_at.timestamp()}" for r in self.ready)
        return hashlib.sha256(told.encode()).hexdigest()[:32]


def together(texts: Iterable[Text], language: str, concepts: Sequence[Concept]) -> Together:
    """Return what of the texts can be approved at once. Two queries."""
    keys = [text.pk for text in texts]
    reviewed = Rendition.objects.filter(text__in=keys, language=language, status=Status.REVIEWED)
    talked = set(
        Comment.objects.filter(text__in=keys, language=language, settled_at=None).values_list(
            "text", flat=True
        )
    )
    ready: list[Rendition] = []
    counts = {"terms": 0, "stale": 0, "flagged": 0, "talked": 0}
    for rendition in reviewed.select_related("text").order_by("pk"):
        why = _why_not(rendition, concepts, rendition.text_id in talked)
        if why:
            counts[why] += 1
        else:
            ready.append(rendition)
    return Together(tuple(ready), **counts)


def _why_not(rendition: Rendition, concepts: Sequence[Concept], talked: bool) -> str:
    text, language = rendition.text, rendition.language
    if is_stale(rendition, text):
        return "stale"
    if check_rendition(text.body, text.language, rendition.body, language, concepts):
        return "terms"
    if set(rendition.flags) - INFORMS or differences(text.body, rendition.body, text.language, language):
        return "flagged"
    return "talked" if talked else ""
