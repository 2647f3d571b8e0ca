"""What is prepared before a meeting."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from twinhall.hall.base.languages import Language
from twinhall.hall.cities.models import City, Post, Relation
from twinhall.hall.meetings.enums import (
    Admission,
    Interpretation,
    ItemMode,
    LinkScope,
    MeetingState,
    Role,
    Side,
)
from twinhall.hall.people.models import Person
from twinhall.hall.translation.models import Text


def room_name() -> str:
    """An unguessable name of the media room."""
    return secrets.token_urlsafe(12)


class Meeting(models.Model):
    """A joint video conference of two related cities."""

    relation = models.ForeignKey(Relation, models.PROTECT, related_name="meetings")
    host = models.ForeignKey(City, models.PROTECT, related_name="+")
    partner = models.ForeignKey(City, models.PROTECT, related_name="+")
    title = models.OneToOneField(Text, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField(_("start"))
    room = models.CharField(max_length=32, unique=True, default=room_name)
    state = models.CharField(max_length=10, choices=MeetingState, default=MeetingState.PREPARING)
    lobby = models.BooleanField(_("admit guests one by one"), default=True)
    demo = models.BooleanField(default=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["starts_at", "pk"]

    def __str__(self) -> str:
        return f"meeting {self.pk}"


class Participant(models.Model):
    """Someone's seat in a meeting: side, role and the language they speak, which is never guessed."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="participants")
    person = models.ForeignKey(Person, models.PROTECT, related_name="seats")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    post = models.ForeignKey(Post, models.SET_NULL, null=True, blank=True, related_name="+")
    side = models.CharField(max_length=8, choices=Side)
    role = models.CharField(max_length=12, choices=Role)
    language = models.CharField(max_length=8, choices=Language)
    precedence = models.PositiveSmallIntegerField(default=100)
    synthetic = models.BooleanField(default=False)  # a rehearsal voice sits here
    admission = models.CharField(max_length=10, choices=Admission, default=Admission.NOT_ASKED)
    asked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["side", "precedence", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="one_seat_a_person"),
        ]

    def __str__(self) -> str:
        return f"participant {self.pk}"

    @property
    def identity(self) -> str:
        """The name under which the media server knows this seat."""
        return f"p{self.pk}"


class Invitation(models.Model):
    """A personal link. The token in it is signed; this row can expire or be revoked."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="invitations")
    scope = models.CharField(max_length=8, choices=LinkScope, default=LinkScope.SEAT)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    first_used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class AgendaItem(models.Model):
    """One item of the order of the meeting; positions start at 1."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    title = models.OneToOneField(Text, models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=10)
    mode = models.CharField(max_length=12, choices=ItemMode, default=ItemMode.REMARKS)
    interpretation = models.CharField(max_length=12, choices=Interpretation, default=Interpretation.CAPTIONS)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"agenda item {self.pk}"


class AgendaSpeaker(models.Model):
    """Who speaks in an item, in order."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="speakers")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="speaks_in")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "participant"], name="a_speaker_once_an_item"),
        ]

    def __str__(self) -> str:
        return f"agenda speaker {self.pk}"


class Remarks(models.Model):
    """A speaker's prepared text for an item. `revision` grows with every change of its sentences."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="remarks")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="remarks")
    language = models.CharField(max_length=8, choices=Language)
    revision = models.PositiveIntegerField(default=1)
    sample = models.BooleanField(default=False)  # made up for the demonstration
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "remarks"
        constraints = [
            models.UniqueConstraint(fields=["item", "participant"], name="one_text_a_speaker_and_item"),
        ]

    def __str__(self) -> str:
        return f"remarks {self.pk}"


class Segment(models.Model):
    """A sentence of remarks; positions start at 1 and have no gaps."""

    remarks = models.ForeignKey(Remarks, models.CASCADE, related_name="segments")
    position = models.PositiveIntegerField()
    text = models.OneToOneField(Text, models.PROTECT, related_name="segment")

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(position__gte=1), name="positions_start_at_one"),
        ]

    def __str__(self) -> str:
        return f"segment {self.pk}"
