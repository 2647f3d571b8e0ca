"""Plants the demonstration: cities, people, words, two meetings with their remarks. Twice changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from twinhall.demo import sample
from twinhall.demo.planting import plant_city, plant_person, plant_relation, plant_term
from twinhall.demo.sample import SampleItem, SampleMeeting, SampleRemarks
from twinhall.hall.cities.actions import open_account
from twinhall.hall.cities.models import City, Post, Relation
from twinhall.hall.meetings.actions import admission, remarks
from twinhall.hall.meetings.actions.delegations import take_seat
from twinhall.hall.meetings.actions.memory import remember
from twinhall.hall.meetings.actions.planning import ItemPlan, Wording, add_item, plan_meeting
from twinhall.hall.meetings.actions.run import open_hall
from twinhall.hall.meetings.enums import MeetingState
from twinhall.hall.meetings.models import AgendaItem, Meeting, Participant, Remarks
from twinhall.hall.meetings.queries.live import run_of
from twinhall.hall.people.models import User
from twinhall.hall.translation.actions import write_rendition
from twinhall.hall.translation.enums import Status


@dataclass(frozen=True, slots=True)
class Hall:
    """What both meetings stand on."""

    cities: Mapping[str, City]
    relations: Mapping[str, Relation]
    posts: Mapping[str, Post]
    officers: Mapping[str, User]  # by city


@dataclass(frozen=True, slots=True)
class Planted:
    """A meeting of the demonstration as it stands in the database."""

    sample: SampleMeeting
    meeting: Meeting
    seats: Mapping[str, Participant]  # by the sample's person
    officers: Mapping[str, Participant]  # by city


@transaction.atomic
def seed(passwords: Mapping[str, str], now: datetime) -> list[Planted]:
    """Plant what is missing, all or nothing; what officers changed since stays.

    passwords: by e-mail. A meeting that has ended is followed by a new one.
    """
    hall = _hall(passwords)
    return [_planted(told, hall, now) for told in sample.meetings()]


def people_of(meeting: Meeting) -> dict[str, Participant]:
    """Return the seats of a demonstration's meeting by the sample's person."""
    seats = meeting.participants.select_related("person", "meeting__host", "meeting__partner")
    named = {
        (seat.side, name.name, name.language): seat
        for seat in seats.prefetch_related("person__names")
        for name in seat.person.names.all()
    }
    told = sample_of(meeting)
    found = {}
    for row in told.seats:
        language = sample.language_of(row.person)
        seat = named.get((row.side, sample.world().people[row.person].name[language], language))
        if seat is not None:
            found[row.person] = seat
    return found


def sample_of(meeting: Meeting) -> SampleMeeting:
    """Return the sample a meeting was planted from. Raises LookupError."""
    for told in sample.meetings():
        if told.title["ko"] == meeting.title.body:
            return told
    raise LookupError(meeting.pk)


def _hall(passwords: Mapping[str, str]) -> Hall:
    world = sample.world()
    cities = {key: plant_city(city) for key, city in world.cities.items()}
    for key, told in world.cities.items():
        if told.successor and cities[key].successor_id is None:
            cities[key].successor, cities[key].succeeded_on = cities[told.successor], told.succeeded_on
            cities[key].save(update_fields=["successor", "succeeded_on"])
    relations = {key: plant_relation(told, cities) for key, told in world.relations.items()}
    posts = {key: plant_person(told, cities[told.city]) for key, told in world.people.items()}
    officers = {key: _officer(key, cities[key], passwords) for key in world.officers}
    for term in world.terms:
        plant_term(term)
    return Hall(cities, relations, posts, officers)


def _officer(key: str, city: City, passwords: Mapping[str, str]) -> User:
    told = sample.world().officers[key]
    user = User.objects.filter(email=told.email).first()
    if user is None:
        return open_account(
            told.email, told.name, city, passwords[told.email], administrator=told.administrator
        )
    if not user.check_password(passwords[told.email]):
        user.set_password(passwords[told.email])
        user.save(update_fields=["password"])
    return user


def _planted(told: SampleMeeting, hall: Hall, now: datetime) -> Planted:
    held = Meeting.objects.filter(demo=True, title__body=told.title["ko"]).exclude(state=MeetingState.ENDED)
    meeting = held.first() or _meeting(told, hall, now)
    sides = {sample.world().people[seat.person].city for seat in told.seats}
    officers = {key: admission.seat_officer(meeting, hall.officers[key]) for key in sorted(sides)}
    return Planted(
        told, meeting, people_of(meeting), {key: seat for key, seat in officers.items() if seat is not None}
    )


def _meeting(told: SampleMeeting, hall: Hall, now: datetime) -> Meeting:
    host = hall.officers[told.host]
    meeting = plan_meeting(
        hall.relations[told.relation],
        hall.cities[told.host],
        Wording("ko", told.title),
        now.replace(second=0, microsecond=0),
        by=host,
        lobby=True,
        demo=True,
    )
    seats = {}
    for row in told.seats:
        post = hall.posts[row.person]
        seats[row.person] = take_seat(
            meeting, post.person, side=row.side, role=row.role, post=post, synthetic=row.voice
        )
    for item in told.items:
        _item(meeting, item, seats, hall, host)
    open_hall(meeting, revision=run_of(meeting.pk).revision)
    meeting.refresh_from_db()
    return meeting


def _item(
    meeting: Meeting, told: SampleItem, seats: Mapping[str, Participant], hall: Hall, host: User
) -> None:
    speakers = [seats[person].pk for person in told.speakers]
    plan = ItemPlan(Wording("ko", told.title), told.minutes, told.mode, speakers=speakers)
    item = add_item(meeting, plan, by=host)
    for text in told.remarks:
        _remarks(item, seats[text.speaker], text, hall)


def _remarks(item: AgendaItem, seat: Participant, told: SampleRemarks, hall: Hall) -> None:
    """Write remarks sentence by sentence; the officer of the side that reads a version answers for it."""
    opened = remarks.open_remarks(item, seat)
    own = hall.officers[sample.world().people[told.speaker].city]
    readers = {user.language: user for user in hall.officers.values()}
    segments = remarks.add(opened.pk, 0, "\n".join(told.originals), by=own)
    for segment, versions in zip(segments, told.sentences, strict=True):
        for language, body in versions.items():
            if language != told.language:
                by = readers.get(language, own)
                write_rendition(segment.text, language, body, by=by, status=Status.APPROVED, sample=True)
    Remarks.objects.filter(pk=opened.pk).update(sample=True)
    remember(opened)
