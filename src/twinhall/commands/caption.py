"""`twinhall caption`: captions of an audio or video file."""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from twinhall.commands.bad_input import BadInput

if TYPE_CHECKING:
    from twinhall.captions.ports import Translated
    from twinhall.captions.recording import Recording
    from twinhall.captions.replay import Timed
    from twinhall.captions.values import CaptionLine, Script
    from twinhall.captions.whole_file import Captioned
    from twinhall.commands.caption_translation import Translation

LANGUAGES = ("ko", "vi", "ja", "en")
FORMATS = ("jsonl", "vtt", "srt", "report")
BAD_INPUT, FAILED = 2, 1
DESCRIPTION = """\
Captions of an audio or video file. Where the speaker reads the script, its approved translations are shown at
the moment they are spoken; the rest is recognised, translated by machine, and labelled as such.

Without --live or --realtime the whole file is listened to first: this gives the best times and texts, for
subtitles and for the report of where the speaker left the script.
"""
EXAMPLES = """\
examples:
  twinhall caption speech.mp4 --language ko --script speech.xlf --to vi,en --format vtt > speech.vtt
  twinhall caption speech.mp4 --language ko --script speech.txt --format report
  twinhall caption speech.flac --language ko --script speech.txt --live

The exit code is 0, 2 if the input cannot be used, 1 if an engine failed. Warnings go to standard error.
"""


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `caption` and its arguments."""
    command = subparsers.add_parser(
        "caption",
        help="captions of an audio file",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("audio", type=Path, help="an audio or video file of any format")
    command.add_argument("--language", required=True, metavar="TAG", help="what is spoken: ko, vi, ja or en")
    command.add_argument(
        "--script",
        type=Path,
        metavar="FILE",
        help="prepared remarks: JSON, XLIFF, or text with a sentence a line",
    )
    command.add_argument(
        "--to",
        default="",
        metavar="TAGS",
        help="languages of the captions, as in vi,en: subtitles show them one under the other, the report is "
        "in the first (default: what is spoken)",
    )
    command.add_argument(
        "--terms", type=Path, metavar="T.tbx", help="names and terms that a machine's translation must keep"
    )
    mode = command.add_mutually_exclusive_group()
    mode.add_argument("--live", action="store_true", help="as in a meeting, by a simulated clock")
    mode.add_argument("--realtime", action="store_true", help="as in a meeting, at the speed of the audio")
    command.add_argument(
        "--format",
        choices=FORMATS,
        default="jsonl",
        help="jsonl: a line a caption (default); vtt, srt: subtitles; report: where the script was left",
    )
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the captions to standard output; the exit code is 2 for bad input."""
    from twinhall.captions.ports import EngineError  # slow
    from twinhall.captions.script_files import BadScript
    from twinhall.engines.audio_file import NoAudio
    from twinhall.environment import SettingError

    try:
        write(args)
    except (BadInput, BadScript, NoAudio, SettingError) as error:
        say(str(error))
        return BAD_INPUT
    except EngineError as error:
        say(str(error))
        return FAILED
    return 0


def say(message: str) -> None:
    """Say something in one line, on standard error."""
    print(f"twinhall caption: {message}", file=sys.stderr)


def write(args: argparse.Namespace) -> None:
    """Caption the file in the way that was asked for."""
    from twinhall.commands.caption_translation import Translation  # slow
    from twinhall.commands.translate import termbase_of
    from twinhall.engines.audio_file import recording

    wanted = languages_wanted(args.language, args.to)
    is_live = args.live or args.realtime
    if is_live and args.format == "report":
        raise BadInput("a report is made of the whole file: leave out --live and --realtime")
    script = script_of(args)
    terms = termbase_of(args.terms) if args.terms else None
    with recording(args.audio) as sound:
        if sound.damaged:
            say(f"{args.audio}: the file is damaged; captions are of the part that can be read")
        translation = Translation(args.language, wanted, terms)
        if is_live:
            write_lines(args, live(args, sound, script, translation), wanted, translation)
        else:
            write_whole(args, sound, script, wanted, translation, damaged=sound.damaged)


def write_lines(
    args: argparse.Namespace, timed: "Iterator[Timed]", wanted: Sequence[str], translation: "Translation"
) -> None:
    """Write lines as they come, or subtitles at the end."""
    lines = []
    for t_s, line in timed:
        if args.format == "jsonl":
            print(as_json(t_s, line, wanted), flush=True)
        lines.append(line)
    if args.format != "jsonl":
        write_subtitles(args, last_revisions(lines), wanted, list(translation.models))
    for loss in translation.losses(lines):
        say(loss)


