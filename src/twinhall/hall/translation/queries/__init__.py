"""What readers are shown, and the terms that must be kept."""

from twinhall.hall.translation.queries.readings import Reading, approved_rendition, is_stale, reading

__all__ = ["Reading", "approved_rendition", "is_stale", "reading"]
