"""Who comes into the hall, and when."""

from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from twinhall.hall.meetings.actions.room_copy import changed
from twinhall.hall.meetings.enums import Admission, LinkScope, MeetingState, Role
from twinhall.hall.meetings.models import Hand, Invitation, Meeting, Participant
from twinhall.hall.meetings.queries.access import side_of
from twinhall.hall.meetings.queries.seats import Seat
from twinhall.hall.people.models import Person, PersonName, User


class Entrance(StrEnum):
    """What someone at the door is told."""

    ADMITTED = "admitted"
    WAITING = "waiting"
    NOT_OPEN = "not_open"
    REFUSED = "refused"
    ENDED = "ended"


def knock(seat: Seat) -> Entrance:
    """Let a seat in, or have it wait for an officer; asking again changes nothing.

    Officers and their helpers are let in at once, also before the hall opens: they open it.
    """
    participant, meeting = seat.participant, seat.participant.meeting
    if meeting.state == MeetingState.ENDED:
        return Entrance.ENDED
    if seat.scope == LinkScope.CUE:
        return Entrance.ADMITTED
    if participant.role == Role.OFFICER:
        _admit(participant, from_=(Admission.NOT_ASKED, Admission.WAITING, Admission.REFUSED))
        return Entrance.ADMITTED
    if participant.admission == Admission.REFUSED:
        return Entrance.REFUSED
    if meeting.state == MeetingState.PREPARING:
        return Entrance.NOT_OPEN
    if participant.admission == Admission.ADMITTED:
        return Entrance.ADMITTED
    if not meeting.lobby:
        _admit(participant, from_=(Admission.NOT_ASKED, Admission.WAITING))
        return Entrance.ADMITTED
    return _wait(participant)


def admit(participant: Participant) -> None:
    """Let a guest in, whether they wait, were refused or did not come yet."""
    _admit(participant, from_=(Admission.NOT_ASKED, Admission.WAITING, Admission.REFUSED))


def refuse(participant: Participant) -> None:
    """Turn a waiting guest away; someone who is inside stays."""
    with transaction.atomic():
        asked = Participant.objects.filter(
            pk=participant.pk, admission__in=[Admission.WAITING, Admission.NOT_ASKED]
        )
        if asked.update(admission=Admission.REFUSED):
            changed(participant.meeting_id)


def leave(participant: Participant) -> None:
    """Take a hand down and a place in the lobby back. Who was let in may come back without asking."""
    with transaction.atomic():
        lowered, _ = Hand.objects.filter(participant=participant).delete()
        waiting = Participant.objects.filter(pk=participant.pk, admission=Admission.WAITING)
        if waiting.update(admission=Admission.NOT_ASKED, asked_at=None) or lowered:
            changed(participant.meeting_id)


def note_first_use(invitation: Invitation) -> None:
    """Remember when a personal link was first opened."""
    unused = Invitation.objects.filter(pk=invitation.pk, first_used_at__isnull=True)
    unused.update(first_used_at=timezone.now())


def seat_officer(meeting: Meeting, user: User) -> Participant:
    """Return the officer's seat, made when needed. Raises NoOffice when their city has no part in it."""
    side = side_of(user, meeting)
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)  # two tabs at once get one seat
        seated = Participant.objects.filter(meeting=meeting, user=user).first()
        if seated is not None:
            return seated
        seat = Participant.objects.create(
            meeting=meeting,
            person=_person_of(user),
            user=user,
            side=side,
            role=Role.OFFICER,
            language=user.language,
        )
        changed(meeting.pk, people=True)
    return seat


def _person_of(user: User) -> Person:
    """Return the person an account sat as before, else a new one with the account's name."""
    before = Participant.objects.filter(user=user).select_related("person").first()
    if before is not None:
        return before.person
    person = Person.objects.create(language=user.language)
    PersonName.objects.create(person=person, language=user.language, name=user.name)
    return person


def _admit(participant: Participant, *, from_: tuple[str, ...]) -> None:
    with transaction.atomic():
        outside = Participant.objects.filter(pk=participant.pk, admission__in=from_)
        if outside.update(admission=Admission.ADMITTED, asked_at=None):
            changed(participant.meeting_id, people=True)


def _wait(participant: Participant) -> Entrance:
    with transaction.atomic():
        new = Participant.objects.filter(pk=participant.pk, admission=Admission.NOT_ASKED)
        if new.update(admission=Admission.WAITING, asked_at=timezone.now()):
            changed(participant.meeting_id)
    return Entrance.WAITING