def last_revisions(lines: "Sequence[CaptionLine]") -> "list[CaptionLine]":
    """Return the last of each utterance's lines, in the order in which the utterances began."""
    return list({line.utterance: line for line in lines}.values())


def write_whole(
    args: argparse.Namespace,
    sound: "Recording",
    script: "Script | None",
    wanted: Sequence[str],
    translation: "Translation",
    *,
    damaged: bool,
) -> None:
    """Listen to the whole file, then write its captions, subtitles, or the report."""
    from twinhall.captions.whole_file import captioned  # slow
    from twinhall.engines.registry import speech_engines, spoken_language, transcriber

    engines, recogniser = speech_engines(args.language), transcriber(args.language)
    found = captioned(engines, recogniser, sound, args.language, script, spoken_language())
    if args.format == "report":
        notes = [note for note, holds in (("damaged", damaged), ("other_language", found.other)) if holds]
        print(as_report(args, found, script, notes, (*wanted, args.language)[0]), end="")
        return
    if found.other:
        raise BadInput(f"{args.audio}: sounds like {found.other}, not like {args.language}")
    if not found.lines:
        say("no speech was heard")
    elif script and not found.readings:
        say("no sentence of the script was read out; is it the script of this recording?")
    lines = translation.of_recording(found.lines)
    write_lines(args, ((line.start_ms / 1000, line) for line in lines), wanted, translation)


def as_report(
    args: argparse.Namespace,
    found: "Captioned",
    script: "Script | None",
    notes: Sequence[str],
    language: str,
) -> str:
    """Return the report in a language."""
    from twinhall.captions.report import Subject, report  # slow

    speech = found.speech
    subject = Subject(
        args.audio.name,
        speech.length_s,
        speech.seconds(0.0, speech.length_s),
        args.language,
        recognised_by(),
        args.script.name if args.script else None,
        tuple(notes),
    )
    return report(subject, found.lines, script, language)


def write_subtitles(
    args: argparse.Namespace, lines: "Sequence[CaptionLine]", wanted: Sequence[str], models: Sequence[str]
) -> None:
    """Write subtitles, and tell on standard error which of them break a guideline."""
    from twinhall.captions.subtitles import MACHINE, RECOGNISED, as_srt, as_vtt, cues, summary  # slow

    found = cues(lines, wanted, args.language)
    engines = {RECOGNISED: recognised_by(), MACHINE: "; ".join(models)}
    print(as_vtt(found, engines) if args.format == "vtt" else as_srt(found), end="")
    say(summary(found))


def languages_wanted(spoken: str, to: str) -> list[str]:
    """Return the languages that captions are wanted in, none if it does not matter. Raises BadInput."""
    from twinhall.engines.translators import live_translator  # slow

    wanted = [tag.strip() for tag in to.split(",") if tag.strip()]
    unknown = [tag for tag in (spoken, *wanted) if tag not in LANGUAGES]
    if spoken not in unknown:
        unknown = [tag for tag in unknown if live_translator().lacks(spoken, tag)]
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
        say(f"{args.script} does not look like {args.language}")
    return script


def live(
    args: argparse.Namespace, sound: "Recording", script: "Script | None", translation: "Translation"
) -> "Iterator[Timed]":
    """Yield each line with the second at which it comes out in a meeting."""
    from twinhall.captions.pipeline import SpeakerCaptions  # slow
    from twinhall.captions.replay import play, simulate
    from twinhall.engines.registry import speech_engines

    speaker = SpeakerCaptions(speech_engines(args.language), args.language, script)
    speaker.prepare()
    if args.live:
        # Processor time, of one thread: a core of its own, whatever else this machine is doing.
        return simulate(speaker, sound, time.process_time, translation.beside(simulated=True))
    return play(speaker, sound, time.monotonic, time.sleep, translation.beside(simulated=False))


def recognised_by() -> str:
    """Return the name of what recognises speech."""
    from twinhall.engines.registry import WHISPER_BASE  # slow

    return WHISPER_BASE.name


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
    if line.machine:
        value["machine"] = {tag: as_provenance(made) for tag, made in line.machine.items()}
    return json.dumps(value, ensure_ascii=False)


def as_provenance(made: "Translated") -> dict[str, object]:
    """Return how a machine's translation came about."""
    return {"engine": made.engine, "model": made.model, "pivot": made.pivot, "flags": list(made.flags)}
