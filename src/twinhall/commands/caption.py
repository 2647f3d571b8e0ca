"""`twinhall caption`: captions of an audio file."""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twinhall.captions.replay import Timed
    from twinhall.captions.values import CaptionLine, Script

LANGUAGES = ("ko", "vi", "ja", "en")
BAD_INPUT, FAILED = 2, 1


class BadInput(ValueError):
    """What was asked cannot be done; the message says why, in one line."""


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `caption` and its arguments."""
    command = subparsers.add_parser("caption", help="captions of an audio file")
    command.add_argument("audio", type=Path, help="an audio or video file of any format")
    command.add_argument("--language", required=True, metavar="TAG", help="what is spoken: ko, vi, ja or en")
    command.add_argument("--script", type=Path, help="prepared remarks: JSON, XLIFF, or a sentence a line")
    command.add_argument("--to", default="", metavar="TAGS", help="languages of the captions, as in vi,en")
    mode = command.add_mutually_exclusive_group()
    mode.add_argument("--live", action="store_true", help="as in a meeting, by a simulated clock")
    mode.add_argument("--realtime", action="store_true", help="as in a meeting, at the speed of the audio")
    command.add_argument("--format", choices=("jsonl", "vtt", "srt"), default="jsonl")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the captions to standard output; the exit code is 2 for bad input."""
    from twinhall.captions.ports import EngineError  # slow
    from twinhall.captions.script_files import BadScript
    from twinhall.engines.audio_file import NoAudio

    try:
        write(args)
    except (BadInput, BadScript, NoAudio) as error:
        return complain(str(error), BAD_INPUT)
    except EngineError as error:
        return complain(str(error), FAILED)
    return 0


def complain(message: str, code: int) -> int:
    """Say in one line what went wrong."""
    print(f"twinhall caption: {message}", file=sys.stderr)
    return code


def write(args: argparse.Namespace) -> None:
    """Caption the file and write lines as they come, or subtitles at the end."""
    from twinhall.captions.subtitles import as_srt, as_vtt, cues  # slow

    wanted = languages_wanted(args.language, args.to)
    script = script_of(args)
    lines = []
    for t_s, line in timed_lines(args, script):
        if args.format == "jsonl":
            print(as_json(t_s, line, wanted), flush=True)
        lines.append(line)
    if args.format != "jsonl":
        writer = as_vtt if args.format == "vtt" else as_srt
        print(writer(cues(lines, wanted, args.language)), end="")


def languages_wanted(spoken: str, to: str) -> list[str]:
    """Return the languages that captions are wanted in, none if it does not matter. Raises BadInput."""
    wanted = [tag.strip() for tag in to.split(",") if tag.strip()]
    unknown = [tag for tag in (spoken, *wanted) if tag not in LANGUAGES]
    if unknown:
        raise BadInput(f"unknown language {unknown[0]!r}; known are {', '.join(LANGUAGES)}")
    return wanted


def script_of(args: argparse.Namespace) -> "Script | None":
    """Read the script, and warn if it looks like another language's."""
    from twinhall.captions.script_files import read_script  # slow
    from twinhall.language.guess import looks_like

    if args.script is None:
        return None
    script = read_script(args.script, args.language)
    if not looks_like(" ".join(s.text for s in script.segments), args.language):
        print(f"twinhall caption: {args.script} does not look like {args.language}", file=sys.stderr)
    return script


def timed_lines(args: argparse.Namespace, script: "Script | None") -> "Iterator[Timed]":
    """Yield each line with the second at which it comes out, in the mode that was asked for."""
    from twinhall.captions.pipeline import SpeakerCaptions  # slow
    from twinhall.captions.replay import play, simulate
    from twinhall.captions.whole_file import caption_recording
    from twinhall.engines.audio_file import decode
    from twinhall.engines.registry import speech_engines, transcriber

    samples = decode(args.audio)
    engines = speech_engines(args.language)
    if not (args.live or args.realtime):
        lines = caption_recording(engines, transcriber(args.language), samples, args.language, script)
        return ((line.start_ms / 1000, line) for line in lines)
    speaker = SpeakerCaptions(engines, args.language, script)
    speaker.prepare()
    if args.live:
        # Processor time, of one thread: a core of its own, whatever else this machine is doing.
        return simulate(speaker, samples, time.process_time)
    return play(speaker, samples, time.monotonic, time.sleep)


def as_json(t_s: float, line: "CaptionLine", wanted: Sequence[str]) -> str:
    """Return a line as one JSON object, with the texts wanted and the spoken one."""
    spoken = next(iter(line.texts), None)
    texts = {tag: text for tag, text in line.texts.items() if not wanted or tag in wanted or tag == spoken}
    value = {
        "t": round(t_s, 3),
        "kind": line.kind,
        "segment": line.segment,
        "utterance": line.utterance,
        "revision": line.revision,
        "final": line.final,
        "start": line.start_ms / 1000,
        "end": line.end_ms / 1000,
        "texts": texts,
    }
    return json.dumps(value, ensure_ascii=False)
