"""What does one call of the speech engine cost on this machine, with the model and device in the settings?

Wall-clock time of each kind of call that following makes, the median of repeated ones. Prints JSON.
TWINHALL_DEVICE and TWINHALL_WHISPER_MODEL choose what is measured, as they do in a meeting.
"""

import argparse
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from _setting import report
from twinhall import environment
from twinhall.captions.ports import SAMPLE_RATE
from twinhall.captions.script_files import read_script
from twinhall.engines import registry
from twinhall.engines.audio_file import decode
from twinhall.engines.gpu import placed
from twinhall.engines.whisper import WhisperRecognizer, WhisperScorer

LENGTHS_S = (1, 2, 4, 6)
TEXTS = (1, 6)
MOST_TOKENS = 24  # of a free transcript
WARM_UP = 2


def main() -> None:
    """Print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("audio", type=Path)
    parser.add_argument("--language", required=True)
    parser.add_argument("--script", type=Path, required=True)
    parser.add_argument("--repeat", type=int, default=20)
    args = parser.parse_args()
    began_s = time.perf_counter()
    whisper = registry.whisper()
    load_s = time.perf_counter() - began_s
    device, computes = placed(environment.read(os.environ).device)
    script = read_script(args.script, args.language)
    audio = decode(args.audio).astype("float32") / 32768.0
    scorer, recognizer = WhisperScorer(whisper, args.language), WhisperRecognizer(whisper, args.language)
    texts = [scorer.tokens(segment.text) for segment in script.segments]
    rows = [
        row
        for length_s in LENGTHS_S
        for row in measured(scorer, recognizer, audio[: length_s * SAMPLE_RATE], texts, args.repeat)
    ]
    setting = {"device": device, "computes": computes, "model": registry.whisper_folder().name}
    report("engine_calls", setting | {"repeat": args.repeat}, {"load_s": round(load_s, 2), "rows": rows})


def measured(
    scorer: WhisperScorer,
    recognizer: WhisperRecognizer,
    samples: Any,
    texts: Sequence[Sequence[int]],
    repeat: int,
) -> list[dict[str, Any]]:
    """Return a row a kind of call on a stretch of audio."""
    sound = scorer.encode(samples, 0.0)
    calls: dict[str, Callable[[], object]] = {
        "encode": lambda: scorer.encode(samples, 0.0),
        "free": lambda: scorer.free(sound, MOST_TOKENS),
        "recognize": lambda: recognizer.recognize(samples),
    }
    for count in TEXTS:
        calls[f"score_{count}"] = lambda count=count: scorer.score(sound, texts[:count])
    return [
        {"call": name, "audio_s": len(samples) / SAMPLE_RATE, "ms": round(median_ms(call, repeat), 1)}
        for name, call in calls.items()
    ]


def median_ms(call: Callable[[], object], repeat: int) -> float:
    """Return the median time of a call."""
    taken: list[float] = []
    for _ in range(WARM_UP + repeat):
        began_s = time.perf_counter()
        call()
        taken.append((time.perf_counter() - began_s) * 1000)
    return median(taken[WARM_UP:])


if __name__ == "__main__":
    main()
