"""Personal links: made, renewed, taken back."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from twinhall.hall.meetings.actions.planning import links_until
from twinhall.hall.meetings.enums import LinkScope
from twinhall.hall.meetings.models import Invitation, Participant
from twinhall.hall.people.models import User


def invite(participant: Participant, *, by: User | None, scope: str = LinkScope.SEAT) -> Invitation:
    """Return the participant's link, made if there is none that opens. Pressing twice makes one."""
    with transaction.atomic():
        Participant.objects.select_for_update().get(pk=participant.pk)
        live = _live(participant, scope).first()
        return live or Invitation.objects.create(
            participant=participant, scope=scope, expires_at=links_until(participant.meeting), created_by=by
        )


def invite_all(participants: Iterable[Participant], *, by: User | None) -> list[Invitation]:
    """Make the links that are missing, all or none."""
    with transaction.atomic():
        return [invite(participant, by=by) for participant in participants]


def renew(participant: Participant, *, by: User | None, scope: str = LinkScope.SEAT) -> Invitation:
    """Make a new link; the old ones stop opening at the same moment."""
    with transaction.atomic():
        revoke(participant, scope=scope)
        return invite(participant, by=by, scope=scope)


def revoke(participant: Participant, *, scope: str = LinkScope.SEAT) -> int:
    """Take back every link that opens this seat; returns how many."""
    return _live(participant, scope).update(revoked_at=timezone.now())


def _live(participant: Participant, scope: str) -> QuerySet[Invitation]:
    return Invitation.objects.filter(
        participant=participant, scope=scope, revoked_at=None, expires_at__gt=timezone.now()
    ).order_by("-pk")
