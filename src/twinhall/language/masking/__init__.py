"""Exact terms through any engine: mask, translate, verify, restore, verify again."""

from twinhall.language.masking.translating import translate_exactly
from twinhall.language.masking.values import (
    Answer,
    Ask,
    ExactTranslation,
    Flag,
    Route,
    Rung,
    TermUse,
)

__all__ = ["Answer", "Ask", "ExactTranslation", "Flag", "Route", "Rung", "TermUse", "translate_exactly"]
