"""gunicorn's configuration: what each of its workers does first.

A worker looks for its master only between requests, and not while it loads the hall; an orphan would hold
the port of the pages.
"""

from typing import Any

from twinhall.supervise.mortal import die_with


def post_fork(_arbiter: object, worker: Any) -> None:
    """Called by gunicorn in a new worker."""
    die_with(worker.ppid)
