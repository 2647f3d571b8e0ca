from django.db import models
from django.utils.translation import gettext_lazy as _


class Origin(models.TextChoices):
    HUMAN = "human", _("Translated by a person")
    MACHINE = "machine", _("Machine translation")
    MEMORY = "memory", _("From the translation memory")


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    REVIEWED = "reviewed", _("Reviewed")
    APPROVED = "approved", _("Approved")


class ConceptKind(models.TextChoices):
    PERSON = "person", _("Person")
    CITY = "city", _("City")
    TITLE = "title", _("Title")
    ORGANISATION = "organisation", _("Organisation")
    PROGRAMME = "programme", _("Programme")
    OTHER = "other", _("Other")


class Scope(models.TextChoices):
    """Where an agreed term holds."""

    HOUSE = "house", _("Everywhere")
    RELATION = "relation", _("Between two cities")
    MEETING = "meeting", _("In one meeting")


class FormKind(models.TextChoices):
    PREFERRED = "preferred", _("Approved form")
    VARIANT = "variant", _("Variant")
    FORBIDDEN = "forbidden", _("Not to be used")
