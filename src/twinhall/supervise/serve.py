"""Everything on one machine: checks, database, parts, until told to stop."""

import asyncio
import fcntl
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from twinhall.environment import LIVEKIT_VERSION, Environment
from twinhall.supervise import caddy, ports, site, tree
from twinhall.supervise.log import Tell, read_line
from twinhall.supervise.part import Part

LOCK = "serve.lock"


class CannotServe(Exception):
    """Something must be mended before anything can start; each argument is one sentence about it."""


def serve(
    env: Environment,
    *,
    log: Tell,
    also: Sequence[Part] = (),
    prepare: Callable[[], None] = lambda: None,
    on_ready: Callable[[], None] = lambda: None,
) -> None:
    """Run a Twinhall until SIGINT or SIGTERM. Must be called in the main thread.

    prepare is called when the database is up to date and before any part starts; on_ready when all
    parts are started; `also` are further parts, started last. Raises CannotServe before anything starts.
    """
    os.umask(0o077)  # what the parts write is a city's internal business
    env.data.mkdir(parents=True, exist_ok=True)
    with _alone(env):
        wrong = [*_missing(env), *ports.complaints(site.listeners(env))]
        if wrong:
            raise CannotServe(*wrong)
        _migrate(env, log)
        prepare()

        def ready() -> None:
            log("serve", "INFO", f"ready url={env.public_url}/")
            on_ready()

        asyncio.run(tree.keep([*site.parts(env), *also], log, ready))


def is_running(env: Environment) -> bool:
    """Say whether a Twinhall serves this data folder now."""
    held = env.data / LOCK
    if not held.exists():
        return False
    with held.open() as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


@contextmanager
def _alone(env: Environment) -> Iterator[None]:
    """Hold DATA/serve.lock: two servers on one data folder would fight over its meetings."""
    with (env.data / LOCK).open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            holder = lock.read().strip()
            raise CannotServe(f"{env.data} (TWINHALL_DATA) is in use by process {holder}") from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def _missing(env: Environment) -> Iterator[str]:
    if not env.livekit_external and not os.access(env.livekit_binary, os.X_OK):
        yield (
            f"the media server is missing: {env.livekit_binary} (`make setup` builds LiveKit "
            f"{LIVEKIT_VERSION}; TWINHALL_LIVEKIT_BINARY or TWINHALL_LIVEKIT_URL name another)"
        )
    if caddy.wanted(env) and shutil.which("caddy") is None:
        yield "caddy is missing, and a network needs HTTPS: `apt-get install caddy`, or `make setup` as root"


def _migrate(env: Environment, log: Tell) -> None:
    """Bring the database up to date. Raises CannotServe."""
    told = subprocess.run(
        site.migration(env),
        env={**os.environ, **site.variables(env)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    for line in told.stdout.splitlines():
        if line.strip():
            level, text = read_line(line.rstrip())
            log("migrate", "ERROR" if told.returncode else level, text)
    if told.returncode < 0:
        raise CannotServe(f"the database step was ended by {signal.Signals(-told.returncode).name}")
    if told.returncode:
        raise CannotServe("the database could not be brought up to date; see the lines above")
    log("serve", "INFO", "the database is up to date")
