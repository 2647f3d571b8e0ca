"""Who reviews remarks, who could, and what waits for a reviewer."""

from dataclasses import dataclass

from django.db.models import Q

from twinhall.hall.cities.models import Officer
from twinhall.hall.meetings.enums import MeetingState, ReviewState
from twinhall.hall.meetings.models import Meeting, Remarks, Review, Segment
from twinhall.hall.meetings.queries.access import meetings_of
from twinhall.hall.people.models import User
from twinhall.hall.translation.enums import Status
from twinhall.hall.translation.queries import is_stale

OPEN = (ReviewState.ASSIGNED, ReviewState.IN_WORK)


@dataclass(frozen=True, slots=True)
class ToReview:
    """Remarks that wait for a reviewer, until the meeting begins."""

    review: Review
    meeting: Meeting
    total: int
    left: int  # not yet reviewed or approved as they stand


def review_of(remarks: Remarks, language: str) -> Review | None:
    """Return in whose hands remarks are in a language. One query."""
    return Review.objects.filter(remarks=remarks, language=language).select_related("reviewer").first()


def reviewers_for(meeting: Meeting) -> list[Officer]:
    """Return the officers of both cities, and of those that succeeded them. Two queries."""
    cities = Q(city=meeting.host_id) | Q(city=meeting.partner_id)
    heirs = Q(city__predecessors=meeting.host_id) | Q(city__predecessors=meeting.partner_id)
    rows = Officer.objects.filter(cities | heirs, user__is_active=True).select_related("user", "city")
    return list(rows.prefetch_related("city__names").order_by("city", "user__name").distinct())


def waiting_reviews(user: User) -> list[ToReview]:
    """Return what a person was asked to review and has not finished, the soonest meeting first.

    Three queries and those for the names shown, however many there are.
    """
    rows = Review.objects.filter(
        reviewer=user, state__in=OPEN, remarks__item__meeting__in=meetings_of(user)
    ).exclude(remarks__item__meeting__state=MeetingState.ENDED)
    reviews = list(
        rows.select_related(
            "remarks__item__meeting__host",
            "remarks__item__meeting__title",
            "remarks__item__title",
            "remarks__participant__person",
        )
        .prefetch_related(
            "remarks__item__meeting__host__names",
            "remarks__item__meeting__title__renditions",
            "remarks__item__title__renditions",
            "remarks__participant__person__names",
        )
        .order_by("remarks__item__meeting__starts_at", "pk")
    )
    held: dict[int, list[Segment]] = {}
    segments = Segment.objects.filter(remarks__in=[review.remarks_id for review in reviews])
    for segment in segments.select_related("text").prefetch_related("text__renditions"):
        held.setdefault(segment.remarks_id, []).append(segment)
    return [_to_review(review, held.get(review.remarks_id, [])) for review in reviews]


def _to_review(review: Review, segments: list[Segment]) -> ToReview:
    left = sum(not _seen(segment, review.language) for segment in segments)
    return ToReview(review, review.remarks.item.meeting, len(segments), left)


def _seen(segment: Segment, language: str) -> bool:
    return any(
        r.language == language and r.status != Status.DRAFT and not is_stale(r, segment.text)
        for r in segment.text.renditions.all()
    )
