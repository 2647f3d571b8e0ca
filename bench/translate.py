"""The default translation engine: how fast, how much memory, and whether it says what its reference says.

Runs the real Portuguese–English models, the only ones that a package carries, on the English sentences of
FLORES-200 and back. There is no Portuguese reference, so quality is that of the way there and back, against
the sentence it began with: with names under masks and without, the difference is what masking costs.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil
from sacrebleu.metrics import CHRF

from _setting import CHECKOUT, progress, report, spread
from tests.engines.marian.portuguese import install, reference
from twinhall.engines.marian.store import paths_in
from twinhall.language.rendering.protected import NONCES, Masked

TEXTS = CHECKOUT.parent / "shared" / "data" / "parallel" / "flores200_dev.tsv"
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-zA-Z]+(?: [A-Z][a-zA-Z]+)*")
MOST_NAMES = 3


def main() -> None:
    """Measure, and print one JSON object."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sentences", type=int, default=997)
    options.add_argument("--texts", type=Path, default=TEXTS, help="tab-separated, a column called en")
    options.add_argument("--alone", metavar="PAIR", help=argparse.SUPPRESS)
    options.add_argument("--models", type=Path, help=argparse.SUPPRESS)
    args = options.parse_args()
    sentences = english(args.texts)[: args.sentences]
    if args.alone:
        print(json.dumps(alone(args.models, args.alone, sentences)))
        return
    with tempfile.TemporaryDirectory() as models:
        install(Path(models))
        progress(f"{len(sentences)} sentences there, each model in a process of its own")
        figures = {"en-pt": measured(models, "en-pt", args), "pt-en": measured(models, "pt-en", args)}
        figures["masks"] = masks(Path(models), sentences)
    settings = {"sentences": len(sentences), "texts": args.texts.name, "threads": 1}
    report("translate", settings, figures)


def english(path: Path) -> list[str]:
    """Return the English sentences of a table."""
    head, *rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    return [row[head.index("en")] for row in rows]


def measured(models: str, pair: str, args: argparse.Namespace) -> dict[str, Any]:
    """Measure a direction in a process of its own, so that its memory is its own."""
    command = [sys.executable, __file__, "--alone", pair, "--models", models]
    command += ["--sentences", str(args.sentences), "--texts", str(args.texts)]
    one_thread = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=os.environ | one_thread)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def alone(models: Path, pair: str, sentences: list[str]) -> dict[str, Any]:
    """Load a model, translate sentence by sentence and all together, compare with the reference engine.

    Words and seconds: of the source, and of the processor (one thread), whatever else the machine does.
    """
    from twinhall.engines.marian.runtime import Runtime  # slow: its memory is counted

    if pair == "pt-en":
        sentences = [o.text for o in Runtime(paths_in(models / "marian-en-pt")).translate(sentences)]
    before = psutil.Process().memory_info().rss
    began, began_wall = time.process_time(), time.perf_counter()
    runtime = Runtime(paths_in(models / f"marian-{pair}"))
    load_s, load_wall_s = time.process_time() - began, time.perf_counter() - began_wall
    runtime.translate(["Ready."])
    words = sum(len(sentence.split()) for sentence in sentences)
    each: list[float] = []
    for sentence in sentences[:200]:
        began = time.process_time()
        runtime.translate([sentence])
        each.append(1000 * (time.process_time() - began))
    began = time.process_time()
    outputs = [o.text for o in runtime.translate(sentences)]
    together_s = time.process_time() - began
    memory = psutil.Process().memory_info().rss - before
    engine = reference(pair.replace("-", ""))
    began = time.process_time()
    expected = [engine.translate(sentence) for sentence in sentences]
    reference_s = time.process_time() - began
    return {
        "model_mb": round((models / f"marian-{pair}" / "model.bin").stat().st_size / 1e6, 1),
        "load_s": round(load_s, 3),
        "load_wall_s": round(load_wall_s, 3),
        "memory_mb": round(memory / 1e6),
        "words": words,
        "words_a_second_together": round(words / together_s),
        "words_a_second_alone": round(sum(len(s.split()) for s in sentences[:200]) / sum(each) * 1000),
        "sentence_alone_ms": spread(each, 1),
        "reference_words_a_second": round(words / reference_s),
        "same_as_reference": sum(a == b for a, b in zip(outputs, expected, strict=True)),
        "sentences": len(sentences),
    }


def masks(models: Path, sentences: list[str]) -> dict[str, Any]:
    """Translate sentences with names there and back, with masks and without."""
    from twinhall.engines.marian.runtime import Runtime  # slow

    there, back = (Runtime(paths_in(models / f"marian-{pair}")) for pair in ("en-pt", "pt-en"))
    named = [masked for sentence in sentences if (masked := under_masks(sentence))]
    originals = [restored_source(m) for m in named]
    progress(f"{len(named)} sentences with names, there and back")
    plain = round_trip(there, back, originals)
    under = round_trip(there, back, [m.text for m in named])
    restored = [m.restored_anywhere(text) for m, text in zip(named, under, strict=True)]
    whole = [n for n, text in enumerate(restored) if text is not None]
    score = CHRF(word_order=2)
    with_masks = score.corpus_score([restored[n] or "" for n in whole], [[originals[n] for n in whole]])
    without = score.corpus_score([plain[n] for n in whole], [[originals[n] for n in whole]])
    return {
        "sentences": len(named),
        "masks_kept_there_and_back": len(whole),
        "names_kept_without_masks": sum(
            all(name in plain[n] for name in m.spans) for n, m in enumerate(named)
        ),
        "chrf_with_masks": round(with_masks.score, 2),
        "chrf_without_masks": round(without.score, 2),
    }


class Names(Masked):
    """Masks that may come out in another order: names in a sentence do."""

    def restored_anywhere(self, translated: str) -> str | None:
        """Return a translation with the names put back, None unless each mask is there once."""
        if any(translated.count(name) != 1 for name in self.names):
            return None
        for name, span in zip(self.names, self.spans, strict=True):
            translated = translated.replace(name, span)
        return translated


def under_masks(sentence: str) -> Names | None:
    """Return a sentence whose first names are masked, None if it has none."""
    names = list(dict.fromkeys(NAME.findall(sentence)))[:MOST_NAMES]
    if not names or any(sentence.count(name) != 1 for name in names):
        return None
    text = sentence
    for nonce, name in zip(NONCES, names, strict=False):
        text = text.replace(name, nonce)
    return Names(text, NONCES[: len(names)], tuple(names))


def restored_source(masked: Names) -> str:
    """Return the sentence itself."""
    return masked.restored_anywhere(masked.text) or ""


def round_trip(there: Any, back: Any, sentences: list[str]) -> list[str]:
    """Return sentences after the way there and back."""
    return [o.text for o in back.translate([o.text for o in there.translate(sentences)])]


if __name__ == "__main__":
    main()
