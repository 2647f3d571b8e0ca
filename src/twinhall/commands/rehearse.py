"""`twinhall rehearse`: a delegate whose microphone is a file."""

import argparse
import os
import sys
from pathlib import Path

from twinhall.environment import SettingError, current


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `rehearse` and its arguments."""
    command = subparsers.add_parser(
        "rehearse",
        help="a delegate whose microphone is a file",
        description="Sits in a running meeting as one of its delegates and lets a recording be heard. "
        "The name plate says that the voice is synthetic. Run it beside `twinhall serve`, with its settings.",
    )
    command.add_argument("meeting", help="number of the meeting, or words of its title")
    command.add_argument("--speaker", required=True, metavar="NAME", help="a delegate's name, in any script")
    command.add_argument(
        "--audio", type=Path, metavar="FILE", help="any recording (their remarks in a synthetic voice)"
    )
    command.add_argument("--camera", type=Path, metavar="PICTURE", help="any picture (a drawn room)")
    rounds = command.add_mutually_exclusive_group()
    rounds.add_argument("--loop", action="store_true", help="again and again, until Ctrl-C")
    rounds.add_argument("--once", action="store_true", help="once, then leave (so it is unless --loop)")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Rehearse; 2 for what cannot be used as given, 1 for a meeting that cannot be entered."""
    import django  # reason: slow

    from twinhall.engines.audio_file import NoAudio  # reason: slow
    from twinhall.rehearsal.performer import CannotEnter
    from twinhall.rehearsal.picture import NoPicture
    from twinhall.rehearsal.synthesis import VoiceFailed, VoiceMissing

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twinhall.hall.config.settings")
    try:
        env = current()
    except SettingError as error:
        return _say(str(error), 2)
    django.setup()
    from twinhall.rehearsal.rehearse import NothingToSay, Over, Wanted, rehearse  # reason: app-ready
    from twinhall.rehearsal.seats import NotFound, find_meeting, find_seat  # reason: app-ready

    try:
        seat = find_seat(find_meeting(args.meeting), args.speaker)
        rehearse(seat, Wanted(args.audio, args.camera, args.loop), env, _tell)
    except (NotFound, NoAudio, NoPicture) as error:
        return _say(str(error), 2)
    except NothingToSay:
        return _say("this speaker has no prepared remarks: give --audio FILE", 2)
    except Over:
        return _say("the meeting has ended", 1)
    except (CannotEnter, VoiceMissing, VoiceFailed) as error:
        return _say(str(error), 1)
    return 0


def _tell(words: str) -> None:
    print(f"twinhall rehearse: {words}", file=sys.stderr, flush=True)


def _say(words: str, code: int) -> int:
    _tell(words)
    return code
