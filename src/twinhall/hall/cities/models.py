"""Cities, their names over time, the relations between them, and who holds which post."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from twinhall.hall.base.languages import Language
from twinhall.hall.base.partial_date import validate_partial_date
from twinhall.hall.cities.enums import CityKind, RelationKind
from twinhall.hall.people.models import Person


class City(models.Model):
    """A municipality or province. One that was merged away keeps its names and points to its successor."""

    kind = models.CharField(max_length=16, choices=CityKind, default=CityKind.MUNICIPALITY)
    country = models.CharField(_("country"), max_length=2)  # ISO 3166-1 alpha-2
    language = models.CharField(_("language"), max_length=8, choices=Language)
    timezone = models.CharField(_("time zone"), max_length=64)  # IANA
    phone = models.CharField(_("telephone of the protocol office"), max_length=40, blank=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="predecessors")
    succeeded_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"city {self.pk}"


class CityName(models.Model):
    """A city's name in one language during a time; open ends are null."""

    city = models.ForeignKey(City, models.CASCADE, related_name="names")
    language = models.CharField(max_length=8, choices=Language)
    full = models.CharField(_("full name"), max_length=120)  # 오산시
    short = models.CharField(_("short name"), max_length=80)  # 오산
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"city name {self.pk}"


class Relation(models.Model):
    """What binds two cities. Dates may be known to the year or month only: YYYY[-MM[-DD]]."""

    home = models.ForeignKey(City, models.PROTECT, related_name="relations_as_home")
    partner = models.ForeignKey(City, models.PROTECT, related_name="relations_as_partner")
    kind = models.CharField(max_length=16, choices=RelationKind, default=RelationKind.SISTER)
    first_contact = models.CharField(max_length=10, blank=True, validators=[validate_partial_date])
    signed = models.CharField(max_length=10, blank=True, validators=[validate_partial_date])
    council_approved = models.CharField(max_length=10, blank=True, validators=[validate_partial_date])
    ended = models.CharField(max_length=10, blank=True, validators=[validate_partial_date])
    fields = models.JSONField(default=list, blank=True)  # names of fields of exchange

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["home", "partner"], name="one_relation_a_pair"),
            models.CheckConstraint(condition=~models.Q(home=models.F("partner")), name="two_cities"),
        ]

    def __str__(self) -> str:
        return f"relation {self.pk}"


class Officer(models.Model):
    """An account's office: the city whose side it works for."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="officer")
    city = models.ForeignKey(City, models.PROTECT, related_name="officers")

    def __str__(self) -> str:
        return f"officer {self.pk}"


class Post(models.Model):
    """A person's post at a city for a time; precedence 1 sits first."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="posts")
    city = models.ForeignKey(City, models.PROTECT, related_name="posts")
    precedence = models.PositiveSmallIntegerField(default=100)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"post {self.pk}"


class PostTitle(models.Model):
    """The title of a post in one language, and how its holder is addressed (시장님)."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="titles")
    language = models.CharField(max_length=8, choices=Language)
    title = models.CharField(_("title"), max_length=160)
    address = models.CharField(_("form of address"), max_length=160, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "language"], name="one_title_a_language")]

    def __str__(self) -> str:
        return f"title {self.pk}"
