"""Which change of remarks can be taken back."""

from twinhall.hall.meetings.models import PastRemarks, Remarks
from twinhall.hall.translation.models import Rendition


def last_change(remarks: Remarks) -> PastRemarks | None:
    """Return the change that undo would take back now; None if there is none, or it was worked on since."""
    past = PastRemarks.objects.filter(remarks=remarks).first()
    if past is None:
        return None
    untouched = [entry["text"] for entry in past.sentences if "body" not in entry]
    since = Rendition.objects.filter(text__segment__remarks=remarks, changed_at__gt=past.made_at)
    return None if since.exclude(text__in=untouched).exists() else past
