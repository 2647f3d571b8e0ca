"""Terms that were agreed for one meeting only, and files of terms on their way in."""

from django.conf import settings
from django.db import models

from twinhall.hall.meetings.models.planned import Meeting
from twinhall.hall.translation.models import Concept


class MeetingTerm(models.Model):
    """Says for which meeting a concept with the scope "meeting" holds."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="terms")
    concept = models.OneToOneField(Concept, models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"meeting term {self.pk}"


class TermsImport(models.Model):
    """A file of terms on its way: taken over or dropped. It is read anew each time it is looked at.

    holds: where its terms are to hold, as in queries.term_places.
    """

    file_name = models.CharField(max_length=200)
    holds = models.CharField(max_length=40)
    data = models.BinaryField()
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"terms import {self.pk}"
