"""`twinhall export`: a speaker's prepared text, the terms, or the translation memory, into a file."""

import argparse
import sys
from pathlib import Path

from twinhall.commands import of_memory, terms_files
from twinhall.commands.of_remarks import add_place, find_remarks, start

KINDS = {".docx": "docx", ".xlf": "xlf", ".xliff": "xliff", ".tsv": "tsv"}


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `export` and what it takes away."""
    command = subparsers.add_parser(
        "export", help="write remarks, terms or the translation memory into a file"
    )
    whats = command.add_subparsers(metavar="WHAT", required=True)
    terms_files.register_export(whats)
    of_memory.register_export(whats)
    remarks = whats.add_parser(
        "remarks", help="by the file's name: .tsv, .xlf (XLIFF 2.1), .xliff (1.2), .docx"
    )
    remarks.add_argument("file", type=Path)
    add_place(remarks)
    remarks.add_argument(
        "--to", default="", metavar="TAG", help="the language beside the original; a table has all"
    )
    remarks.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the file; 2 for what cannot be used as given."""
    start()
    from django.utils.translation import override  # reason: app-ready

    kind = KINDS.get(args.file.suffix.lower())
    if kind is None:
        return _refuse(f"{args.file}: name it {', '.join(sorted(KINDS))}")
    try:
        with override("en"):
            data, count = _written(args, kind)
        args.file.write_bytes(data)
    except LookupError as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(f"{args.file}: {(error.strerror or 'cannot be written').lower()}")
    print(f"{count} sentences written to {args.file}")
    return 0


def _written(args: argparse.Namespace, kind: str) -> tuple[bytes, int]:
    from twinhall.hall.meetings.documents.writing import WRITERS  # reason: app-ready
    from twinhall.hall.meetings.queries.remarks import targets_of  # reason: app-ready
    from twinhall.hall.meetings.queries.take_away import script_of  # reason: app-ready

    remarks = find_remarks(args, make=False)
    targets = targets_of(remarks, remarks.item.meeting)
    if args.to and args.to not in targets:
        raise LookupError(f"nobody in the meeting reads {args.to!r}: choose from {', '.join(targets)}")
    languages = tuple(targets) if kind == "tsv" else (args.to or targets[0],)
    script = script_of(remarks, languages)
    return WRITERS[kind].write(script), len(script.sentences)


def _refuse(words: str) -> int:
    print(f"twinhall export: {words}", file=sys.stderr)
    return 2
