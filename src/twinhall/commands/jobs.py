"""`twinhall jobs`: works on what was put off, such as reading a large file or translating a long text."""

import argparse
import threading


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `jobs`."""
    command = subparsers.add_parser(
        "jobs",
        help="the process that works on jobs (`serve` starts it)",
        description="Works on jobs one after the other until SIGTERM, and says every few seconds that it "
        "lives: the steward has the jobs of a dead one begun again. There may be several.",
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Work on jobs until told to stop."""
    import os  # reason: slow, all of them
    import secrets
    import socket

    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twinhall.hall.config.settings")
    django.setup()

    from twinhall.hall.base.workers import beat, leave  # reason: app-ready

    worker = f"{socket.gethostname()[:32]}-{os.getpid()}-{secrets.token_hex(4)}"
    stopping = threading.Event()
    beat(worker)
    beating = threading.Thread(target=keep_beating, args=(worker, stopping), daemon=True)
    beating.start()
    try:
        call_command("db_worker", queue_name="*", worker_id=worker, reload=False)
    finally:
        stopping.set()
        beating.join()
        leave(worker)
    return 0


def keep_beating(worker: str, stopping: threading.Event) -> None:
    """Say again and again that the worker lives; a database that is busy now is asked again."""
    import logging  # reason: slow, all of them

    from django.db import DatabaseError, connection

    from twinhall.hall.base.workers import BEAT_S, beat

    while not stopping.wait(BEAT_S):
        try:
            beat(worker)
        except DatabaseError as error:
            logging.getLogger(__name__).warning("beat not kept: %s", type(error).__name__)
            connection.close()
    connection.close()
