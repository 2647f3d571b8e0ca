"""Keeping the translation memory: taken up when approved, withdrawn when the approval no longer stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F

from twinhall.hall.cities.models import Relation
from twinhall.hall.translation.enums import Status
from twinhall.hall.translation.models import MemoryPair, MemoryState, Rendition, Text
from twinhall.hall.translation.queries import is_stale


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its renditions at hand, and the words of the one in front of it, "" at the start."""

    text: Text
    before: str


@transaction.atomic
def keep_approved(sentences: Sequence[Sentence], *, relation: Relation, occasion: Text) -> int:
    """Bring the memory in line with what stands approved of some sentences; return how many pairs changed.

    occasion: the title of what they are said at. A pair that an officer took out stays out until its sentence
    is approved anew. Two queries where nothing changed. Uses text.renditions.all().
    """
    rows = MemoryPair.objects.filter(text__in=[s.text for s in sentences])
    held = {(row.text_id, row.target_language): row for row in rows}
    changed: list[MemoryPair] = []
    for sentence in sentences:
        for rendition in sentence.text.renditions.all():
            if rendition.status != Status.APPROVED or is_stale(rendition, sentence.text):
                continue
            pair = held.pop((sentence.text.pk, rendition.language), None) or MemoryPair(text=sentence.text)
            if _rewritten(pair, _told(sentence, rendition, relation, occasion)):
                changed.append(pair)
    for pair in held.values():
        if not pair.withdrawn:
            pair.withdrawn = True
            changed.append(pair)
    _store(changed)
    return len(changed)


@transaction.atomic
def take_out(pair_id: int) -> None:
    """Take a pair out of the memory; its sentence and the approval stay as they are."""
    pair = MemoryPair.objects.select_for_update().get(pk=pair_id)
    pair.withdrawn = pair.taken_out = True
    _store([pair])


@transaction.atomic
def add_pairs(pairs: Iterable[MemoryPair]) -> int:
    """Add pairs that were brought in, not yet stored; return how many."""
    return _store(list(pairs))


def _told(sentence: Sentence, rendition: Rendition, relation: Relation, occasion: Text) -> dict[str, Any]:
    return {
        "source_language": sentence.text.language,
        "source": sentence.text.body,
        "target_language": rendition.language,
        "target": rendition.body,
        "before": sentence.before,
        "relation_id": relation.pk,
        "occasion_id": occasion.pk,
        "approved_by_id": rendition.reviewer_id,
        "approver_name": rendition.reviewer_name,
        "approved_at": rendition.reviewed_at,
        "sample": rendition.sample,
    }


def _rewritten(pair: MemoryPair, told: Mapping[str, Any]) -> bool:
    """Put into a pair what stands now; False if it says so already."""
    before = {name: getattr(pair, name) for name in told}
    if before == told and (pair.taken_out or not pair.withdrawn):
        return False
    anew = any(before[name] != told[name] for name in ("source", "target", "approved_at"))
    for name, value in told.items():
        setattr(pair, name, value)
    pair.taken_out = pair.taken_out and not anew
    pair.withdrawn = pair.taken_out
    return True


def _store(pairs: Sequence[MemoryPair]) -> int:
    """Store pairs under the next revision of the memory. Writers wait for each other: it grows in order."""
    if not pairs:
        return 0
    if not MemoryState.objects.filter(pk=1).update(revision=F("revision") + 1):
        MemoryState.objects.create(pk=1, revision=1)
    revision = MemoryState.objects.get(pk=1).revision
    for pair in pairs:
        pair.revision = revision
    known = [pair for pair in pairs if pair.pk is not None]
    MemoryPair.objects.bulk_create([pair for pair in pairs if pair.pk is None], batch_size=500)
    for pair in known:
        pair.save()
    return len(pairs)
