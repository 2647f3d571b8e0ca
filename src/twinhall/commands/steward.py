"""`twinhall steward`: looks after the meetings that are held."""

import argparse


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `steward`."""
    command = subparsers.add_parser(
        "steward",
        help="the process that looks after meetings (`serve` starts it)",
        description="Every second: a living captioner for every meeting, the room's copy, who is there. "
        "Until SIGTERM. One is enough.",
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Look after meetings until told to stop."""
    import os  # reason: slow, all of them
    import signal
    import threading

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twinhall.hall.config.settings")
    django.setup()

    from twinhall.steward.work import work  # reason: app-ready

    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    work(stopping)
    return 0
