"""Putting remarks into a reviewer's hands. It gives no right that the account has not already."""

from django.db import transaction
from django.utils import timezone

from twinhall.hall.meetings.enums import ReviewState
from twinhall.hall.meetings.models import Remarks, Review
from twinhall.hall.meetings.queries.reviews import OPEN, reviewers_for
from twinhall.hall.people.models import User


class NoReviewer(Exception):
    """The account works for neither city of the meeting."""


@transaction.atomic
def assign(remarks: Remarks, language: str, reviewer_id: int, *, by: User) -> Review:
    """Ask a person to review, in place of whoever was asked before. Raises NoReviewer.

    The same person asked again keeps the state, unless they had finished.
    """
    if reviewer_id not in [officer.user_id for officer in reviewers_for(remarks.item.meeting)]:
        raise NoReviewer(reviewer_id)
    held = Review.objects.select_for_update().filter(remarks=remarks, language=language).first()
    if held and held.reviewer_id == reviewer_id and held.state in OPEN:
        return held
    told = {
        "reviewer_id": reviewer_id,
        "state": ReviewState.ASSIGNED,
        "asked_by": by,
        "asked_at": timezone.now(),
        "done_at": None,
    }
    review, _created = Review.objects.update_or_create(remarks=remarks, language=language, defaults=told)
    return review


def withdraw(remarks: Remarks, language: str) -> None:
    """Take remarks out of the reviewer's hands; what they did stays."""
    Review.objects.filter(remarks=remarks, language=language).delete()


def begun(remarks: Remarks, language: str, *, by: User) -> None:
    """Note that the reviewer has begun, if it is they who did something."""
    mine = Review.objects.filter(remarks=remarks, language=language, reviewer=by)
    mine.filter(state=ReviewState.ASSIGNED).update(state=ReviewState.IN_WORK)


def finish(remarks: Remarks, language: str, *, by: User) -> bool:
    """Say that the review is done; False for anyone but the reviewer."""
    mine = Review.objects.filter(remarks=remarks, language=language, reviewer=by, state__in=OPEN)
    return bool(mine.update(state=ReviewState.DONE, done_at=timezone.now()))
