"""This installation: is it running, its ports, its database."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from twinhall.doctor.finding import Finding, advice, missing, ok
from twinhall.environment import SECRETS, Environment
from twinhall.supervise import ports, site


def look(env: Environment, *, running: bool) -> Iterator[Finding]:
    """Look at the installation in its data folder."""
    yield _data(env)
    yield from _ports(env, running=running)
    yield _database(env)


def _data(env: Environment) -> Finding:
    if not env.data.exists():
        return ok("data folder", f"{env.data} is made at the first start")
    if not os.access(env.data, os.W_OK):
        return missing("data folder", f"{env.data} cannot be written", "give it to this user: chown")
    others = env.data.stat().st_mode & 0o077
    if others:
        return advice("data folder", f"others on this machine may read {env.data}", f"chmod 700 {env.data}")
    return ok("data folder", str(env.data))


def _ports(env: Environment, *, running: bool) -> Iterator[Finding]:
    listeners = site.listeners(env)
    if running:
        yield ok("ports", "Twinhall is running on this data folder, and holds its ports")
        return
    wrong = ports.complaints(listeners)
    yield from (missing("ports", said, "move it by that setting, or stop the other") for said in wrong)
    if not wrong:
        yield ok("ports", f"free: {', '.join(str(listener.port) for listener in listeners)}")


def _database(env: Environment) -> Finding:
    """Ask Django in a process of its own: a hall that is broken must not stop the doctor."""
    shown = env.database_url.rpartition("@")[2]
    parts = urlsplit(env.database_url)
    if parts.scheme == "sqlite" and not Path(unquote(parts.path)).exists():
        return ok("database", f"{shown} is made at the first start")
    asked = subprocess.run(
        (sys.executable, "-m", "django", "migrate", "--check", "--verbosity", "0"),
        env={**dict.fromkeys(SECRETS, "unused"), **os.environ, **site.variables(env)},
        capture_output=True,
        text=True,
        check=False,
    )
    said = asked.stderr.strip().splitlines()
    if not asked.returncode:
        return ok("database", f"{shown} is up to date")
    if not said:
        return ok("database", f"{shown} is brought up to date at the next start")
    return missing("database", f"{shown}: {said[-1]}", "see TWINHALL_DATABASE_URL, and the log")
