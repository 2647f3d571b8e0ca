"""`twinhall voices`: the synthetic voices of the demonstration's speakers."""

import argparse
import os
import sys
from pathlib import Path

from twinhall import environment


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `voices` and its arguments."""
    command = subparsers.add_parser(
        "voices",
        help="speak the demonstration's texts in synthetic voices",
        description="Speaks every sentence of the demonstration once and keeps it; again at no cost. "
        "Needs espeak-ng (Korean, Vietnamese) and flite (English).",
    )
    command.add_argument("action", nargs="?", choices=("make", "list"), default="make")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the voices that are missing, or say which are there."""
    from twinhall.demo import voicing  # reason: slow
    from twinhall.rehearsal.synthesis import VoiceFailed, VoiceMissing  # reason: slow
    from twinhall.rehearsal.voices import folder_of  # reason: slow

    folder = folder_of(environment.read(os.environ))  # no secrets are made for that
    said, missing = voicing.lines(), voicing.missing(folder)
    if args.action == "list":
        print(f"{len(said) - len(missing)} of {len(said)} sentences are spoken, in {folder}")
        return 0
    try:
        speak(len(missing), folder)
    except (VoiceMissing, VoiceFailed) as error:
        print(f"twinhall voices: {error}", file=sys.stderr)
        return 1
    if missing:
        print(f"{len(said)} sentences are spoken, in {folder}")
    return 0


def speak(wanted: int, folder: Path) -> None:
    """Speak what is missing and say how far it is. Raises VoiceMissing or VoiceFailed."""
    from twinhall.demo import voicing  # reason: slow

    every = max(1, wanted // 4)
    for number, _line in enumerate(voicing.make(folder), start=1):
        if number % every == 0 or number == wanted:
            print(f"voices: {number} of {wanted} sentences", flush=True)
