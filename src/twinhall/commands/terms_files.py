"""`twinhall import terms` and `twinhall export terms`: the termbase from and into a file."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from twinhall.commands.of_remarks import start
from twinhall.commands.of_terms import why_bad, why_rejected

if TYPE_CHECKING:
    from twinhall.hall.meetings.queries.term_places import TermPlaces
    from twinhall.hall.meetings.queries.terms_intake import TermsPlan

WRITTEN = (".csv", ".tbx")
HOLDS = "house, relation-3, meeting-5 (numbers as in their addresses), or file: where it says for each term"


def register_import(whats: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `import terms` and its arguments."""
    command = whats.add_parser("terms", help="TBX version 2 or 3, or CSV")
    command.add_argument("file", type=Path)
    command.add_argument("--holds", default="file", metavar="WHERE", help=HOLDS)
    command.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    command.set_defaults(run=bring)


def register_export(whats: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `export terms` and its arguments."""
    command = whats.add_parser("terms", help="by the file's name: .csv, .tbx")
    command.add_argument("file", type=Path)
    command.add_argument("--tbx", type=int, choices=(2, 3), default=3, help="the version of a TBX file")
    command.add_argument("--language", default="en", choices=("ko", "vi", "ja", "en"), help="of headings")
    command.set_defaults(run=take_away)


def bring(args: argparse.Namespace) -> int:
    """Bring the file in; 2 for what cannot be used as given, and nothing is changed then."""
    from twinhall.language.interchange.term_files import read_terms  # slow
    from twinhall.language.interchange.term_values import BadTermFile

    try:
        found = read_terms(args.file.read_bytes())
    except OSError as error:
        return _refuse("import", f"{args.file}: {(error.strerror or 'cannot be read').lower()}")
    except BadTermFile as error:
        return _refuse("import", f"{args.file}: {why_bad(error)}")
    start()
    from twinhall.hall.meetings.actions.terms_import import put_into_termbase  # reason: app-ready
    from twinhall.hall.meetings.queries.terms_intake import plan_terms  # reason: app-ready

    places = _everywhere()
    if args.holds != "file" and places.place(args.holds) is None:
        return _refuse("import", f"--holds {args.holds}: no such place; give {HOLDS}")
    plan = plan_terms(found, args.holds, places)
    _tell(plan)
    if not args.dry_run:
        put_into_termbase(plan)
    print(_counted(plan) + (" (nothing was changed)" if args.dry_run else ""))
    return 0


def take_away(args: argparse.Namespace) -> int:
    """Write the file; 2 for what cannot be used as given."""
    if args.file.suffix.lower() not in WRITTEN:
        return _refuse("export", f"{args.file}: name it {' or '.join(WRITTEN)}")
    start()
    from django.utils.translation import override  # reason: app-ready

    from twinhall.hall.base.languages import Language  # reason: app-ready
    from twinhall.hall.meetings.queries.terms_out import every_term  # reason: app-ready
    from twinhall.language.interchange.tbx_writing import write_tbx_2, write_tbx_3  # reason: slow
    from twinhall.language.interchange.terms_table import write_table  # reason: slow

    with override(args.language):
        entries = every_term()
    if args.file.suffix.lower() == ".csv":
        data = write_table(entries, Language.values, args.language)
    else:
        data = (write_tbx_2 if args.tbx == 2 else write_tbx_3)(entries, "Twinhall", args.language)
    try:
        args.file.write_bytes(data)
    except OSError as error:
        return _refuse("export", f"{args.file}: {(error.strerror or 'cannot be written').lower()}")
    print(f"{len(entries)} terms written to {args.file}")
    return 0


def _everywhere() -> "TermPlaces":
    """Return every place: who may run this command keeps the whole hall."""
    from twinhall.hall.cities.models import Relation  # reason: app-ready
    from twinhall.hall.meetings.models import Meeting  # reason: app-ready
    from twinhall.hall.meetings.queries.term_places import places_of  # reason: app-ready

    relations = Relation.objects.select_related("home", "partner")
    meetings = Meeting.objects.select_related("title", "relation").prefetch_related("title__renditions")
    return places_of(relations.prefetch_related("home__names", "partner__names"), meetings, house=True)


def _tell(plan: "TermsPlan") -> None:
    """Say on standard error what is left out, and which names are kept otherwise."""
    from twinhall.hall.meetings.queries.terms_intake import Fate  # reason: app-ready

    for heading in plan.file.columns:
        print(
            f"twinhall import: the column {heading!r} is left out: its heading is not known", file=sys.stderr
        )
    for tag, count in sorted(plan.file.left_out.items()):
        print(f"twinhall import: {count} forms in {tag} are left out", file=sys.stderr)
    for rejected in plan.rejected:
        print(f"twinhall import: {why_rejected(rejected)}", file=sys.stderr)
    for planned in plan.of(Fate.CONFLICT):
        for change in planned.changes:
            kept = f"kept as {change.before}" if change.before else "not kept"
            words = f"line {planned.entry.line}: {change.after} ({change.language}) is a name, {kept}"
            print(f"twinhall import: {words}; change it at its city", file=sys.stderr)


def _counted(plan: "TermsPlan") -> str:
    from twinhall.hall.meetings.queries.terms_intake import Fate  # reason: app-ready

    counts = {fate: len(plan.of(fate)) for fate in Fate}
    told = f"{counts[Fate.NEW]} new, {counts[Fate.CHANGED]} changed, {counts[Fate.SAME]} as before"
    return f"{told}, {counts[Fate.CONFLICT]} kept otherwise, {len(plan.rejected)} left out"


def _refuse(command: str, words: str) -> int:
    print(f"twinhall {command}: {words}", file=sys.stderr)
    return 2
