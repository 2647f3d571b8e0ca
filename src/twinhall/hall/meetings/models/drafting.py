"""What lies beside remarks while officers work on them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from twinhall.hall.base.languages import Language
from twinhall.hall.meetings.enums import DraftingState, ImportState, ReviewState
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


class Drafting(models.Model):
    """One run of a machine over the sentences that lack a translation.

    engine: "" for the order of the settings. done, left: sentences that got a draft, that no engine could do.
    trouble: why it ended early, queries.drafting.Trouble; detail: the engine's own words.
    task: the id of the job that works on it now.
    """

    remarks = models.ForeignKey(Remarks, models.CASCADE, related_name="draftings")
    language = models.CharField(max_length=8, choices=Language)
    engine = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=8, choices=DraftingState, default=DraftingState.WAITING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=20, blank=True)
    detail = models.CharField(max_length=500, blank=True)
    task = models.CharField(max_length=40, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["remarks", "language"],
                condition=Q(state__in=["waiting", "working"]),
                name="one_drafting_at_a_time",
            ),
        ]
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"drafting {self.pk}"


class Review(models.Model):
    """Remarks in one language in the hands of a reviewer. It gives no right that the account has not."""

    remarks = models.ForeignKey(Remarks, models.CASCADE, related_name="reviews")
    language = models.CharField(max_length=8, choices=Language)
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reviews")
    state = models.CharField(max_length=8, choices=ReviewState, default=ReviewState.ASSIGNED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["remarks", "language"], name="one_reviewer_a_language"),
        ]
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"review {self.pk}"
