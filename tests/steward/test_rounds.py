import json
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tests.fake_media import FakeMediaServer
from twinhall.hall.meetings.actions import run
from twinhall.hall.meetings.actions.captioning import beat
from twinhall.hall.meetings.actions.room_copy import changed
from twinhall.hall.meetings.media.current import media_server
from twinhall.hall.meetings.models import Attendance, Captioner, Meeting, RunOfShow
from twinhall.steward.rounds import Steward

pytestmark = pytest.mark.django_db(transaction=True)


class Watch:
    """A clock that the test turns."""

    def __init__(self) -> None:
        self.now = timezone.now()

    def __call__(self) -> datetime:
        return self.now

    def pass_s(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def media(settings) -> FakeMediaServer:
    settings.MEDIA_SERVER = "tests.fake_media.FakeMediaServer"
    server = media_server()
    server.reset()
    return server


@pytest.fixture
def opened(meeting, media) -> Meeting:
    run.open_hall(meeting, revision=1)
    meeting.refresh_from_db()
    return meeting


@pytest.fixture
def steward(media, watch):
    return Steward(media, watch)


def captioner(meeting) -> Captioner:
    return Captioner.objects.get(meeting=meeting)


def hear_from(meeting, watch) -> None:
    beat(meeting.pk, "captioner-1", load=0.3, dropped_ms=0)
    Captioner.objects.filter(meeting=meeting).update(heartbeat_at=watch.now)


def test_a_meeting_that_is_not_open_gets_no_captioner(meeting, steward, media):
    steward.round()
    assert media.dispatched == []


def test_an_open_meeting_gets_one_captioner(opened, steward, media, watch):
    steward.round()
    watch.pass_s(1)
    steward.round()

    assert media.dispatched == [(opened.room, "captioner")]
    assert captioner(opened).state == "starting"
    hear_from(opened, watch)
    steward.round()
    assert captioner(opened).state == "on"
    assert json.loads(media.metadata[opened.room])["captioner"]["state"] == "on"


def test_a_captioner_that_fell_silent_is_replaced_within_seconds(opened, steward, media, watch):
    steward.round()
    watch.pass_s(60)
    hear_from(opened, watch)
    steward.round()
    media.joins(opened.room, "captioner-1", agent=True)

    watch.pass_s(2)
    steward.round()
    assert len(media.dispatched) == 1
    watch.pass_s(1)
    steward.round()

    assert len(media.dispatched) == 2
    assert media.removed == [(opened.room, "captioner-1")]
    assert media.withdrawn == [(opened.room, "AD_1")]
    assert (captioner(opened).state, captioner(opened).dispatch) == ("lost", "AD_2")


def test_captioners_that_do_not_come_are_sent_for_less_and_less_often(opened, steward, media, watch):
    sent_at, start = [], watch.now
    for _ in range(120):
        before = len(media.dispatched)
        steward.round()
        if len(media.dispatched) > before:
            sent_at.append((watch.now - start).total_seconds())
        watch.pass_s(1)
    assert sent_at == [0, 5, 15, 35, 55, 75, 95, 115]


def test_a_lost_copy_is_sent_again(opened, steward, media):
    media.away = True
    changed(opened.pk)
    media.away = False

    steward.round()

    copy = json.loads(media.metadata[opened.room])
    assert copy["revision"] == RunOfShow.objects.get(meeting=opened).copy


def test_a_room_that_the_media_server_forgot_is_made_again(opened, steward, media):
    steward.round()
    media.metadata.clear()
    steward.round()
    assert opened.room in media.metadata


def test_attendance_is_counted_even_if_nothing_was_told(opened, steward, media, mayor, watch):
    media.joins(opened.room, mayor.identity, connection="PA_1")
    media.joins(opened.room, "captioner-1", agent=True)
    media.joins(opened.room, "p999")
    steward.round()
    stay = Attendance.objects.get()
    assert (stay.participant, stay.connection, stay.left_at) == (mayor, "PA_1", None)

    media.leaves(opened.room, mayor.identity)
    watch.pass_s(30)
    steward.round()

    stay.refresh_from_db()
    assert stay.left_at == watch.now


def test_an_unreachable_media_server_ends_no_stay(opened, steward, media, mayor):
    media.joins(opened.room, mayor.identity)
    steward.round()
    media.away = True
    steward.round()
    assert Attendance.objects.get().left_at is None


def test_an_ended_meeting_loses_its_captioner(opened, steward, media):
    steward.round()
    run.end(opened, revision=2)
    steward.round()
    steward.round()
    assert media.withdrawn == [(opened.room, "AD_1")]
    assert captioner(opened).state == "off"


def test_when_a_meeting_has_ended_nobody_stays_in_its_room(opened, steward, media, mayor):
    media.joins(opened.room, mayor.identity)
    steward.round()
    run.end(opened, revision=2)
    steward.round()
    assert (media.present(opened.room), Attendance.objects.get().left_at is None) == ([], False)
