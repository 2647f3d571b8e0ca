"""Live captions of speech that no script explains: how right, how stable, how soon, at what cost.

Each recording is played by the simulated clock of `twinhall caption --live`, without a script, or with one
that is not being read (--script wrong). Computing is counted in processor time.
"""

import argparse
import statistics
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from _follow_recordings import NoRecordings, Recording, Sentence, default_folders, find, strangers
from _letters import Letters, alignment, letters_of
from _setting import progress, report, spread
from tests.captions import hard_sounds
from twinhall.captions.pipeline import SpeakerCaptions
from twinhall.captions.ports import SAMPLE_RATE
from twinhall.captions.replay import Timed, simulate
from twinhall.captions.values import Script, Segment
from twinhall.engines.registry import speech_engines
from twinhall.language.sentences import split_sentences

SOUND_S = 30.0
WRONG = {"ko": "vi", "vi": "ko", "ja": "ko", "en": "ko"}  # a speaker of that one at a microphone set to this


def played(language: str, samples: Any, script: Script | None) -> tuple[list[Timed], float]:
    """Play samples as live and return the lines of recognised speech, and the cost in cores."""
    captions = SpeakerCaptions(speech_engines(language), language, script)
    captions.prepare()
    before = time.process_time()
    lines = [(t, line) for t, line in simulate(captions, samples, time.process_time) if line.texts]
    cost = (time.process_time() - before) / (len(samples) / SAMPLE_RATE)
    return [(t, line) for t, line in lines if line.segment is None], cost


def utterances(lines: Sequence[Timed], language: str) -> list[list[tuple[float, str]]]:
    """Group the revisions of each utterance: when each came out, and its text."""
    grouped: dict[int, list[tuple[float, str]]] = {}
    for t, line in lines:
        grouped.setdefault(line.utterance, []).append((t, line.texts[language]))
    return list(grouped.values())


def erased(revisions: Sequence[tuple[float, str]]) -> int:
    """Count the characters that a later revision took back."""
    texts = ["", *(text for _, text in revisions)]
    return sum(len(a) - common(a, b) for a, b in pairwise(texts))


def common(a: str, b: str) -> int:
    """Return how many first characters are the same."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def shown(told: Sequence[Sequence[tuple[float, str]]]) -> Letters:
    """Return the letters of the last revisions, each with the time at which it first stood there."""
    found: Letters = []
    for revisions in told:
        final = revisions[-1][1]
        since = [
            next(t for t, text in revisions if text[: n + 1] == final[: n + 1]) for n in range(len(final))
        ]
        found += letters_of(final, since)
    return found


def spoken(sentences: Sequence[Sentence]) -> Letters:
    """Return the letters of what was said, each with the time by which it was, evenly over its sentence."""
    found: Letters = []
    for one in sentences:
        a_letter_s = (one.end_s - one.start_s) / len(one.text)
        found += letters_of(one.text, [one.start_s + a_letter_s * (n + 1) for n in range(len(one.text))])
    return found


def measure(recording: Recording, script: Script | None) -> dict[str, Any]:
    """Play one recording and count."""
    samples = recording.audio()
    lines, cost = played(recording.language, samples, script)
    told = utterances(lines, recording.language)
    heard, said = shown(told), spoken(recording.sentences)
    pairs, errors = alignment([c for c, _ in said], [c for c, _ in heard])
    finals = [revisions[-1][1] for revisions in told]
    return {
        "recording": recording.name,
        "language": recording.language,
        "seconds": round(len(samples) / SAMPLE_RATE, 1),
        "letters": len(said),
        "cer": round(errors / len(said), 3),
        "delays": [round(heard[j][1] - said[i][1], 2) for i, j in pairs],
        "erasure": round(sum(map(erased, told)) / max(1, sum(map(len, finals))), 3),
        "utterances": len(finals),
        "sentences_an_utterance": round(
            statistics.mean(len(split_sentences(f, recording.language)) for f in finals), 2
        )
        if finals
        else None,
        "cost_cores": round(cost, 3),
    }


def nonsense(language: str, voices: dict[str, Any]) -> list[dict[str, Any]]:
    """Show what stands on screen after sounds that hold no words, or words that cannot be understood."""
    voice, other = voices[language], voices[WRONG[language]]
    sounds = {
        "silence": hard_sounds.silence(SOUND_S),
        "hiss": hard_sounds.hiss(SOUND_S),
        "loud hiss": hard_sounds.hiss(SOUND_S, -15),
        "music": hard_sounds.music(SOUND_S),
        "applause": hard_sounds.applause(SOUND_S),
        "telephone": hard_sounds.telephone(voice),
        "clipping": hard_sounds.clipped(voice),
        "10 dB noise": hard_sounds.noisy(voice, 10),
        "two voices": hard_sounds.together(voice, other),
        f"wrong language ({WRONG[language]})": other,
    }
    found = []
    for name, samples in sounds.items():
        lines, cost = played(language, samples, None)
        finals = [revisions[-1][1] for revisions in utterances(lines, language)]
        letters = sum(len(letters_of(f, [0.0] * len(f))) for f in finals)
        minutes = len(samples) / SAMPLE_RATE / 60
        found.append(
            {
                "language": language,
                "sound": name,
                "letters_a_minute": round(letters / minutes),
                "cost_cores": round(cost, 3),
            }
        )
    return found


def wrong_script(recording: Recording, all_of: Sequence[Recording]) -> Script:
    """Return a script that is not read in a recording."""
    sentences = strangers(recording, all_of)
    return Script(recording.language, tuple(Segment(str(n), text) for n, text in enumerate(sentences)))


def main() -> None:
    """Measure, and print JSON."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("folders", type=Path, nargs="*", help="of recordings; default: those for tests")
    told.add_argument("--script", choices=["none", "wrong"], default="none")
    told.add_argument("--only", default="", help="recordings whose name has this in it")
    told.add_argument("--seconds", type=float, default=1e9, help="of each recording")
    told.add_argument("--sounds", action="store_true", help="hard sounds too")
    args = told.parse_args()
    try:
        found = find(args.folders or default_folders())
    except NoRecordings as missing:
        raise SystemExit(f"offscript: {missing}") from None
    each = []
    for one in found:
        if args.only in one.name:
            progress(one.name)
            script = wrong_script(one, found) if args.script == "wrong" else None
            each.append(measure(one.shortened(args.seconds), script))
    delays = {
        row["language"]: [d for r in each if r["language"] == row["language"] for d in r["delays"]]
        for row in each
    }
    figures: dict[str, Any] = {
        "delay_s": {language: spread(values, 2) for language, values in delays.items()},
        "each": [{k: v for k, v in row.items() if k != "delays"} for row in each],
    }
    if args.sounds:
        voices = {r.language: r.audio()[: int(SOUND_S * SAMPLE_RATE)] for r in found}
        figures["sounds"] = [row for tag in voices if WRONG[tag] in voices for row in nonsense(tag, voices)]
    report("offscript", {"script": args.script, "seconds": args.seconds}, figures)


if __name__ == "__main__":
    main()
