"""`twinhall translate` on files that are no plain text: subtitles and XLIFF."""

import argparse
import sys
from typing import TYPE_CHECKING

from twinhall.commands.bad_input import BadInput
from twinhall.commands.translate_lines import as_json
from twinhall.commands.translate_summary import Summary

if TYPE_CHECKING:
    from twinhall.language.rendering.document import Document

XLIFF_FAULTS = {
    "entities": "declares entities, which is not safe",
    "encoding": "not in the encoding that it names",
    "damaged": "damaged or cut off",
    "too_deep": "nested too deep",
    "too_many": "too large",
}


def write_subtitles(args: argparse.Namespace, text: str, document: "Document", told: Summary) -> None:
    """Write subtitles whose times are those of the file. Raises BadInput."""
    from twinhall.captions.subtitles.reading import read_timed_text, sentences_said  # slow
    from twinhall.captions.subtitles.retelling import Retold, as_retold_srt, as_retold_vtt, origin_of, retold

    timed = read_timed_text(text, args.source)
    for number in timed.rejected:
        print(f"twinhall translate: {args.file}: line {number}: no subtitle with a time", file=sys.stderr)
    if not timed.cues:
        raise BadInput(f"{args.file}: holds no subtitle")
    said = sentences_said(timed.cues, args.source)
    words: list[Retold] = []
    for sentence, line in zip(said, document.lines(s.text for s in said), strict=True):
        told.add(line)
        if args.format == "jsonl":
            print(as_json(line, cues=[n + 1 for n in sentence.cues]), flush=True)
        untranslated = "untranslated" in line.flags
        origin = origin_of(machine=line.machine, untranslated=untranslated)
        words.append(Retold(line.text, args.source if untranslated else args.target, origin))
    if args.format == "text":
        write = as_retold_vtt if timed.webvtt else as_retold_srt
        shown = retold(timed, said, words, args.source, args.target)
        print(write(timed, shown, args.target, told.statement), end="")
    told.tell(in_text=False)


def write_xliff(args: argparse.Namespace, data: bytes, document: "Document", told: Summary) -> None:
    """Write the XLIFF with its empty targets filled, to be reviewed. Raises BadInput."""
    from twinhall.language.interchange.xliff import NotXliff  # slow
    from twinhall.language.interchange.xliff_filling import Filling, OtherLanguages
    from twinhall.language.interchange.xml import BadXml

    try:
        filling = Filling(data, args.source, args.target)
    except BadXml as error:
        where = f"line {error.line}: " if error.line else ""
        raise BadInput(f"{args.file}: {where}{XLIFF_FAULTS[error.fault]}") from error
    except NotXliff as error:
        raise BadInput(f"{args.file}: XML, but not XLIFF") from error
    except OtherLanguages as error:
        asked = f"not from {args.source} to {args.target}"
        raise BadInput(f"{args.file}: {asked}, but for {error}") from error
    texts = [slot.text.split("\n") for slot in filling.slots]
    rendered = document.lines(line for text in texts for line in text)
    for slot, text in zip(filling.slots, texts, strict=True):
        own = [next(rendered) for _ in text]
        for line in own:
            told.add(line)
            if args.format == "jsonl":
                print(as_json(line, unit=slot.name), flush=True)
        if not any("untranslated" in line.flags for line in own):
            engine = "+".join(dict.fromkeys(line.engine for line in own if line.machine))
            memory = any(line.memory for line in own)
            filling.fill(slot, "\n".join(line.text for line in own), engine, memory=memory)
    if args.format == "text":
        if told.statement:
            filling.state(told.statement)
        print(filling.written(), end="")
    told.tell(in_text=False)
