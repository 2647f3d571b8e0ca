"""Cities, their names, the relations between them, and the accounts of their officers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.db import IntegrityError, connection, transaction

from twinhall.hall.cities.models import City, CityName, Officer, Post, PostTitle, Relation
from twinhall.hall.people.models import Person, PersonName, User

FIRST_ACCOUNT_LOCK = 7_281_904  # any number of our own: an advisory lock of PostgreSQL


class AlreadyOpen(Exception):
    """There is an account already; the first one is made once."""


class AccountExists(Exception):
    """Another account has this e-mail."""


class RelationExists(Exception):
    """The two cities are related already."""


@dataclass(frozen=True, slots=True)
class NameOfCity:
    """A city's full and short name in one language, and the days from and until which it is valid."""

    language: str
    full: str
    short: str
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a city is: country (ISO 3166-1), its language, its time zone (IANA)."""

    country: str
    language: str
    timezone: str
    kind: str = "municipality"
    phone: str = ""


def add_city(place: Place, names: list[NameOfCity]) -> City:
    """Store a city with its names."""
    with transaction.atomic():
        city = City.objects.create(
            country=place.country,
            language=place.language,
            timezone=place.timezone,
            kind=place.kind,
            phone=place.phone,
        )
        _name_city(city, names)
    return city


def change_city(city: City, place: Place, names: list[NameOfCity]) -> None:
    """Replace what is known of a city and its names, both or neither."""
    with transaction.atomic():
        for field in ("country", "language", "timezone", "kind", "phone"):
            setattr(city, field, getattr(place, field))
        city.save()
        city.names.all().delete()
        _name_city(city, names)


def succeed(city: City, successor: City | None, on: date | None) -> None:
    """Say into which city this one was merged, and when; it keeps its names. None takes it back."""
    city.successor, city.succeeded_on = successor, on if successor else None
    city.save(update_fields=["successor", "succeeded_on"])


def relate(home: City, partner: City, facts: Mapping[str, Any]) -> Relation:
    """Bind two cities; facts are Relation's own fields. Raises RelationExists, in whichever order."""
    with transaction.atomic():
        if Relation.objects.filter(home=partner, partner=home).exists():
            raise RelationExists
        try:
            with transaction.atomic():
                return Relation.objects.create(home=home, partner=partner, **facts)
        except IntegrityError as error:
            raise RelationExists from error


def change_relation(relation: Relation, facts: Mapping[str, Any]) -> None:
    """Replace what is known of a relation."""
    for name, value in facts.items():
        setattr(relation, name, value)
    relation.save(update_fields=list(facts))


def open_account(
    email: str,
    name: str,
    city: City,
    password: str | None,
    *,
    language: str = "",
    administrator: bool = False,
) -> User:
    """Make an officer's account. Raises AccountExists, or ValidationError for a weak password."""
    user = User(email=User.objects.normalize_email(email).lower(), name=name)
    if password is not None:
        validate_password(password, user)
    with transaction.atomic():
        if User.objects.filter(email=user.email).exists():
            raise AccountExists
        made = User.objects.create_user(
            email, password, name=name, language=language or city.language, is_administrator=administrator
        )
        Officer.objects.create(user=made, city=city)
    return made


def open_first_account(place: Place, names: list[NameOfCity], email: str, name: str, password: str) -> User:
    """Make the first city and its officer, an administrator. Raises AlreadyOpen for a second caller."""
    with transaction.atomic():
        _one_at_a_time()
        if User.objects.exists():
            raise AlreadyOpen
        city = add_city(place, names)
        return open_account(email, name, city, password, administrator=True)


def close_account(user: User) -> None:
    """Take an account's right to sign in. What it did stays under its name; its sessions end at once."""
    User.objects.filter(pk=user.pk).update(is_active=False)


def reopen_account(user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=True)


def add_person(city: City, language: str, names: Mapping[str, str], titles: Mapping[str, str]) -> Post:
    """Store someone with a post at the city, seated after those who are there."""
    with transaction.atomic():
        person = Person.objects.create(language=language)
        _name_person(person, names, {})
        last = city.posts.order_by("-precedence").values_list("precedence", flat=True).first() or 0
        post = Post.objects.create(person=person, city=city, precedence=last + 1)
        _entitle(post, titles, {})
    return post


def change_person(
    post: Post,
    language: str,
    names: Mapping[str, str],
    titles: Mapping[str, str],
    *,
    pronunciations: Mapping[str, str] | None = None,
    addresses: Mapping[str, str] | None = None,
) -> None:
    """Replace a person's names and the titles of their post; an empty one is taken away."""
    with transaction.atomic():
        Person.objects.filter(pk=post.person_id).update(language=language)
        _name_person(post.person, names, pronunciations or {})
        _entitle(post, titles, addresses or {})


def end_post(post: Post, on: date) -> None:
    """The person leaves the post on that day; meetings held before keep the title."""
    post.valid_until = on
    post.save(update_fields=["valid_until"])


def move_post(post: Post, *, up: bool) -> None:
    """Change places with the neighbour in the city's order of precedence."""
    with transaction.atomic():
        rows = list(Post.objects.select_for_update().filter(city=post.city_id).order_by("precedence", "pk"))
        here = [row.pk for row in rows].index(post.pk)
        there = here + (-1 if up else 1)
        if 0 <= there < len(rows):
            rows[here], rows[there] = rows[there], rows[here]
        for precedence, row in enumerate(rows, start=1):
            row.precedence = precedence
        Post.objects.bulk_update(rows, ["precedence"])


def _name_city(city: City, names: list[NameOfCity]) -> None:
    CityName.objects.bulk_create(
        CityName(
            city=city,
            language=name.language,
            full=name.full,
            short=name.short,
            valid_from=name.valid_from,
            valid_until=name.valid_until,
        )
        for name in names
    )


def _name_person(person: Person, names: Mapping[str, str], pronunciations: Mapping[str, str]) -> None:
    for language, name in names.items():
        if name:
            PersonName.objects.update_or_create(
                person=person,
                language=language,
                defaults={"name": name}
                | ({"pronunciation": pronunciations[language]} if language in pronunciations else {}),
            )
        else:
            PersonName.objects.filter(person=person, language=language).delete()


def _entitle(post: Post, titles: Mapping[str, str], addresses: Mapping[str, str]) -> None:
    for language, title in titles.items():
        if title:
            PostTitle.objects.update_or_create(
                post=post,
                language=language,
                defaults={"title": title}
                | ({"address": addresses[language]} if language in addresses else {}),
            )
        else:
            PostTitle.objects.filter(post=post, language=language).delete()


def _one_at_a_time() -> None:
    """SQLite's transactions begin IMMEDIATE: the second waits. PostgreSQL is asked to do the same."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [FIRST_ACCOUNT_LOCK])
