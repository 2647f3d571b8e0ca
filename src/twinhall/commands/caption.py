"""`twinhall caption`: captions of an audio file."""

import argparse


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `caption` and its arguments."""
    command = subparsers.add_parser("caption", help="captions of an audio file")
    command.add_argument("audio")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the captions to standard output."""
    raise NotImplementedError(args)
