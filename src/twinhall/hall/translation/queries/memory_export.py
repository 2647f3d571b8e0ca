"""The translation memory as units of a file."""

from collections.abc import Collection, Iterator

from django.db.models import QuerySet

from twinhall.hall.translation.models import MemoryPair
from twinhall.language.tmx import Unit, Version

AT_A_TIME = 2_000


def units_of(pairs: QuerySet[MemoryPair], languages: Collection[str] = ()) -> Iterator[Unit]:
    """Yield a unit for each pair, with who approved it and when. languages: only pairs of these two."""
    rows = pairs.order_by("pk").select_related(None).prefetch_related(None)
    if languages:
        rows = rows.filter(source_language__in=languages, target_language__in=languages)
    for row in rows.iterator(AT_A_TIME):
        versions = {
            row.source_language: Version(row.source),
            row.target_language: Version(row.target, row.approver_name, row.approved_at),
        }
        yield Unit(0, row.source_language, versions, row.before, row.sample)
