"""Work that is done beside the pages. Jobs take ids and may run twice."""

from twinhall.hall.meetings.jobs.drafting import draft_missing
from twinhall.hall.meetings.jobs.imports import read_import

__all__ = ["draft_missing", "read_import"]
