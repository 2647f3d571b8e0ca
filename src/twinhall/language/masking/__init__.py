"""Exact terms through any engine: mask, translate, verify, restore, verify again."""

from twinhall.language.masking.translating import translate_exactly
from twinhall.language.masking.values import (
    Answer,
    Ask,
    Direction,
    ExactTranslation,
    Flag,
    Rung,
    TermUse,
)

__all__ = ["Answer", "Ask", "Direction", "ExactTranslation", "Flag", "Rung", "TermUse", "translate_exactly"]
