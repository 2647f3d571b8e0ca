"""Names of cities and titles of posts in a language, at a time."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from twinhall.hall.cities.models import City, CityName, Post, PostTitle, Relation


def name_of_city(city: City, language: str, on: date | None = None) -> CityName:
    """Return the city's name in `language` on that day (today if None).

    Falls back to a name of another day, then to English, then to the city's own language.
    Uses city.names.all(): prefetch it for lists. Raises CityName.DoesNotExist for a city without names.
    """
    day = on or timezone.localdate()
    names = list(city.names.all())
    for tag in (language, "en", city.language):
        spoken = [name for name in names if name.language == tag]
        valid = [name for name in spoken if _valid(name, day)]
        if valid or spoken:
            return (valid or spoken)[-1]
    if not names:
        raise CityName.DoesNotExist
    return names[0]


def title_of_post(post: Post | None, language: str) -> PostTitle | None:
    """Return the title in `language`, else in English, else in the city's own language, else None."""
    if post is None:
        return None
    titles = {title.language: title for title in post.titles.all()}
    for tag in (language, "en", post.city.language, *titles):
        if tag in titles:
            return titles[tag]
    return None


def _valid(name: CityName, day: date) -> bool:
    return (name.valid_from is None or name.valid_from <= day) and (
        name.valid_until is None or day < name.valid_until
    )


def relations_of(city: City, offices: Iterable[int]) -> QuerySet[Relation]:
    """Return the relations of the city, and of those it succeeded (`offices`), that have not ended."""
    ours = [city.pk, *offices]
    return (
        Relation.objects.filter(Q(home__in=ours) | Q(partner__in=ours), ended="")
        .select_related("home", "partner", "home__successor", "partner__successor")
        .prefetch_related(
            "home__names", "partner__names", "home__successor__names", "partner__successor__names"
        )
        .order_by("pk")
    )
