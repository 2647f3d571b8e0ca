"""Captions of one speaker, from heard audio to the line a listener reads. Pure: engines come in by ports."""
