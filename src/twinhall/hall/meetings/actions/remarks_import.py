"""Taking a file or a pasted text into remarks: received, read, shown, then taken over."""

from collections.abc import Sequence

from django.db import transaction

from twinhall.hall.meetings.actions.remarks import Change, changing
from twinhall.hall.meetings.documents.values import MOST_BYTES, Refusal, Version
from twinhall.hall.meetings.enums import ImportState
from twinhall.hall.meetings.jobs import read_import
from twinhall.hall.meetings.models import Remarks, RemarksImport, Segment
from twinhall.hall.meetings.queries.intake import Fate, Plan, plan, read_sentences
from twinhall.hall.meetings.queries.remarks import terms_of
from twinhall.hall.people.models import User
from twinhall.hall.translation.actions import keep_version, keep_versions, new_rendition, rewrite_text
from twinhall.hall.translation.enums import Status
from twinhall.hall.translation.models import Rendition, Text
from twinhall.hall.translation.queries import is_stale
from twinhall.language.terms import Concept, check_rendition

AT_ONCE = 200_000  # bytes of text that are read while the page waits; more is a job's work
PACKED_AT_ONCE = 40_000  # bytes of a DOCX: some 80 pages without pictures, 2 s


class NotReady(Exception):
    """Not read yet, refused, or taken over already."""


def receive(remarks: Remarks, data: bytes, file_name: str, *, by: User | None) -> RemarksImport:
    """Keep what was brought and read it: now if it is small, else by a job. The remarks do not change yet."""
    too_large = len(data) > MOST_BYTES
    row = RemarksImport.objects.create(
        remarks=remarks,
        file_name=file_name[:200],
        data=None if too_large else data,
        state=ImportState.REFUSED if too_large else ImportState.READING,
        reason=Refusal.TOO_LARGE if too_large else "",
        created_by=by,
    )
    if len(data) <= (PACKED_AT_ONCE if data.startswith(b"PK") else AT_ONCE):
        read_import.call(row.pk)
        row.refresh_from_db()
    elif not too_large:
        read_import.enqueue(row.pk)
    return row


@transaction.atomic
def take_over(import_id: int, *, append: bool, trust: bool, by: User | None) -> Plan:
    """Put what was read into the remarks and return what was done. Raises NotReady.

    A sentence that is there already keeps its renditions; one that was changed keeps them as stale.
    trust: what the file calls approved is approved by `by`; else it counts as reviewed. An approved rendition
    that stands here is only replaced by another approved one, and only with trust.
    """
    moved = RemarksImport.objects.filter(pk=import_id, state=ImportState.READY)
    if not moved.update(state=ImportState.APPLIED):
        raise NotReady(import_id)
    row = RemarksImport.objects.select_related("remarks__item__meeting__relation").get(pk=import_id)
    remarks, sentences = row.remarks, read_sentences(row)
    concepts = terms_of(remarks.item.meeting)
    planned = plan(remarks, sentences, append=append)
    touched = [old.text_id for old in planned.gone] + [
        fate.segment.text_id for fate in planned.fates if fate.segment
    ]
    change = Change.APPEND if append else Change.REPLACE
    with changing(remarks.pk, change, touched, by=by):
        Segment.objects.filter(pk__in=[old.pk for old in planned.gone]).delete()  # texts stay, for undo
        places = list(enumerate(planned.fates, planned.first))
        _add_new(remarks, [(n, f) for n, f in places if f.segment is None], concepts, trust=trust, by=by)
        for position, fate in places:
            if fate.segment is not None:
                _keep(fate.segment, fate, position, concepts, trust=trust, by=by)
    RemarksImport.objects.filter(remarks=remarks).exclude(pk=row.pk).delete()
    RemarksImport.objects.filter(pk=row.pk).update(sentences=[], data=None)
    return planned


def drop(import_id: int) -> None:
    """Forget what was brought and not taken over."""
    RemarksImport.objects.filter(pk=import_id).exclude(state=ImportState.APPLIED).delete()


def _add_new(
    remarks: Remarks,
    placed: Sequence[tuple[int, Fate]],
    concepts: Sequence[Concept],
    *,
    trust: bool,
    by: User | None,
) -> None:
    """Store sentences that were not there before: three statements a few hundred of them."""
    texts = Text.objects.bulk_create(
        [Text(language=remarks.language, body=fate.sentence.text) for _, fate in placed]
    )
    pairs = list(zip(placed, texts, strict=True))
    Segment.objects.bulk_create(
        [Segment(remarks=remarks, position=position, text=text) for (position, _), text in pairs]
    )
    renditions = Rendition.objects.bulk_create(
        [
            _rendition(text, version, _status(text, version, concepts, trust=trust), by)
            for (_, fate), text in pairs
            for version in fate.sentence.versions
        ]
    )
    keep_versions(renditions, by=by)


def _keep(
    segment: Segment,
    fate: Fate,
    position: int,
    concepts: Sequence[Concept],
    *,
    trust: bool,
    by: User | None,
) -> None:
    """Put a sentence that was there in its place, with its new words and translations if it has any."""
    text = segment.text
    rewrite_text(text, fate.sentence.text, by=by)
    if segment.position != position:
        Segment.objects.filter(pk=segment.pk).update(position=position)
    held = {rendition.language: rendition for rendition in text.renditions.all()}
    for version in fate.sentence.versions:
        status = _status(text, version, concepts, trust=trust)
        before = held.get(version.language)
        if before is not None and not is_stale(before, text):
            stands = before.status == Status.APPROVED and status != Status.APPROVED
            same = before.body == version.body and status in (before.status, Status.DRAFT)
            if stands or same:
                continue
        rendition = _rendition(text, version, status, by)
        rendition.pk = before.pk if before else None
        rendition.save()
        keep_version(rendition, by=by)


def _rendition(text: Text, version: Version, status: str, by: User | None) -> Rendition:
    return new_rendition(
        text,
        version.language,
        version.body,
        by=by,
        origin=version.origin,
        engine=version.engine,
        status=status,
    )


def _status(text: Text, version: Version, concepts: Sequence[Concept], *, trust: bool) -> str:
    """What a file calls approved is so only if an officer answers for it and every term is exact."""
    if version.status != Status.APPROVED:
        return version.status
    wrong = check_rendition(text.body, text.language, version.body, version.language, concepts)
    return Status.APPROVED if trust and not wrong else Status.REVIEWED
