"""`twinhall translate`: a text in another language, each line with its provenance."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from twinhall.commands.bad_input import BadInput
from twinhall.commands.of_terms import why_bad, why_rejected
from twinhall.commands.translate_lines import as_json
from twinhall.commands.translate_summary import Summary

if TYPE_CHECKING:
    from twinhall.language.rendering.agreed import AgreedTerms
    from twinhall.language.rendering.recall import Recall
    from twinhall.language.terms import Termbase

BAD_INPUT, FAILED = 2, 1
ENCODINGS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `translate` and its arguments."""
    command = subparsers.add_parser("translate", help="a text in another language")
    command.add_argument(
        "file", type=Path, metavar="FILE", help="text, SRT, VTT or XLIFF; - for standard input"
    )
    command.add_argument("--from", dest="source", required=True, metavar="TAG", help="its language, as in ko")
    command.add_argument("--to", dest="target", required=True, metavar="TAG", help="the language wanted")
    command.add_argument("--terms", type=Path, metavar="T.tbx", help="terms that must be exact: TBX or CSV")
    command.add_argument(
        "--memory", type=Path, metavar="M.tmx", help="approved sentences that are used as they are"
    )
    command.add_argument("--engine", metavar="NAME", help="this engine alone, instead of the settings' order")
    command.add_argument("--format", choices=("text", "jsonl"), default="text")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the translation to standard output; the exit code is 2 for bad input, 1 for a failed engine."""
    from twinhall.environment import SettingError  # slow
    from twinhall.language.failure import EngineError

    try:
        write(args)
    except (BadInput, SettingError) as error:
        return complain(str(error), BAD_INPUT)
    except EngineError as error:
        return complain(str(error), FAILED)
    return 0


def complain(message: str, code: int) -> int:
    """Say in one line what went wrong."""
    print(f"twinhall translate: {message}", file=sys.stderr)
    return code


def write(args: argparse.Namespace) -> None:
    """Translate, write each line as soon as it is done, or a whole file, and say who translated."""
    from twinhall.captions.subtitles.reading import is_timed_text  # slow
    from twinhall.commands.translate_files import write_subtitles, write_xliff
    from twinhall.engines.translators import choice, choice_of
    from twinhall.language.interchange.xliff import is_xliff
    from twinhall.language.rendering.document import Document

    check_languages(args.source, args.target)
    data = read(args.file)
    terms = terms_of(args.terms, args.source, args.target)
    chosen = choice_of(args.engine) if args.engine else choice()
    recall = recall_of(args.memory, args.source, args.target, terms)
    document = Document(chosen.translate, args.source, args.target, terms, recall)
    told = Summary(args.source, args.target)
    if is_xliff(data):
        write_xliff(args, data, document, told)
        return
    text = decoded(data, args.file)
    if is_timed_text(text):
        write_subtitles(args, text, document, told)
        return
    for line in document.lines(lines_of(text)):
        print(as_json(line) if args.format == "jsonl" else line.text, flush=args.format == "jsonl")
        told.add(line)
    told.tell(in_text=args.format == "text")


def check_languages(source: str, target: str) -> None:
    """Make sure that two languages were named. Raises BadInput."""
    from twinhall.language.languages import LANGUAGES  # slow

    if source == target:
        raise BadInput(f"--from and --to are both {source}")
    for tag in (source, target):
        if not tag.isascii() or not tag.replace("-", "").isalpha():
            raise BadInput(f"{tag!r} is no language tag; known are {', '.join(LANGUAGES)}")


def read(path: Path) -> bytes:
    """Return what a file holds. Raises BadInput."""
    try:
        return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror})") from error


def decoded(data: bytes, path: Path) -> str:
    """Return a text, in UTF-8, or UTF-16 if it says so at its beginning. Raises BadInput."""
    encoding = next((name for mark, name in ENCODINGS.items() if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInput(f"{path}: not in {encoding.upper()} (byte {error.start}); save it as UTF-8") from error
    if "\0" in text:
        raise BadInput(f"{path}: not a text file")
    return text


def lines_of(text: str) -> Iterable[str]:
    """Return the lines of a text; what ends a line is a line feed, with or without a carriage return."""
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    return (line.removesuffix("\r") for line in lines)


def terms_of(path: Path | None, source: str, target: str) -> "AgreedTerms | None":
    """Return what makes terms exact, None without terms. Raises BadInput."""
    from twinhall.language.rendering.agreed import AgreedTerms  # slow

    return None if path is None else AgreedTerms(source, target, termbase_of(path))


def termbase_of(path: Path) -> "Termbase":
    """Read a file of terms, TBX or a table; say which entries are left out. Raises BadInput."""
    from twinhall.language.interchange.term_files import read_terms  # slow
    from twinhall.language.interchange.term_values import BadTermFile
    from twinhall.language.terms import Termbase

    try:
        found = read_terms(path.read_bytes())
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror})") from error
    except BadTermFile as error:
        raise BadInput(f"{path}: {why_bad(error)}") from error
    for rejected in found.rejected:
        print(f"{path}: {why_rejected(rejected)}", file=sys.stderr)
    return Termbase([entry.concept for entry in found.entries])


def recall_of(path: Path | None, source: str, target: str, terms: "AgreedTerms | None") -> "Recall | None":
    """Return what finds sentences in a translation memory, None without one. Raises BadInput."""
    from twinhall.language.memory.from_tmx import memory_in  # slow
    from twinhall.language.rendering.recall import Recall
    from twinhall.language.tmx import BadTmx

    if path is None:
        return None
    try:
        with path.open("rb") as file:
            found = memory_in(file, str(path), source, target)
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror})") from error
    except BadTmx as error:
        raise BadInput(str(error)) from error
    for rejected in found.rejected:
        detail = f" ({rejected.detail})" if rejected.detail else ""
        complain(f"{path}: line {rejected.line} is not used: {rejected.fault}{detail}", BAD_INPUT)
    if not len(found.memory):
        raise BadInput(f"{path}: holds no sentence in both {source} and {target}")
    return Recall(found.memory, path.name, terms)
