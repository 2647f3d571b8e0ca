"""`twinhall serve`: everything on one machine."""

import argparse
import os
import sys

from twinhall.environment import Environment, SettingError, read, with_secrets


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `serve` and its arguments."""
    command = subparsers.add_parser(
        "serve",
        help="everything on one machine",
        description="Pages, media server, captions and jobs on this machine, until Ctrl-C. Each setting "
        "is a TWINHALL_* variable: see docs/operator/settings.md.",
    )
    add_settings(command)
    command.set_defaults(run=run)


def add_settings(command: argparse.ArgumentParser) -> None:
    """Add the settings that people change by hand."""
    command.add_argument("--data", metavar="FOLDER", help="data folder (TWINHALL_DATA, ./data)")
    command.add_argument("--port", metavar="PORT", help="port of the pages (TWINHALL_PORT, 8000)")
    command.add_argument(
        "--lan",
        nargs="?",
        const="auto",
        metavar="ADDRESS",
        help="be reachable on the network, over HTTPS; this machine's address is found unless given",
    )


def environment_of(args: argparse.Namespace) -> Environment:
    """Return the Environment with the command line's settings over the variables. Raises SettingError."""
    told = {"TWINHALL_DATA": args.data, "TWINHALL_PORT": args.port, "TWINHALL_LAN": args.lan}
    return read(with_secrets({**os.environ, **{name: value for name, value in told.items() if value}}))


def run(args: argparse.Namespace) -> int:
    """Serve until told to stop."""
    from twinhall.supervise.log import Log  # reason: slow
    from twinhall.supervise.serve import CannotServe, serve  # reason: slow

    try:
        env = environment_of(args)
        serve(env, log=Log(env.log_level))
    except SettingError as error:
        print(f"twinhall serve: {error}", file=sys.stderr)
        return 2
    except CannotServe as error:
        for sentence in error.args:
            print(f"twinhall serve: {sentence}", file=sys.stderr)
        return 1
    return 0
