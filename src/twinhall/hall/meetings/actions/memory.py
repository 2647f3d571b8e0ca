"""What the translation memory learns from remarks."""

from twinhall.hall.meetings.models import Remarks, Segment
from twinhall.hall.translation.actions import Sentence, keep_approved


def remember(remarks: Remarks) -> None:
    """Bring the translation memory in line with what stands approved in remarks. Four queries at least."""
    meeting = remarks.item.meeting
    rows = Segment.objects.filter(remarks=remarks).select_related("text").prefetch_related("text__renditions")
    sentences, before = [], ""
    for row in rows:
        sentences.append(Sentence(row.text, before))
        before = row.text.body
    keep_approved(sentences, relation=meeting.relation, occasion=meeting.title)
