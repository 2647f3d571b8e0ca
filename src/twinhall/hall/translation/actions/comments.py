"""What officers say to each other about a sentence. It goes into no room and no file."""

from django.utils import timezone

from twinhall.hall.people.models import User
from twinhall.hall.translation.models import Comment, Text

LONGEST = 2000


class NothingSaid(Exception):
    """A comment without words, or with too many."""


def comment(text: Text, language: str, body: str, *, by: User) -> Comment:
    """Add a comment to a sentence in one language. Raises NothingSaid."""
    body = body.strip().replace("\r\n", "\n")
    if not 0 < len(body) <= LONGEST:
        raise NothingSaid(text.pk)
    return Comment.objects.create(text=text, language=language, body=body, author=by, author_name=by.name)


def settle(text: Text, language: str, *, upto: int, by: User) -> int:
    """Settle the open comments that the officer saw, the last of them `upto`; return how many."""
    rows = Comment.objects.filter(text=text, language=language, settled_at=None, pk__lte=upto)
    return rows.update(settled_at=timezone.now(), settled_by_name=by.name)
