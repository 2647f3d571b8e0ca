"""Finds pairs whose source is the sentence asked for, or like it.

Trigrams choose candidates, rapidfuzz compares them. What was added since the trigrams were counted lies in a
list that is compared whole; settled() counts anew.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from twinhall.language.memory.differences import marks
from twinhall.language.memory.grams import Grams
from twinhall.language.memory.normal import normal
from twinhall.language.memory.values import LEAST_SCORE, Match, MatchKind, Pair

CANDIDATES = 60  # of the counted ones, compared letter by letter
FRESH = 1_000  # sentences that may lie uncounted before it is worth counting anew
MOST_LETTERS = 2_000  # a longer sentence is only looked for as it stands
EVERYONES = 0
ORDER = (MatchKind.CONTEXT, MatchKind.EXACT, MatchKind.FUZZY)


class Memory:
    """Pairs of one direction, of any number of texts. Not for two threads that both change it."""

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        self._pairs: dict[int, Pair] = {}
        self._under: dict[str, dict[int, Pair]] = {}  # by what the source is compared as
        for pair in pairs:
            self._keep(pair)
        self._counted = Grams(list(self._under))
        self._numbers = {key: n for n, key in enumerate(self._counted.sentences)}
        self._fresh: dict[str, None] = {}
        self._scopes: list[int] = []
        self._holds: list[NDArray[np.bool_]] = []
        self._count_scopes()

    def __len__(self) -> int:
        return len(self._pairs)

    @property
    def needs_settling(self) -> bool:
        """True when so much was added that it should be counted anew."""
        return len(self._fresh) > FRESH

    def settled(self) -> "Memory":
        """Return the same memory with everything counted. Cost: a second for 100,000 pairs."""
        return Memory(self._pairs.values())

    def put(self, pair: Pair) -> None:
        """Add a pair, or replace the one with its id."""
        self.remove(pair.id)
        key = self._keep(pair)
        number = self._numbers.get(key)
        if number is None:
            self._fresh[key] = None
        elif pair.scope in self._scopes:
            self._holds[self._scopes.index(pair.scope)][number] = True
        else:
            self._scopes.append(pair.scope)
            held = np.zeros(len(self._numbers), np.bool_)
            held[number] = True
            self._holds.append(held)

    def remove(self, pair_id: int) -> None:
        """Forget a pair; one that is not there is no error."""
        pair = self._pairs.pop(pair_id, None)
        if pair is None:
            return
        key = normal(pair.source)
        del self._under[key][pair_id]
        if not self._under[key]:
            del self._under[key]
            self._fresh.pop(key, None)

    def exact(
        self, sentence: str, before: str | None = None, *, scopes: Collection[int] | None = None
    ) -> list[Match]:
        """Return the pairs of this very sentence, each translation once: with the same context first.

        before: the sentence in front of it, "" at the start, None if not known. scopes: whose pairs may be
        seen beside everyone's; None: all. Cost: 5 µs.
        """
        context = None if before is None else normal(before)
        found = [
            Match(pair, 100, MatchKind.CONTEXT if _follows(pair, context) else MatchKind.EXACT)
            for pair in self._under.get(normal(sentence), {}).values()
            if _may_see(pair, scopes)
        ]
        return _each_translation_once(found)

    def find(
        self,
        sentence: str,
        before: str | None = None,
        *,
        most: int = 3,
        scopes: Collection[int] | None = None,
        without: Collection[int] = (),
    ) -> list[Match]:
        """Return up to `most` pairs like the sentence, the best first: context, exact, then by score.

        without: ids of pairs not wanted. See exact() for the rest. Cost: docs/developer/benchmarks.md
        """
        found = [m for m in self.exact(sentence, before, scopes=scopes) if m.pair.id not in without]
        if len(found) >= most:
            return found[:most]
        key = normal(sentence)
        said = {normal(m.pair.target) for m in found}
        for other, score in self._like(key, scopes):
            like = [
                Match(pair, score, MatchKind.FUZZY)
                for pair in self._under[other].values()
                if pair.id not in without and _may_see(pair, scopes)
            ]
            found += like
            said.update(normal(m.pair.target) for m in like)
            if len(said) >= most:
                break
        return [_marked(match, key) for match in _each_translation_once(found)[:most]]

    def _like(self, key: str, scopes: Collection[int] | None) -> list[tuple[str, int]]:
        """Return sentences that are like one and not the same, with the per cent, the best first."""
        if not key or len(key) > MOST_LETTERS:
            return []
        shortest, longest = -(-len(key) * LEAST_SCORE // 100), len(key) * 100 // LEAST_SCORE
        near = self._counted.near(key, shortest, longest, CANDIDATES, self._seen(scopes))
        there: Sequence[str] = [self._counted.sentences[n] for n in near]
        found = process.extract(
            key,
            list(chain(there, self._fresh)),
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=LEAST_SCORE / 100,
            limit=None,
        )
        return [
            (sentence, min(99, int(score * 100 + 1e-9)))
            for sentence, score, _ in found
            if sentence in self._under and sentence != key
        ]

    def _keep(self, pair: Pair) -> str:
        key = normal(pair.source)
        self._pairs[pair.id] = pair
        self._under.setdefault(key, {})[pair.id] = pair
        return key

    def _count_scopes(self) -> None:
        by_scope: dict[int, NDArray[np.bool_]] = {}
        for number, key in enumerate(self._counted.sentences):
            for pair in self._under[key].values():
                if pair.scope not in by_scope:
                    by_scope[pair.scope] = np.zeros(len(self._numbers), np.bool_)
                by_scope[pair.scope][number] = True
        self._scopes, self._holds = list(by_scope), list(by_scope.values())

    def _seen(self, scopes: Collection[int] | None) -> NDArray[np.bool_] | None:
        """Return which of the counted sentences may be seen, None if all may."""
        if scopes is None or all(s == EVERYONES or s in scopes for s in self._scopes):
            return None
        seen = np.zeros(len(self._numbers), np.bool_)
        for scope, holds in zip(self._scopes, self._holds, strict=True):
            if scope == EVERYONES or scope in scopes:
                seen |= holds
        return seen


def _follows(pair: Pair, context: str | None) -> bool:
    return context is not None and pair.before is not None and normal(pair.before) == context


def _may_see(pair: Pair, scopes: Collection[int] | None) -> bool:
    return scopes is None or pair.scope == EVERYONES or pair.scope in scopes


def _marked(match: Match, here: str) -> Match:
    if match.kind is not MatchKind.FUZZY:
        return match
    return replace(match, marks=marks(normal(match.pair.source), here))


def _each_translation_once(found: Iterable[Match]) -> list[Match]:
    """Return the best of each translation, of equals the latest, in order."""
    ordered = sorted(found, key=lambda m: (ORDER.index(m.kind), -m.score, -m.pair.id))
    kept: dict[str, Match] = {}
    for match in ordered:
        kept.setdefault(normal(match.pair.target), match)
    return list(kept.values())
