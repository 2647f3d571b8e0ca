"""What a page sends back, so that two officers never overwrite each other."""

from twinhall.hall.translation.models import Rendition, Text

NOTHING_SEEN = "new"


class NotDecided(Exception):
    """A rendition that stays as it was."""


class Overtaken(NotDecided):
    """Someone else changed the sentence or its rendition since the page was made.

    Attributes: text, rendition: as they now stand.
    """

    def __init__(self, text: Text, rendition: Rendition | None) -> None:
        super().__init__(text.pk)
        self.text = text
        self.rendition = rendition


def token_of(text: Text, rendition: Rendition | None) -> str:
    """Return what names this state of a sentence and its rendition: a page sends it back with a decision."""
    if rendition is None:
        return f"{text.revision}-{NOTHING_SEEN}"
    return f"{text.revision}-{rendition.changed_at:%Y%m%dT%H%M%S%f}"
