"""`twinhall models`: the recognition and translation models on this machine."""

import argparse


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `models` and its arguments."""
    command = subparsers.add_parser("models", help="list, fetch, import or export models")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do what was asked about the models."""
    raise NotImplementedError(args)
