"""`twinhall import memory` and `twinhall export memory`: the translation memory from and into TMX files."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from twinhall.commands.of_remarks import start

if TYPE_CHECKING:
    from twinhall.hall.cities.models import Relation
    from twinhall.hall.translation.actions import Outcome


def register_import(kinds: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `import memory` and its arguments."""
    command = kinds.add_parser("memory", help="a translation memory: TMX")
    command.add_argument("file", type=Path)
    _add_place(command)
    command.add_argument("--dry-run", action="store_true", help="only say what would change")
    command.set_defaults(run=run_import)


def register_export(kinds: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `export memory` and its arguments."""
    command = kinds.add_parser("memory", help="the translation memory: TMX 1.4")
    command.add_argument("file", type=Path)
    _add_place(command)
    command.add_argument("--utf-16", action="store_true", help="for programs that want it")
    command.set_defaults(run=run_export)


def run_import(args: argparse.Namespace) -> int:
    """Bring the file in; 2 for what cannot be used as given, and nothing is changed then."""
    start()
    from twinhall.hall.translation.actions import bring_in, look_at  # reason: app-ready
    from twinhall.language.tmx import BadTmx  # reason: slow

    try:
        relation = _relation(args.relation)
        with args.file.open("rb") as file:
            work = look_at if args.dry_run else bring_in
            outcome = work(file, args.file.name, relation=relation, languages=_languages(args.only))
    except OSError as error:
        return _refuse("import", f"{args.file}: {(error.strerror or 'cannot be read').lower()}")
    except (BadTmx, LookupError) as error:
        return _refuse("import", str(error))
    _tell(outcome, dry=args.dry_run)
    return 0


def run_export(args: argparse.Namespace) -> int:
    """Write the file; 2 for what cannot be used as given."""
    start()
    from twinhall import __version__  # reason: slow
    from twinhall.hall.translation.models import MemoryPair  # reason: app-ready
    from twinhall.hall.translation.queries.memory_export import units_of  # reason: app-ready
    from twinhall.language.tmx import write_tmx  # reason: slow

    try:
        pairs = MemoryPair.objects.filter(relation=_relation(args.relation), withdrawn=False)
        if args.relation is None:
            pairs = MemoryPair.objects.filter(withdrawn=False)
        encoding = "UTF-16" if args.utf_16 else "UTF-8"
        with args.file.open("wb") as file:
            units = units_of(pairs, _languages(args.only))
            count = write_tmx(units, file, version=__version__, encoding=encoding)
    except OSError as error:
        return _refuse("export", f"{args.file}: {(error.strerror or 'cannot be written').lower()}")
    except LookupError as error:
        return _refuse("export", str(error))
    print(f"{count} pairs written to {args.file}")
    return 0


def _add_place(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--relation",
        type=int,
        metavar="NUMBER",
        help="of these two cities, as in its address; without: everyone's",
    )
    command.add_argument("--only", metavar="TAGS", default="", help="only these languages, as in ko,vi")


def _relation(number: int | None) -> "Relation | None":
    from twinhall.hall.cities.models import Relation  # reason: app-ready

    if number is None:
        return None
    found = Relation.objects.filter(pk=number).first()
    if found is None:
        raise LookupError(f"there is no relation {number}")
    return found


def _languages(told: str) -> list[str]:
    from twinhall.language.languages import LANGUAGES  # reason: slow

    asked = [tag.strip() for tag in told.split(",") if tag.strip()]
    unknown = [tag for tag in asked if tag not in LANGUAGES]
    if unknown or len(asked) == 1:
        raise LookupError(f"--only wants two or more of {', '.join(LANGUAGES)}")
    return asked


def _tell(outcome: "Outcome", *, dry: bool) -> None:
    for rejected in outcome.lines:
        detail = f" ({rejected.detail})" if rejected.detail else ""
        print(f"twinhall import: line {rejected.line}: {rejected.fault}{detail}", file=sys.stderr)
    if outcome.rejected > len(outcome.lines):
        more = outcome.rejected - len(outcome.lines)
        print(f"twinhall import: and {more} more units are not taken", file=sys.stderr)
    by_way = ", ".join(f"{source}-{target} {n}" for (source, target), n in outcome.new.items())
    verb = "would be added" if dry else "added"
    print(
        f"{outcome.units} units: {outcome.added} pairs {verb} ({by_way or 'none'}),"
        f" {outcome.known} known already, {outcome.rejected} units not taken"
    )


def _refuse(command: str, words: str) -> int:
    print(f"twinhall {command}: {words}", file=sys.stderr)
    return 2
