"""The `twinhall` command: finds the sub-command and runs it."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from twinhall import __version__

COMMANDS = (
    "caption",
    "captioner",
    "demo",
    "doctor",
    "export",
    "import_",
    "jobs",
    "models",
    "officer",
    "rehearse",
    "serve",
    "steward",
    "translate",
    "voices",
)

THREAD_SETTINGS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
INTERRUPTED = 130
BROKEN_PIPE = 141


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command that is there."""
    top = argparse.ArgumentParser(
        prog="twinhall", description="Video conferences of sister cities that speak different languages."
    )
    top.add_argument("--version", action="version", version=f"twinhall {__version__}")
    subparsers = top.add_subparsers(metavar="COMMAND", required=True)
    for name in COMMANDS:
        module = import_module(f"twinhall.commands.{name}")
        module.register(subparsers)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 2 for bad input, 1 for any other failure."""
    for library in THREAD_SETTINGS:
        os.environ.setdefault(library, "1")  # before numpy is loaded: a model gets one core, not all of them
    args = parser().parse_args(argv)
    try:
        return int(args.run(args))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (`| head`) went away: nothing is left to say, and nothing may complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
