"""Writing texts, deciding about their renditions, and keeping the termbase."""

from twinhall.hall.translation.actions.texts import rewrite_text, write_rendition, write_text

__all__ = ["rewrite_text", "write_rendition", "write_text"]
