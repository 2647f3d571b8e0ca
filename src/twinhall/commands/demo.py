"""`twinhall demo`: a running product with two meetings in it, on a data folder that is thrown away."""

import argparse
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from twinhall.commands.serve import add_settings, environment_of
from twinhall.environment import Environment, SettingError

STARTING = "starting the media server, the pages, the captions and the speakers, about 15 seconds …"


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `demo` and its arguments."""
    command = subparsers.add_parser(
        "demo",
        help="serve, with two prepared meetings and speakers in them",
        description="The Osan–Quảng Nam and Osan–Hidaka meetings, held by synthetic voices. Everything is "
        "deleted at the end, unless --data or --keep says otherwise.",
    )
    add_settings(command)
    command.add_argument("--keep", action="store_true", help="keep the data folder, and say where it is")
    command.add_argument("--verbose", action="store_true", help="show the log of every part")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show Twinhall until told to stop."""
    from twinhall.supervise.serve import CannotServe  # reason: slow

    with ExitStack() as cleaning:
        keeps = args.keep or args.data is not None
        args.data = args.data or _folder(cleaning, keep=args.keep)
        try:
            env = environment_of(args)
            _speak(env)
            _demonstrate(env, verbose=args.verbose, keeps=keeps)
        except SettingError as error:
            return _refuse(str(error), 2)
        except CannotServe as error:
            return _refuse("\n".join(map(str, error.args)), 1)
        except _Silent as error:
            return _refuse(str(error), 1)
        _say("the demonstration is over" + (f"; its data stay in {env.data}" if keeps else ""))
    return 0


class _Silent(Exception):
    """A voice is missing; the message says how to get it."""


def _demonstrate(env: Environment, *, verbose: bool, keeps: bool) -> None:
    from twinhall.demo.run import demonstrate  # reason: slow
    from twinhall.supervise.log import Log

    _say(STARTING)
    ends = f"Ctrl-C ends the demonstration. Its data stay in {env.data}"
    deleted = "Ctrl-C ends the demonstration; everything in it is then deleted."
    demonstrate(env, log=Log(env.log_level if verbose else "WARNING"), ends=ends if keeps else deleted)


def _speak(env: Environment) -> None:
    """Make the voices that are missing."""
    from twinhall.demo import voicing  # reason: slow
    from twinhall.rehearsal.synthesis import VoiceFailed, VoiceMissing
    from twinhall.rehearsal.voices import folder_of

    folder = folder_of(env)
    missing = len(voicing.missing(folder))
    if missing:
        _say(f"speaking {missing} sentences for the speakers, about a minute, the first time only …")
    try:
        for _line in voicing.make(folder):
            pass
    except (VoiceMissing, VoiceFailed) as error:
        raise _Silent(str(error)) from error


def _folder(cleaning: ExitStack, *, keep: bool) -> str:
    if keep:
        return tempfile.mkdtemp(prefix="twinhall-demo-")
    made = tempfile.TemporaryDirectory(prefix="twinhall-demo-", ignore_cleanup_errors=True)
    return str(Path(cleaning.enter_context(made)))


def _say(words: str) -> None:
    print(f"twinhall demo: {words}", flush=True)


def _refuse(words: str, code: int) -> int:
    for line in words.splitlines():
        print(f"twinhall demo: {line}", file=sys.stderr)
    return code
