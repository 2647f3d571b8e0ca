"""The translation memory as a pure thing: pairs, and which of them a sentence is like."""

from twinhall.language.memory.index import Memory
from twinhall.language.memory.normal import normal
from twinhall.language.memory.values import LEAST_SCORE, Mark, Match, MatchKind, Pair

__all__ = ["LEAST_SCORE", "Mark", "Match", "MatchKind", "Memory", "Pair", "normal"]
