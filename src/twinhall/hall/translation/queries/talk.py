"""What officers say to each other about sentences."""

from collections.abc import Sequence

from django.db.models import Count

from twinhall.hall.translation.models import Comment, Text


def open_talk(texts: Sequence[int], language: str) -> dict[int, int]:
    """Return how many open comments each text has, for those that have any. One query."""
    rows = Comment.objects.filter(text__in=texts, language=language, settled_at=None)
    return dict(rows.values_list("text").annotate(count=Count("pk")).order_by())


def talk_about(text: Text, language: str) -> list[Comment]:
    """Return all comments on a sentence in a language, oldest first. One query."""
    return list(Comment.objects.filter(text=text, language=language))
