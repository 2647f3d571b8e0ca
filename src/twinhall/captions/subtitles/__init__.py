"""Subtitles from caption lines: laid out and timed as public guidelines ask, checked, written."""

from twinhall.captions.subtitles.check import Violation, summary, violations
from twinhall.captions.subtitles.cues import Cue, CueText, cues
from twinhall.captions.subtitles.files import as_srt, as_vtt
from twinhall.captions.subtitles.words import MACHINE, RECOGNISED

__all__ = [
    "MACHINE",
    "RECOGNISED",
    "Cue",
    "CueText",
    "Violation",
    "as_srt",
    "as_vtt",
    "cues",
    "summary",
    "violations",
]
