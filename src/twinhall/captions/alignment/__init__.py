"""Lays a script over a whole recording: which segment is read out from when to when."""

from twinhall.captions.alignment.readings import Reading, readings_of
from twinhall.captions.alignment.settings import AlignmentSettings
from twinhall.captions.alignment.text import ScriptText
from twinhall.captions.alignment.walk import Walk

__all__ = ["AlignmentSettings", "Reading", "ScriptText", "Walk", "readings_of"]
