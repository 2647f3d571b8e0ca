"""What the installation itself keeps."""

from django.db import models


class JobWorker(models.Model):
    """A process that works on jobs, and when it last said that it lives."""

    worker = models.CharField(max_length=64, primary_key=True)  # as its jobs name it
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"worker {self.worker}"
