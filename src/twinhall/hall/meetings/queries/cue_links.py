"""The link with which an officer's helper cues."""

from django.utils import timezone

from twinhall.hall.meetings.enums import LinkScope
from twinhall.hall.meetings.models import Invitation, Meeting
from twinhall.hall.people.models import User


def cue_link_of(meeting: Meeting, user: User) -> Invitation | None:
    """Return the officer's cue link that still opens, None if there is none."""
    links = Invitation.objects.filter(
        participant__meeting=meeting, participant__user=user, scope=LinkScope.CUE, revoked_at=None
    )
    return links.filter(expires_at__gt=timezone.now()).order_by("-pk").first()
