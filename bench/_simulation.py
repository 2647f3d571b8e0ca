"""Speeches made of a text: read out, misheard, with ad-libs, skips and repeats; and their scores."""

import random
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

Chars = list[str]
BURSTS, MOST_BURST = 0.4, 5  # share of wrong characters that come in rows, and how long these get
HANGUL, HANGUL_END = 0xAC00, 0xD7A3
TONES = {
    "a": "aáàảãạăâấầ",
    "e": "eéèẻêếề",
    "i": "iíìỉ",
    "o": "oóòôốồơớ",
    "u": "uúùưứ",
    "y": "yýỳ",
}
REPEATS, SKIPS, ADLIBS = 0.06, 0.05, 0.12  # after a sentence


@dataclass(frozen=True)
class Stretch:
    """Something said in one go: the sentence it is (None: off script), and what a recogniser makes of it.

    heard: what is heard of each character that was said, nothing to several characters.
    kind: read, again, skipped_to, adlib, back.
    """

    sentence: int | None
    kind: str
    heard: list[str]


@dataclass
class Scores:
    """Counts of one or more simulated speeches; lags in characters."""

    shown_right: int = 0
    characters: int = 0
    off_script: int = 0
    false_lock: int = 0
    sentences: int = 0
    missed: int = 0
    flashes: int = 0
    lags: dict[str, list[int]] = field(default_factory=dict)

    def figures(self) -> dict[str, float | None]:
        """Return what a report says of them."""
        lags = {
            f"{kind}_lag_p{p}": quantile(values, p / 100)
            for kind, values in self.lags.items()
            for p in (50, 95)
        }
        return {
            "right": round(self.shown_right / max(1, self.characters), 3),
            "missed": round(self.missed / max(1, self.sentences), 4),
            "false_lock": round(self.false_lock / max(1, self.off_script), 3),
            "wrong_flashes_per_1000": round(1000 * self.flashes / max(1, self.characters), 2),
            **lags,
        }


def quantile(values: Sequence[int], share: float) -> float | None:
    """Return a quantile, None of nothing."""
    return float(np.quantile(values, share, method="inverted_cdf")) if values else None


def letters(text: str) -> Chars:
    """Return what of a text is spoken, character by character."""
    return [c for c in unicodedata.normalize("NFC", text) if c.isalnum()]


def misheard(said: Chars, error: float, language: str, rng: random.Random) -> list[str]:
    """Return what is heard of each character. Errors: near sounds, losses, insertions, rows of them."""
    heard: list[str] = []
    while len(heard) < len(said):
        c, dice = said[len(heard)], rng.random()
        if dice < error * BURSTS / 3:
            row = said[len(heard) : len(heard) + rng.randint(1, MOST_BURST)]
            lost = rng.random() < 0.5
            heard += ["" if lost else near(x, said, language, rng) for x in row]
            continue
        dice = rng.random() / (error * (1 - BURSTS)) if error else 1.0
        heard.append(
            near(c, said, language, rng)
            if dice < 0.6
            else ""
            if dice < 0.82
            else c + rng.choice(said)
            if dice < 1
            else c
        )
    return heard


def near(c: str, said: Chars, language: str, rng: random.Random) -> str:
    """Return another character, often one that sounds alike."""
    if language == "ko" and HANGUL <= ord(c) <= HANGUL_END and rng.random() < 0.6:
        syllable = ord(c) - HANGUL
        first, vowel, last = syllable // 588, syllable // 28 % 21, syllable % 28
        dice = rng.random()
        if dice < 0.35:
            first = rng.randrange(19)
        elif dice < 0.7:
            vowel = rng.randrange(21)
        else:
            last = rng.choice([0, 0, 1, 4, 8, 16, 17, 21])
        return chr(HANGUL + first * 588 + vowel * 28 + last)
    base = unicodedata.normalize("NFD", c)[0]
    if language == "vi" and base in TONES and rng.random() < 0.5:
        return rng.choice(TONES[base])
    return rng.choice(said)


def speech(
    script: Sequence[str], adlibs: Sequence[str], error: float, language: str, rng: random.Random
) -> list[Stretch]:
    """Return a script read out by someone who also repeats, skips and improvises."""
    said: list[Stretch] = []
    at, kind = 0, "read"
    while at < len(script):
        said.append(Stretch(at, kind, misheard(letters(script[at]), error, language, rng)))
        kind, dice = "read", rng.random()
        if dice < REPEATS:
            kind = "again"
            continue
        if dice < REPEATS + SKIPS:
            at, kind = at + rng.randint(3, 8), "skipped_to"
            continue
        if dice < REPEATS + SKIPS + ADLIBS:
            words = letters(rng.choice(adlibs))[:200]
            said.append(Stretch(None, "adlib", misheard(words, error, language, rng)))
            kind = "back"
        at += 1
    return said


def score(said: Sequence[Stretch], shown: Sequence[Sequence[int | None]], grace: int, total: Scores) -> None:
    """Add what was shown after each character of each stretch. grace: characters until it must be right."""
    for stretch, row in zip(said, shown, strict=True):
        total.characters += len(row)
        total.shown_right += sum(s == stretch.sentence for s in row)
        if stretch.sentence is None:
            total.off_script += len(row[grace:])
            total.false_lock += sum(s is not None for s in row[grace:])
            left = next((n for n, s in enumerate(row, 1) if s is None), len(row))
            total.lags.setdefault("leaving", []).append(left)
            continue
        total.sentences += 1
        total.flashes += sum(b is not None and b != stretch.sentence and b != a for a, b in pairwise(row))
        found = next((n for n, s in enumerate(row, 1) if s == stretch.sentence), None)
        total.missed += found is None
        total.lags.setdefault(stretch.kind, []).append(found or len(row))
