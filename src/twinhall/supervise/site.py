"""Which parts a Twinhall has, in the order they start."""

import sys
from collections.abc import Iterator

from twinhall.environment import Environment
from twinhall.supervise import caddy, livekit
from twinhall.supervise.part import Answer, Listener, Part

SETTINGS = "twinhall.hall.config.settings"
_WEB_WORKERS = 2
_WEB_THREADS = 16  # a worker; 50 people who look at pages at once wait for no thread


def parts(env: Environment) -> list[Part]:
    """Return every part, media server first: it needs none of the others (law 3)."""
    return list(_parts(env))


def listeners(env: Environment) -> list[Listener]:
    """Return every port that the parts will open."""
    ours = [] if env.livekit_external else livekit.listeners(env)
    ours.append(Listener("web", env.port, "TWINHALL_PORT", env.host))
    return ours + (caddy.listeners(env) if caddy.wanted(env) else [])


def variables(env: Environment) -> dict[str, str]:
    """Return what a process of ours needs to know, in variables."""
    return env.variables() | {"DJANGO_SETTINGS_MODULE": SETTINGS, "PYTHONUNBUFFERED": "1"}


def migration(env: Environment) -> tuple[str, ...]:
    """Return the command that brings the database up to date."""
    verbosity = "1" if env.log_level == "DEBUG" else "0"
    return (sys.executable, "-m", "django", "migrate", "--noinput", "--skip-checks", "--verbosity", verbosity)


def _parts(env: Environment) -> Iterator[Part]:
    told = variables(env)
    if not env.livekit_external:
        yield livekit.part(env)
    yield Part(
        "web", _gunicorn(env), told, answer=Answer(env.port, "/healthz"), start_s=60.0, patience_s=60.0
    )
    for name in ("steward", "captioner", "jobs"):
        yield Part(name, (sys.executable, "-m", "twinhall", name), told)
    if caddy.wanted(env):
        yield caddy.part(env)


def _gunicorn(env: Environment) -> tuple[str, ...]:
    """No access log: it would hold the personal links. Preload: the hall is loaded once, not per worker."""
    options = {
        "config": "python:twinhall.supervise.gunicorn_workers",
        "bind": f"{env.host}:{env.port}",
        "worker-class": "gthread",
        "workers": _WEB_WORKERS,
        "threads": _WEB_THREADS,
        "worker-tmp-dir": "/dev/shm",  # noqa: S108  heartbeats; a slow disk must not look like a hang
        "timeout": 60,
        "graceful-timeout": 4,
        "log-level": env.log_level.lower(),
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    return (
        sys.executable,
        "-m",
        "gunicorn",
        *flags,
        "--preload",
        "--no-control-socket",
        "twinhall.hall.config.wsgi:application",
    )
