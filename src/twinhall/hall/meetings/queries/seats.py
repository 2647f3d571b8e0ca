"""Seats: what a personal link's token stands for.

A token names a row and is signed; the row decides. `i12.…` is an invitation, `o7.…` an officer's seat, which
their account opens for a working day.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.core import signing
from django.utils import timezone

from twinhall.hall.meetings.enums import LinkScope, Role
from twinhall.hall.meetings.models import Invitation, Participant
from twinhall.hall.meetings.queries.access import NoOffice, side_of

OFFICER_FOR = timedelta(hours=12)
_INVITATION, _OFFICER = "i", "o"
_invited = signing.Signer(sep=".", salt="twinhall.seat")
_signed_in = signing.TimestampSigner(sep=".", salt="twinhall.officer")


class SeatError(Exception):
    """A token that opens nothing; the argument is whose it was, where that is known."""

    def __init__(self, participant: Participant | None = None) -> None:
        super().__init__()
        self.participant = participant


class UnknownSeat(SeatError):
    """Never made here, or made for a seat that is gone."""


class ExpiredSeat(SeatError):
    """Its time is over."""


class RevokedSeat(SeatError):
    """Taken back by the officer who made it, or by closing the account."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Who holds a link and what it is for. The meeting, person and post are loaded."""

    participant: Participant
    scope: str
    invitation: Invitation | None  # None: an officer, by account


def seat_token(invitation: Invitation) -> str:
    """Return the token of a personal link: about 50 characters, safe in an address."""
    return _invited.sign(f"{_INVITATION}{invitation.pk}")


def officer_token(participant: Participant) -> str:
    """Return a token for an officer's own seat, good for OFFICER_FOR."""
    return _signed_in.sign(f"{_OFFICER}{participant.pk}")


def seat_of(token: str) -> Seat:
    """Return the seat a token stands for. One query. Raises UnknownSeat, ExpiredSeat or RevokedSeat."""
    return _of_officer(token) if token.startswith(_OFFICER) else _of_invitation(token)


def _of_invitation(token: str) -> Seat:
    try:
        value = _invited.unsign(token)
        row = Invitation.objects.select_related(
            "participant__meeting", "participant__person", "participant__post"
        )
        invitation = row.get(pk=int(value.removeprefix(_INVITATION)))
    except (signing.BadSignature, ValueError, Invitation.DoesNotExist):
        raise UnknownSeat from None
    if invitation.revoked_at is not None:
        raise RevokedSeat(invitation.participant)
    if invitation.expires_at <= timezone.now():
        raise ExpiredSeat(invitation.participant)
    return Seat(invitation.participant, invitation.scope, invitation)


def _of_officer(token: str) -> Seat:
    try:
        value = _signed_in.unsign(token, max_age=OFFICER_FOR)
        rows = Participant.objects.select_related("meeting", "person", "post", "user__officer__city")
        participant = rows.get(pk=int(value.removeprefix(_OFFICER)), user__officer__isnull=False)
    except signing.SignatureExpired:
        raise ExpiredSeat from None
    except (signing.BadSignature, ValueError, Participant.DoesNotExist):
        raise UnknownSeat from None
    if not _is_office(participant):
        raise RevokedSeat(participant)
    return Seat(participant, LinkScope.SEAT, None)


def _is_office(participant: Participant) -> bool:
    """True while the account that sits here may still open the seat."""
    user = participant.user
    if user is None or not user.is_active or participant.role != Role.OFFICER:
        return False
    try:
        return side_of(user, participant.meeting) == participant.side
    except NoOffice:
        return False
