"""Texts, their renditions in other languages with provenance, and the termbase."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from twinhall.hall.base.languages import Language
from twinhall.hall.cities.models import City, Post, Relation
from twinhall.hall.people.models import Person
from twinhall.hall.translation.enums import ConceptKind, FormKind, Origin, Scope, Status


class Text(models.Model):
    """Words as they were written, in the language they were written in. Each change is a new revision."""

    language = models.CharField(max_length=8, choices=Language)
    body = models.TextField()
    revision = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return f"text {self.pk}"


class PastText(models.Model):
    """What a text said at an earlier revision, so that a stale rendition can show what has changed.

    Revision 0: the words of another sentence, for which a rendition was made that came here.
    """

    text = models.ForeignKey(Text, models.CASCADE, related_name="past")
    revision = models.PositiveIntegerField()
    body = models.TextField()
    replaced_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    replaced_by_name = models.CharField(max_length=120, blank=True)  # as it was then
    replaced_at = models.DateTimeField(null=True, default=timezone.now)  # unknown for the oldest

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text", "revision"], name="one_body_a_revision")]

    def __str__(self) -> str:
        return f"past text {self.pk}"


class Made(models.Model):
    """How a rendition came about. What only a machine has is "" where a person wrote.

    flags: why a person should look, as language.translation.Flag and language.masking.Flag name it.
    """

    origin = models.CharField(max_length=8, choices=Origin)
    engine = models.CharField(max_length=80, blank=True)
    model = models.CharField(max_length=300, blank=True)
    pivot = models.CharField(max_length=8, blank=True)  # the language between
    rung = models.CharField(max_length=80, blank=True)  # how terms came through the engine
    termbase = models.CharField(max_length=64, blank=True)  # the version of the terms
    flags = models.JSONField(default=list)

    class Meta:
        abstract = True


MADE = ("origin", "engine", "model", "pivot", "rung", "termbase", "flags")


class Rendition(Made):
    """A text in another language, with who or what made it and which revision it renders.

    It is stale when source_revision is less than the text's revision.
    """

    text = models.ForeignKey(Text, models.CASCADE, related_name="renditions")
    language = models.CharField(max_length=8, choices=Language)
    body = models.TextField()
    status = models.CharField(max_length=8, choices=Status, default=Status.DRAFT)
    source_revision = models.PositiveIntegerField()
    sample = models.BooleanField(default=False)  # made up for the demonstration
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reviewer_name = models.CharField(max_length=120, blank=True)  # as it was then
    reviewed_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["text", "language"], name="one_rendition_a_language"),
            models.CheckConstraint(
                condition=~Q(status=Status.APPROVED) | Q(reviewed_at__isnull=False),
                name="approved_has_a_date",
            ),
        ]

    def __str__(self) -> str:
        return f"rendition {self.pk}"


class Version(Made):
    """A rendition as it stood after somebody did something to it. Only ever added to.

    body: "" where the rendition was taken away. by_name: as it was then, "" for a machine.
    """

    text = models.ForeignKey(Text, models.CASCADE, related_name="versions")
    language = models.CharField(max_length=8, choices=Language)
    body = models.TextField(blank=True)
    status = models.CharField(max_length=8, choices=Status)
    source_revision = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["text", "language"])]
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"version {self.pk}"


class Comment(models.Model):
    """What an officer says to the others about a sentence in one language. Open until settled."""

    text = models.ForeignKey(Text, models.CASCADE, related_name="comments")
    language = models.CharField(max_length=8, choices=Language)
    body = models.TextField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    author_name = models.CharField(max_length=120)  # as it was then
    written_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True)
    settled_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        indexes = [models.Index(fields=["text", "language"])]
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"comment {self.pk}"


class MemoryPair(models.Model):
    """A sentence and its translation as a person approved them, to be used again, in both directions.

    text: the sentence it was approved for, while that stands. occasion: the title of the meeting.
    A pair of a relation is seen by its two cities; one without a relation by every office.
    A withdrawn pair stays, so that every process learns of it; it is never found.
    """

    source_language = models.CharField(max_length=8, choices=Language)
    source = models.TextField()
    target_language = models.CharField(max_length=8, choices=Language)
    target = models.TextField()
    before = models.TextField(null=True)  # the sentence in front; "" at the start of a text, None: not known
    text = models.ForeignKey(Text, models.SET_NULL, null=True, related_name="memory")
    relation = models.ForeignKey(Relation, models.CASCADE, null=True, related_name="+")
    occasion = models.ForeignKey(Text, models.SET_NULL, null=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)  # of a memory that was brought in
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    approver_name = models.CharField(max_length=120, blank=True)  # as it was then, or as a file tells it
    approved_at = models.DateTimeField(null=True)
    sample = models.BooleanField(default=False)  # made up for the demonstration
    withdrawn = models.BooleanField(default=False)
    taken_out = models.BooleanField(default=False)  # by an officer: stays withdrawn until it is approved anew
    revision = models.PositiveBigIntegerField(db_index=True)  # of the memory, when this pair last changed

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["text", "target_language"], name="one_pair_a_sentence"),
        ]

    def __str__(self) -> str:
        return f"memory pair {self.pk}"

    def words_in(self, language: str) -> str:
        """Return what the pair says in one of its two languages."""
        return self.target if self.target_language == language else self.source


class MemoryImport(models.Model):
    """A file on its way into the memory: shown, then taken over or dropped, and gone either way."""

    file_name = models.CharField(max_length=200)
    data = models.BinaryField()
    relation = models.ForeignKey(Relation, models.CASCADE, null=True, related_name="+")  # None: everyone's
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"memory import {self.pk}"


class MemoryState(models.Model):
    """One row: the revision of the translation memory, which grows with every change of a pair."""

    revision = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"memory at revision {self.revision}"


class Concept(models.Model):
    """Something that must be called exactly what was agreed; relation is set unless it holds everywhere.

    With a city, a person or a post it only adds forms to a name that is kept there: the preferred forms are
    read from there, see queries.names.
    """

    kind = models.CharField(max_length=16, choices=ConceptKind)
    scope = models.CharField(max_length=8, choices=Scope, default=Scope.HOUSE)
    relation = models.ForeignKey(Relation, models.CASCADE, null=True, blank=True, related_name="concepts")
    city = models.ForeignKey(City, models.CASCADE, null=True, blank=True, related_name="concepts")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="concepts")
    post = models.ForeignKey(Post, models.CASCADE, null=True, blank=True, related_name="concepts")
    note = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"concept {self.pk}"


class Term(models.Model):
    """One form of a concept in one language. With valid_until it is what the thing was called before."""

    concept = models.ForeignKey(Concept, models.CASCADE, related_name="terms")
    language = models.CharField(max_length=8, choices=Language)
    form = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=FormKind, default=FormKind.PREFERRED)
    pronunciation = models.CharField(max_length=200, blank=True)  # in hangul
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["concept", "language"],
                condition=Q(kind=FormKind.PREFERRED, valid_until=None),
                name="one_preferred_form_now",
            ),
        ]
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"term {self.pk}"
