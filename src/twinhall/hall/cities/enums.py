from django.db import models
from django.utils.translation import gettext_lazy as _


class CityKind(models.TextChoices):
    MUNICIPALITY = "municipality", _("City")
    PROVINCE = "province", _("Province")


class RelationKind(models.TextChoices):
    SISTER = "sister", _("Sister city")
    FRIENDSHIP = "friendship", _("Friendship city")
