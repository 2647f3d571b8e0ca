"""As many sentences of a language as are wanted, and questions like and unlike them."""

import csv
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "parallel"
HELD_OUT = 5  # of so many real sentences one is never in the memory, nor are its clauses
SPOILT = (0.05, 0.1, 0.15, 0.2, 0.3)  # share of the words that differ


@dataclass(frozen=True, slots=True)
class Texts:
    """Sentences of the memory; questions near to one of them, and far from all."""

    held: tuple[str, ...]
    near: tuple[str, ...]
    far: tuple[str, ...]


def texts(language: str, count: int, questions: int, seed: int) -> Texts:
    """Return sentences put together from the clauses of real ones, no two the same."""
    rng = random.Random(seed)
    real = [row[language] for row in _rows() if row[language]]
    clauses = [c for n, text in enumerate(real) if n % HELD_OUT for c in _clauses(text, language, rng)]
    held = _invented(clauses, language, count, rng)
    near = [_spoilt(rng.choice(held), rng.choice(SPOILT), language, held, rng) for _ in range(questions // 2)]
    unseen = real[::HELD_OUT]
    known = set(held)
    others = [s for s in _invented(clauses, language, questions, rng) if s not in known]
    far = [rng.choice(unseen) if n % 2 else others[n] for n in range(questions - len(near))]
    return Texts(tuple(held), tuple(near), tuple(far))


def _rows() -> Iterator[dict[str, str]]:
    for name in ("flores200_dev.tsv", "ntrex_docs_001-060.tsv"):
        with (DATA / name).open(encoding="utf-8") as file:
            yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _clauses(text: str, language: str, rng: random.Random) -> list[str]:
    if language == "ja":
        return [piece for piece in re.split(r"(?<=[、。])", text) if piece]
    words, found, at = text.split(" "), [], 0
    while at < len(words):
        size = rng.randint(3, 7)
        found.append(" ".join(words[at : at + size]))
        at += size
    return found


def _invented(clauses: list[str], language: str, count: int, rng: random.Random) -> list[str]:
    glue = "" if language == "ja" else " "
    found: dict[str, None] = {}
    while len(found) < count:
        found[glue.join(rng.choices(clauses, k=rng.choice((1, 2, 2, 3, 3, 4))))] = None
    return list(found)


def _spoilt(sentence: str, share: float, language: str, held: list[str], rng: random.Random) -> str:
    """Return a sentence with some words others, more, or fewer; in Japanese letters."""
    glue = "" if language == "ja" else " "
    words = list(sentence) if language == "ja" else sentence.split(" ")
    other = rng.choice(held)
    foreign = list(other) if language == "ja" else other.split(" ")
    for _ in range(max(1, round(len(words) * share))):
        at, dice = rng.randrange(len(words)), rng.random()
        if dice < 0.5:
            words[at] = rng.choice(foreign)
        elif dice < 0.75:
            words.insert(at, rng.choice(foreign))
        elif len(words) > 1:
            del words[at]
    return glue.join(words)
