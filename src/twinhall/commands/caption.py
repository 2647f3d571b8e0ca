"""`twinhall caption`: captions of an audio file."""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twinhall.captions.replay import Timed
    from twinhall.captions.values import CaptionLine

LANGUAGES = ("ko", "vi", "ja", "en")


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `caption` and its arguments."""
    command = subparsers.add_parser("caption", help="captions of an audio file")
    command.add_argument("audio", type=Path)
    command.add_argument("--language", required=True, metavar="TAG", help="what is spoken: ko, vi, ja or en")
    command.add_argument("--script", type=Path, help="prepared remarks: JSON, XLIFF, or a sentence a line")
    command.add_argument("--to", default="", metavar="TAGS", help="languages of the captions, as in vi,en")
    mode = command.add_mutually_exclusive_group()
    mode.add_argument("--live", action="store_true", help="as in a meeting, by a simulated clock")
    mode.add_argument("--realtime", action="store_true", help="as in a meeting, at the speed of the audio")
    command.add_argument("--format", choices=("jsonl", "vtt", "srt"), default="jsonl")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the captions to standard output."""
    from twinhall.captions.pipeline import SpeakerCaptions  # slow
    from twinhall.captions.replay import play, simulate
    from twinhall.captions.script_files import read_script
    from twinhall.engines.audio_file import decode
    from twinhall.engines.registry import speech_engines

    script = read_script(args.script, args.language) if args.script else None
    samples = decode(args.audio)
    speaker = SpeakerCaptions(speech_engines(args.language), args.language, script)
    speaker.prepare()
    timed: Iterator[Timed]
    if args.live:
        timed = simulate(speaker, samples, time.process_time)
    else:
        timed = play(speaker, samples, time.monotonic, time.sleep)
    for t_s, line in timed:
        sys.stdout.write(as_json(t_s, line) + "\n")
        sys.stdout.flush()
    return 0


def as_json(t_s: float, line: "CaptionLine") -> str:
    """Return a line as DESIGN's JSON object."""
    return json.dumps(
        {
            "t": round(t_s, 3),
            "kind": line.kind,
            "segment": line.segment,
            "utterance": line.utterance,
            "revision": line.revision,
            "final": line.final,
            "start": line.start_ms / 1000,
            "end": line.end_ms / 1000,
            "texts": dict(line.texts),
        },
        ensure_ascii=False,
    )
