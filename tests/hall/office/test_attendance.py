from datetime import timedelta

from django.urls import reverse

from twinhall.hall.meetings.models import Attendance
from twinhall.hall.meetings.queries.planning import presence_of
from twinhall.hall.people.models import PersonName


def stay(seat, connection, minutes_in, minutes_out):
    start = seat.meeting.starts_at
    return Attendance.objects.create(
        participant=seat,
        connection=connection,
        joined_at=start + timedelta(minutes=minutes_in),
        left_at=start + timedelta(minutes=minutes_out),
    )


def test_stays_are_added_up_and_the_absent_are_listed(meeting, mayor, chairman):
    stays = [stay(mayor, "a", 0, 20), stay(mayor, "b", 25, 60)]

    found = [(row.seat, row.stays, row.total, row.here) for row in presence_of(meeting)]

    assert found == [(mayor, stays, timedelta(minutes=55), False), (chairman, [], timedelta(), False)]


def test_the_table_has_both_clocks_and_a_mark_for_excel(host, meeting, mayor, chairman):
    stay(mayor, "a", 0, 20)

    answer = host.get(reverse("attendance-csv", args=[meeting.pk]))

    text = answer.content.decode()
    assert text[0] == "\ufeff"
    assert text[1:].splitlines()[1:] == [
        "오산,곽상욱,곽상욱,오산시장,대표단장,2021-09-17 16:00:00,2021-09-17 14:00:00,"
        "2021-09-17 16:20:00,2021-09-17 14:20:00,20",
        "꽝남,레 찌 타인,Lê Trí Thanh,꽝남성 인민위원회 위원장,대표단장,,,,,",
    ]


def test_a_name_cannot_become_a_formula(host, meeting, mayor):
    PersonName.objects.filter(person=mayor.person, language="ko").update(name='=HYPERLINK("x")')

    text = host.get(reverse("attendance-csv", args=[meeting.pk])).content.decode()

    assert '"\'=HYPERLINK(""x"")"' in text
