"""Which meetings an account may see, and on which side it works. Every view asks here."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from twinhall.hall.cities.models import City, Officer, Relation
from twinhall.hall.meetings.enums import Side
from twinhall.hall.meetings.models import Meeting
from twinhall.hall.people.models import User


class NoOffice(Exception):
    """The account works for no city."""


def city_of(user: User | AnonymousUser) -> City | None:
    """Return the city the account works for, or None. One query the first time."""
    try:
        office: Officer = user.officer  # type: ignore[union-attr]
    except (Officer.DoesNotExist, AttributeError):
        return None
    return office.city


def offices_of(city: City) -> list[int]:
    """Return the keys of the city and of every city it succeeded: it answers for their meetings too."""
    found, ask = [city.pk], [city.pk]
    while ask:
        ask = list(City.objects.filter(successor__in=ask).exclude(pk__in=found).values_list("pk", flat=True))
        found += ask
    return found


def meetings_of(user: User | AnonymousUser) -> QuerySet[Meeting]:
    """Return the meetings in which the account's city takes part; nobody sees another city's.

    An administrator has no more right to a meeting than their office gives.
    """
    city = city_of(user)
    if city is None or not user.is_active:
        return Meeting.objects.none()
    ours = offices_of(city)
    return Meeting.objects.filter(Q(host__in=ours) | Q(partner__in=ours))


def relations_of(user: User | AnonymousUser) -> list[int]:
    """Return the keys of the relations whose texts and translations the account may see: its city's own."""
    city = city_of(user)
    if city is None or not user.is_active:
        return []
    ours = offices_of(city)
    return list(Relation.objects.filter(Q(home__in=ours) | Q(partner__in=ours)).values_list("pk", flat=True))


def side_of(user: User | AnonymousUser, meeting: Meeting) -> Side:
    """Return the side the account works for. Raises NoOffice when it is neither."""
    city = city_of(user)
    ours = offices_of(city) if city else []
    if meeting.host_id in ours:
        return Side.HOST
    if meeting.partner_id in ours:
        return Side.PARTNER
    raise NoOffice(meeting.pk)


def city_of_side(meeting: Meeting, side: str) -> City:
    """Return the meeting's city on that side."""
    return meeting.host if side == Side.HOST else meeting.partner


def sides_kept(user: User | AnonymousUser, meeting: Meeting) -> frozenset[Side]:
    """Return the sides whose delegation, links and remarks this account keeps.

    Its own; and the other one too while that city has no officer with an account here.
    """
    own = side_of(user, meeting)
    other = Side.PARTNER if own == Side.HOST else Side.HOST
    return frozenset({own}) if has_officer(city_of_side(meeting, other)) else frozenset(Side)


def has_officer(city: City) -> bool:
    """True when someone can sign in for the city, or for the one that succeeded it."""
    heirs = [city.pk] + ([city.successor_id] if city.successor_id else [])
    return Officer.objects.filter(city__in=heirs, user__is_active=True).exists()
