"""How the commands name remarks: meeting, item and speaker."""

import argparse
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twinhall.hall.meetings.models import Remarks

DJANGO = "twinhall.hall.config.settings"


def add_place(command: argparse.ArgumentParser) -> None:
    """Add the arguments that say whose remarks are meant."""
    command.add_argument("--meeting", type=int, required=True, metavar="NUMBER", help="as in its address")
    command.add_argument("--speaker", required=True, metavar="NAME", help="in any script")
    command.add_argument("--item", type=int, required=True, metavar="POSITION", help="of the agenda, from 1")


def start() -> None:
    """Make the hall's database ready to be used."""
    import django  # reason: app-ready
    from django.apps import apps  # reason: app-ready

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", DJANGO)
    if not apps.ready:  # a second time it would only point the log elsewhere
        django.setup()


def find_remarks(args: argparse.Namespace, *, make: bool) -> "Remarks":
    """Return the remarks that are meant, begun if there are none and `make` is set. Raises LookupError."""
    from twinhall.hall.meetings.actions.remarks import open_remarks  # reason: app-ready
    from twinhall.hall.meetings.models import AgendaSpeaker, Remarks  # reason: app-ready

    speaks = AgendaSpeaker.objects.filter(item__meeting=args.meeting, item__position=args.item)
    named = speaks.filter(participant__person__names__name=args.speaker).select_related("item", "participant")
    speaker = named.first()
    if speaker is None:
        raise LookupError(f"no {args.speaker!r} speaks in item {args.item} of meeting {args.meeting}")
    if make:
        return open_remarks(speaker.item, speaker.participant)
    remarks = Remarks.objects.filter(item=speaker.item, participant=speaker.participant).first()
    if remarks is None:
        raise LookupError(f"{args.speaker!r} has no text for item {args.item} yet")
    return remarks
