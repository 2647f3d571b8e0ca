"""Terms that were agreed for one meeting only."""

from django.db import models

from twinhall.hall.meetings.models.planned import Meeting
from twinhall.hall.translation.models import Concept


class MeetingTerm(models.Model):
    """Says for which meeting a concept with the scope "meeting" holds."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="terms")
    concept = models.OneToOneField(Concept, models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"meeting term {self.pk}"
