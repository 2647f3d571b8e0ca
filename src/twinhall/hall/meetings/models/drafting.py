"""What lies beside remarks while officers work on them: a file being taken in, and how they were before."""

from django.conf import settings
from django.db import models

from twinhall.hall.meetings.enums import ImportState
from twinhall.hall.meetings.models.planned import Remarks


class RemarksImport(models.Model):
    """A file or pasted text on its way into remarks: read, shown, then taken over or dropped.

    sentences: [{"text", "line", "versions": [{"language", "body", "status", "origin", "engine"}]}]
    warnings: [{"code", "line", "detail"}], of documents.values.Warning
    """

    remarks = models.ForeignKey(Remarks, models.CASCADE, related_name="imports")
    state = models.CharField(max_length=8, choices=ImportState, default=ImportState.READING)
    file_name = models.CharField(max_length=200, blank=True)  # "" for pasted text
    data = models.BinaryField(null=True)  # until it has been read
    file_format = models.CharField(max_length=12, blank=True)
    encoding = models.CharField(max_length=20, blank=True)
    sentences = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    reason = models.CharField(max_length=40, blank=True)  # why it was refused, documents.values.Refusal
    detail = models.CharField(max_length=200, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"import {self.pk}"


class PastRemarks(models.Model):
    """Remarks as they were before one change of their sentences, so that it can be undone.

    sentences: [{"text": id, "body", "revision", "renditions": [{field: value}]}], in order.
    """

    remarks = models.ForeignKey(Remarks, models.CASCADE, related_name="past")
    change = models.CharField(max_length=12)  # actions.remarks.Change
    position = models.PositiveIntegerField(default=0)  # of the sentence that was changed; 0: the whole text
    sentences = models.JSONField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"past remarks {self.pk}"
