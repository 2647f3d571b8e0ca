"""Which processes work on jobs, and the jobs of those that died: they are begun again."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from twinhall.hall.base.models import JobWorker

BEAT_S = 3.0
SILENT_AFTER = timedelta(seconds=20)
FORGOTTEN_AFTER = timedelta(days=1)
MOST_TRIES = 5  # a job that takes its worker along that often is given up


def beat(worker: str) -> None:
    """Say that a worker lives."""
    JobWorker.objects.update_or_create(worker=worker, defaults={"seen_at": timezone.now()})


def leave(worker: str) -> None:
    """Say that a worker is gone; what it was at is begun again at the next sweep."""
    JobWorker.objects.filter(worker=worker).delete()


def sweep(now: datetime) -> list[str]:
    """Put the jobs of dead workers back in the queue and return their ids.

    A worker that was only slow goes on beside the new one: jobs may run twice.
    """
    alive = set(JobWorker.objects.filter(seen_at__gt=now - SILENT_AFTER).values_list("worker", flat=True))
    running = DBTaskResult.objects.filter(
        status=TaskResultStatus.RUNNING, started_at__lt=now - timedelta(seconds=BEAT_S)
    )
    orphans = [task for task in running if not task.worker_ids or task.worker_ids[-1] not in alive]
    JobWorker.objects.filter(seen_at__lt=now - FORGOTTEN_AFTER).delete()
    return [str(task.pk) for task in orphans if _put_back(task)]


def _put_back(task: "DBTaskResult[..., Any]") -> bool:
    """Move one job, if nobody else has meanwhile."""
    same = DBTaskResult.objects.filter(
        pk=task.pk, status=TaskResultStatus.RUNNING, started_at=task.started_at
    )
    if len(task.worker_ids) >= MOST_TRIES:
        same.update(status=TaskResultStatus.FAILED, finished_at=timezone.now(), traceback="its workers died")
        return False
    return bool(same.update(status=TaskResultStatus.READY, started_at=None))
