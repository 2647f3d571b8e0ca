"""`twinhall import`: a speaker's prepared text, terms, or a translation memory, from a file."""

import argparse
import sys
from pathlib import Path

from twinhall.commands import of_memory, terms_files
from twinhall.commands.of_remarks import add_place, find_remarks, start


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `import` and what it brings."""
    command = subparsers.add_parser(
        "import", help="bring remarks, terms or a translation memory in from a file"
    )
    whats = command.add_subparsers(metavar="WHAT", required=True)
    terms_files.register_import(whats)
    of_memory.register_import(whats)
    remarks = whats.add_parser("remarks", help="plain text, DOCX, XLIFF, SRT, VTT, TSV or CSV")
    remarks.add_argument("file", type=Path)
    add_place(remarks)
    remarks.add_argument("--append", action="store_true", help="add at the end instead of replacing")
    remarks.add_argument("--by", metavar="EMAIL", help="the officer who brings it")
    remarks.add_argument(
        "--trust",
        action="store_true",
        help="what the file calls approved is approved, by --by who answers for it",
    )
    remarks.add_argument("--anyway", action="store_true", help="even if it does not look like the language")
    remarks.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Bring the file in; 2 for what cannot be used as given, and nothing is changed then."""
    start()
    from django.utils.translation import override  # reason: app-ready

    if args.trust and not args.by:
        return _refuse("--trust needs --by: an officer answers for what is approved")
    try:
        data = args.file.read_bytes()
    except OSError as error:
        return _refuse(f"{args.file}: {(error.strerror or 'cannot be read').lower()}")
    try:
        with override("en"):
            told = _bring(args, data)
    except LookupError as error:
        return _refuse(str(error))
    print(told)
    return 0


def _bring(args: argparse.Namespace, data: bytes) -> str:
    """Read the file and take it over. Raises LookupError with the reason when that cannot be."""
    from twinhall.hall.meetings.actions.remarks_import import drop, receive, take_over  # reason: app-ready
    from twinhall.hall.meetings.documents.values import Caution  # reason: app-ready
    from twinhall.hall.meetings.enums import ImportState  # reason: app-ready
    from twinhall.hall.meetings.jobs import read_import  # reason: app-ready
    from twinhall.hall.meetings.queries.intake import read_warnings  # reason: app-ready
    from twinhall.hall.people.models import User  # reason: app-ready
    from twinhall.hall.web.file_words import what_to_see, why_refused  # reason: app-ready

    by = User.objects.filter(email=args.by.lower()).first() if args.by else None
    if args.by and by is None:
        raise LookupError(f"no account has the e-mail {args.by}")
    remarks = find_remarks(args, make=True)
    row = receive(remarks, data, args.file.name, by=by)
    read_import.call(row.pk)  # here and now, however large; a job that comes later finds it read
    row.refresh_from_db()
    if row.state == ImportState.REFUSED:
        raise LookupError(f"{args.file}: {why_refused(row.reason, row.detail)}")
    warnings = read_warnings(row)
    for warning in warnings:
        print(f"twinhall import: {what_to_see(warning, remarks.language)}", file=sys.stderr)
    if any(w.code == Caution.NOT_THIS_LANGUAGE for w in warnings) and not args.anyway:
        drop(row.pk)
        raise LookupError(f"{args.file}: not brought in; --anyway brings it in all the same")
    done = take_over(row.pk, append=args.append, trust=args.trust, by=by)
    brought = {language: count for language, count in done.versions.items() if count}
    counts = f"{len(done.fates)} sentences ({done.new} new, {done.kept} as before)"
    return f"{counts}, translations: {brought or 'none'}"


def _refuse(words: str) -> int:
    print(f"twinhall import: {words}", file=sys.stderr)
    return 2
