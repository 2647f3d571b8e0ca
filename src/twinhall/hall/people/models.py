"""Accounts of officers, and the persons who take part."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils.translation import gettext_lazy as _

from twinhall.hall.base.languages import Language


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make an account; without a password nobody can sign in to it."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """A protocol officer's or administrator's account. Everyone else comes by a personal link."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(_("language"), max_length=8, choices=Language, default=Language.KO)
    is_active = models.BooleanField(default=True)
    is_administrator = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()

    def __str__(self) -> str:
        return f"user {self.pk}"


class Person(models.Model):
    """Someone with a name in each script. Titles belong to posts, which change over time."""

    language = models.CharField(_("language"), max_length=8, choices=Language)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"person {self.pk}"


class PersonName(models.Model):
    """A person's name as one language writes it, exactly."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="names")
    language = models.CharField(max_length=8, choices=Language)
    name = models.CharField(_("name"), max_length=120)
    pronunciation = models.CharField(_("pronunciation"), max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "language"], name="one_name_a_language")]

    def __str__(self) -> str:
        return f"name {self.pk}"


class SignInFailure(models.Model):
    """A refused sign-in, kept for a quarter of an hour so that passwords cannot be tried out."""

    account = models.CharField(max_length=64)  # SHA-256 of the e-mail, known here or not
    address = models.CharField(max_length=45)
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return f"failure {self.pk}"
