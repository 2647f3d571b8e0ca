"""The demonstration in the database."""

import copy
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.core import serializers
from django.db import transaction
from django.test import override_settings

from twinhall.demo import sample
from twinhall.demo.links import links_of, page, width
from twinhall.demo.seeding import Planted, people_of, seed
from twinhall.environment import current
from twinhall.hall.cities.models import City, Relation
from twinhall.hall.meetings.actions.run import end
from twinhall.hall.meetings.models import Meeting, Segment
from twinhall.hall.meetings.queries.live import run_of
from twinhall.hall.meetings.queries.seats import seat_of
from twinhall.hall.people.models import User
from twinhall.hall.translation.models import Rendition
from twinhall.hall.translation.queries import approved_rendition, concepts_for
from twinhall.language.terms import check_rendition

NOW = datetime(2026, 11, 23, 7, 4, 31, tzinfo=UTC)
PASSWORDS = {officer.email: "a pass for trying" for officer in sample.world().officers.values()}


@pytest.fixture(scope="module")
def sown(django_db_setup, django_db_blocker) -> Iterator[list[Planted]]:
    """The demonstration, planted once for all tests: a second of computing."""
    quick = override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"])
    with quick, django_db_blocker.unblock(), transaction.atomic():
        yield seed(PASSWORDS, NOW)
        transaction.set_rollback(True)


@pytest.fixture
def planted(sown, db) -> list[Planted]:
    """What was planted; what a test changes in it is undone behind it."""
    return copy.deepcopy(sown)


def everything() -> list[str]:
    """Every row of our own, as JSON."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("twinhall")]
    return [serializers.serialize("json", model.objects.order_by("pk")) for model in ours]


def test_two_meetings_stand_open_today(planted):
    assert [(m.meeting.title.body, m.meeting.state, m.meeting.demo, m.meeting.lobby) for m in planted] == [
        ("오산시·꽝남성 제1차 화상회의", "open", True, True),
        ("오산시·히다카시 화상회의", "open", True, True),
    ]
    assert {m.meeting.starts_at for m in planted} == {NOW.replace(second=0)}


def test_the_relations_and_the_successor_are_as_they_were(planted):
    dates = {
        relation.partner.names.get(language="en").short: (relation.first_contact, relation.signed)
        for relation in Relation.objects.all()
    }
    assert dates == {"Quảng Nam": ("2002", "2004-03-10"), "Hidaka": ("", "1996-10")}
    merged = City.objects.get(succeeded_on="2025-07-01")
    assert merged.successor.names.get(language="ko").full == "다낭시"


def test_planting_again_changes_nothing(planted):
    before = everything()

    again = seed(PASSWORDS, NOW.replace(hour=9))

    assert [one.meeting for one in again] == [one.meeting for one in planted]
    assert everything() == before


def test_a_meeting_that_ended_is_followed_by_a_new_one(planted):
    over = planted[0].meeting
    end(over, revision=run_of(over.pk).revision)

    again = seed(PASSWORDS, NOW)

    assert again[0].meeting != over
    assert again[1].meeting == planted[1].meeting
    assert Meeting.objects.count() == 3


def test_every_sentence_has_approved_versions_for_the_other_side_and_english(planted):
    for one in planted:
        host, partner = one.meeting.host.language, one.meeting.partner.language
        segments = Segment.objects.filter(remarks__item__meeting=one.meeting)
        assert segments.count() > 25
        for segment in segments.prefetch_related("text__renditions"):
            wanted = {host, partner, "en"} - {segment.text.language}
            assert all(approved_rendition(segment.text, language) for language in wanted)


def test_every_text_says_that_it_is_a_sample(planted):
    assert not Rendition.objects.filter(text__segment__isnull=False, sample=False).exists()
    assert not Segment.objects.filter(remarks__sample=False).exists()


def test_every_term_is_exact(planted):
    for one in planted:
        people = [seat.person_id for seat in one.seats.values()]
        concepts = concepts_for(one.meeting.relation, people)
        assert len(concepts) > 10
        versions = Rendition.objects.filter(text__segment__remarks__item__meeting=one.meeting)
        for version in versions.select_related("text"):
            text = version.text
            assert (
                check_rendition(text.body, text.language, version.body, version.language, concepts) == []
            ), version.body


def test_synthetic_voices_sit_where_nobody_is_invited(planted):
    voices = {seat.person for one in planted for seat in one.sample.seats if seat.voice}

    assert {key for one in planted for key, seat in one.seats.items() if seat.synthetic} == voices
    assert people_of(planted[0].meeting) == planted[0].seats


def test_each_side_has_a_guests_and_an_officers_link_that_opens_its_seat(planted):
    env = current()
    for one in planted:
        links = links_of(one, env).links
        roles = sorted({(link.city, link.role) for link in links})
        cities = sorted({"Osan", "Quảng Nam" if one is planted[0] else "Hidaka"})
        assert roles == sorted(
            [(city, role) for city in cities for role in ("guest", "officer")] + [("Osan", "viewer")]
        )
        for link in links:
            seat = seat_of(link.address.rstrip("/").rsplit("/", 1)[1])
            assert seat.participant.meeting == one.meeting
            assert (link.role == "officer") == (seat.participant.role == "officer")


def test_the_page_of_links_stands_in_columns(planted):
    env = current()
    told = page(env, [links_of(one, env) for one in planted], ends="The end.")

    starts = {width(line[: line.index("http")]) for line in told.splitlines() if "/j/" in line}
    assert len(starts) == 1
    assert all(email in told for email in PASSWORDS)


def test_officers_sign_in_with_the_password_that_was_printed_last(planted):
    anew = {email: f"{password} twice" for email, password in PASSWORDS.items()}

    seed(anew, NOW)

    for email, password in anew.items():
        assert User.objects.get(email=email).check_password(password)
