"""The translation memory at 100,000 sentences: how long a question takes, and what is not found.

Sentences are put together from the clauses of real ones (FLORES, NTREX), so that each clause stands in
many: harder than real text. Half of the questions are sentences of the memory with 5 to 30 % of their words
changed, half are not in it. What is found is compared with what comparing every sentence finds. Times are
processor time of the thread, memory what the process grew by.
"""

import argparse
import gc
import time
from typing import Any

import psutil
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from _memory_texts import Texts, texts
from _setting import progress, report, spread
from twinhall.language.memory import LEAST_SCORE, Memory, Pair
from twinhall.language.memory.index import FRESH

LANGUAGES = ("ko", "vi", "ja", "en")


def main() -> None:
    """Measure, and print JSON."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sentences", type=int, default=100_000)
    asked.add_argument("--questions", type=int, default=2_000, help="in each language")
    asked.add_argument("--compared", type=int, default=200, help="questions answered by comparing everything")
    asked.add_argument("--seed", type=int, default=5)
    asked.add_argument("--languages", nargs="*", default=LANGUAGES)
    told = asked.parse_args()
    figures = {language: _language(language, told) for language in told.languages}
    report("memory", vars(told), {"languages": figures})


def _language(language: str, told: argparse.Namespace) -> dict[str, Any]:
    progress(language)
    made = texts(language, told.sentences, told.questions, told.seed)
    pairs = [Pair(n, text, f"#{n}") for n, text in enumerate(made.held)]
    before = _resident_mb()
    began = time.thread_time()
    memory = Memory(pairs)
    built = time.thread_time() - began
    grown = _resident_mb() - before
    figures = {
        "sentences": len(memory),
        "letters_a_sentence": round(sum(map(len, made.held)) / len(made.held), 1),
        "build_s": round(built, 2),
        "memory_mb": round(grown),
        "near_ms": _asked(memory, made.near),
        "far_ms": _asked(memory, made.far),
        "all_ms": _asked(memory, [*made.near, *made.far]),
        "exact_ms": _asked(memory, made.held[: len(made.near)]),
        "against_comparing_all": _missed(memory, made, told.compared),
    }
    for number in range(FRESH):
        memory.put(Pair(len(pairs) + number, f"{made.held[number]} {number}", f"+{number}"))
    return figures | {f"all_ms_with_{FRESH}_just_added": _asked(memory, [*made.near, *made.far])}


def _asked(memory: Memory, questions: "list[str] | tuple[str, ...]") -> dict[str, Any]:
    for question in questions[:20]:  # what is first used is first loaded
        memory.find(question)
    times = []
    for question in questions:
        began = time.thread_time()
        memory.find(question)
        times.append((time.thread_time() - began) * 1000)
    return spread(times)


def _missed(memory: Memory, made: Texts, count: int) -> dict[str, int]:
    """Compare the best that was found with the best there is."""
    found = missed = 0
    for question in [*made.near[: count // 2], *made.far[: count - count // 2]]:
        best = process.extractOne(
            question, made.held, scorer=Levenshtein.normalized_similarity, score_cutoff=LEAST_SCORE / 100
        )
        if best is None:
            continue
        found += 1
        matches = memory.find(question)
        missed += not matches or matches[0].score < int(best[1] * 100 + 1e-9)
    return {"questions": count, "with_a_match": found, "best_missed": missed}


def _resident_mb() -> float:
    gc.collect()
    return psutil.Process().memory_info().rss / 1e6


if __name__ == "__main__":
    main()
