"""What happens while a meeting is held. The media server's copies are made from these rows."""

from django.db import models
from django.utils import timezone

from twinhall.hall.base.languages import Language
from twinhall.hall.meetings.enums import CaptionerState, LineKind
from twinhall.hall.meetings.models.planned import AgendaItem, Meeting, Participant, Segment


class RunOfShow(models.Model):
    """Where the meeting stands. Every move is a conditional update on `revision`.

    The media server's room shows a copy of all that is live. `copy` grows with every change of it (moves,
    hands, cue, people, chat, lobby, captioner); `published` is the one last sent.
    """

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="run")
    revision = models.PositiveIntegerField(default=1)
    copy = models.PositiveIntegerField(default=1)
    published = models.PositiveIntegerField(default=0)
    item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, blank=True, related_name="+")
    speaker = models.ForeignKey(Participant, models.SET_NULL, null=True, blank=True, related_name="+")
    item_started_at = models.DateTimeField(null=True, blank=True)
    people_revision = models.PositiveIntegerField(default=1)  # grows when people, names or admissions change

    def __str__(self) -> str:
        return f"run {self.pk}"


class Cue(models.Model):
    """The hand over the captions: while held, `segment` is shown and the follower is not asked."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="cue")
    revision = models.PositiveIntegerField(default=1)
    held = models.BooleanField(default=False)
    segment = models.ForeignKey(Segment, models.SET_NULL, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Participant, models.SET_NULL, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return f"cue {self.pk}"


class Captioner(models.Model):
    """The process that captions a meeting, by its heartbeat; `state` is what the steward last saw."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="captioner")
    state = models.CharField(max_length=8, choices=CaptionerState, default=CaptionerState.OFF)
    since = models.DateTimeField(default=timezone.now)
    dispatch = models.CharField(max_length=64, blank=True)
    identity = models.CharField(max_length=128, blank=True)
    dispatched_at = models.DateTimeField(null=True, blank=True)
    heartbeat_at = models.DateTimeField(null=True, blank=True)
    load = models.FloatField(null=True, blank=True)  # share of its engine threads' time that was used lately
    dropped_ms = models.PositiveBigIntegerField(default=0)  # audio dropped because it came too late
    untranslated = models.JSONField(default=dict)  # {language: sentences that no machine could translate}
    segment = models.ForeignKey(
        Segment, models.SET_NULL, null=True, blank=True, related_name="+"
    )  # last place

    def __str__(self) -> str:
        return f"captioner {self.pk}"


class TranscriptLine(models.Model):
    """A line as it was shown: what was said, and what each language read, with its provenance.

    texts: {language: {"text", "lang", "origin", "engine", "reviewer", "translated"}}
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="transcript")
    utterance = models.CharField(max_length=64)
    speaker = models.ForeignKey(Participant, models.SET_NULL, null=True, related_name="+")
    item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=8, choices=LineKind)
    segment = models.ForeignKey(Segment, models.SET_NULL, null=True, related_name="+")
    language = models.CharField(max_length=8, choices=Language)
    text = models.TextField(blank=True)
    texts = models.JSONField(default=dict)
    by_hand = models.BooleanField(default=False)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    final = models.BooleanField(default=False)

    class Meta:
        ordering = ["started_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "utterance"], name="one_line_an_utterance")]

    def __str__(self) -> str:
        return f"line {self.pk}"


class Attendance(models.Model):
    """A stay in the room, from joining to leaving."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="attendance")
    connection = models.CharField(max_length=64)  # the media server's participant sid
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["joined_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["participant", "connection"], name="one_stay_a_connection"),
        ]

    def __str__(self) -> str:
        return f"attendance {self.pk}"


class Hand(models.Model):
    """A raised hand; the order is that of raising."""

    participant = models.OneToOneField(Participant, models.CASCADE, related_name="hand")
    raised_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["raised_at", "pk"]

    def __str__(self) -> str:
        return f"hand {self.pk}"


class ChatMessage(models.Model):
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="chat")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="+")
    language = models.CharField(max_length=8, choices=Language)
    text = models.CharField(max_length=1000)
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["sent_at", "pk"]

    def __str__(self) -> str:
        return f"message {self.pk}"
