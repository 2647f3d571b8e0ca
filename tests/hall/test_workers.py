"""Jobs of dead workers are begun again, those of living ones are left alone."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from twinhall.hall.base.models import JobWorker
from twinhall.hall.base.workers import MOST_TRIES, beat, leave, sweep
from twinhall.hall.meetings.jobs import read_import

NOW = timezone.now()


@pytest.fixture
def running(db):
    """running(*workers) is a job that these had, the last of them a minute ago."""

    def make(*workers: str) -> DBTaskResult:
        task = DBTaskResult.objects.get(pk=read_import.enqueue(1).id)
        task.status, task.worker_ids, task.started_at = "RUNNING", list(workers), NOW - timedelta(minutes=1)
        task.save()
        return task

    return make


def state_of(task: DBTaskResult) -> str:
    task.refresh_from_db()
    return str(task.status)


def test_the_job_of_a_worker_that_fell_silent_is_begun_again(running):
    JobWorker.objects.create(worker="a", seen_at=NOW - timedelta(seconds=30))
    task = running("a")

    assert sweep(NOW) == [str(task.pk)]
    assert state_of(task) == "READY"


def test_the_job_of_a_living_worker_is_left_alone_however_long_it_takes(running):
    beat("a")
    task = running("a")

    assert sweep(timezone.now()) == []
    assert state_of(task) == "RUNNING"


def test_a_worker_that_left_in_the_middle_leaves_its_job_to_others(running):
    beat("a")
    task = running("a")

    leave("a")

    assert sweep(timezone.now()) == [str(task.pk)]


def test_a_job_of_a_time_before_workers_were_known_is_begun_again(running):
    task = running()

    assert sweep(NOW) == [str(task.pk)]


def test_a_job_that_takes_every_worker_along_is_given_up(running):
    task = running(*(f"w{n}" for n in range(MOST_TRIES)))

    assert sweep(NOW) == []
    assert state_of(task) == "FAILED"


def test_what_is_done_or_waits_is_not_touched(running):
    done, waiting = running("a"), running("a")
    DBTaskResult.objects.filter(pk=done.pk).update(status="SUCCESSFUL")
    DBTaskResult.objects.filter(pk=waiting.pk).update(status="READY")

    assert sweep(NOW) == []


def test_workers_long_gone_are_forgotten(db):
    JobWorker.objects.create(worker="old", seen_at=NOW - timedelta(days=2))

    sweep(NOW)

    assert not JobWorker.objects.exists()
