"""Reading what was brought into remarks."""

from dataclasses import asdict

from django_tasks import task

from twinhall.hall.meetings.documents.reading import read_document
from twinhall.hall.meetings.documents.values import Expected, Unusable
from twinhall.hall.meetings.enums import ImportState
from twinhall.hall.meetings.models import RemarksImport
from twinhall.hall.meetings.queries.remarks import targets_of


@task()
def read_import(import_id: int) -> None:
    """Read the file of an import, or refuse it with the reason. One that was read already stays as it is."""
    rows = RemarksImport.objects.filter(pk=import_id, state=ImportState.READING)
    row = rows.select_related(
        "remarks__participant", "remarks__item__meeting__host", "remarks__item__meeting__partner"
    ).first()
    if row is None or row.data is None:
        return
    remarks = row.remarks
    expected = Expected(remarks.language, tuple(targets_of(remarks, remarks.item.meeting)))
    try:
        document = read_document(bytes(row.data), expected)
    except Unusable as unusable:
        rows.update(
            state=ImportState.REFUSED, reason=unusable.reason, detail=unusable.detail[:200], data=None
        )
        return
    rows.update(
        state=ImportState.READY,
        file_format=document.format,
        encoding=document.encoding,
        sentences=[asdict(sentence) for sentence in document.sentences],
        warnings=[asdict(warning) for warning in document.warnings],
        data=None,
    )
