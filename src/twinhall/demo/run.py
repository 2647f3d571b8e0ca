"""The demonstration, from an empty folder to a page of links, until Ctrl-C."""

import logging
import os
import sys

from twinhall.environment import Environment
from twinhall.supervise import site
from twinhall.supervise.log import Tell
from twinhall.supervise.part import Part
from twinhall.supervise.serve import serve

GRACE_S = 5.0


def demonstrate(env: Environment, *, log: Tell, ends: str) -> None:
    """Serve the demonstration until SIGINT or SIGTERM. Raises CannotServe before anything starts.

    ends: the last line of the page of links. To be called once in a process: Django is set up for env.
    """
    os.environ.update(site.variables(env))
    printed = ""

    def prepare() -> None:
        nonlocal printed
        printed = _planted(env, ends)

    def ready() -> None:
        sys.stdout.write(f"{printed}\n")
        sys.stdout.flush()

    rehearsal = Part(
        "rehearsal",
        (sys.executable, "-m", "twinhall.demo.process"),
        site.variables(env),
        grace_s=GRACE_S,
    )
    serve(env, log=log, also=[rehearsal], prepare=prepare, on_ready=ready)


def _planted(env: Environment, ends: str) -> str:
    """Plant the meetings and return the page of links."""
    import django  # reason: app-ready

    django.setup()
    from django.db import connections  # reason: app-ready
    from django.utils import timezone

    from twinhall.demo.links import links_of, page, passwords
    from twinhall.demo.seeding import seed

    # There is no media server yet that could be sent a copy of the meetings; their steward sends it later.
    logging.getLogger("twinhall.hall.meetings.actions.room_copy").setLevel(logging.ERROR)
    planted = seed(passwords(env), timezone.now())
    told = page(env, [links_of(one, env) for one in planted], ends=ends)
    connections.close_all()
    return told
