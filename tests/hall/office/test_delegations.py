import pytest
from django.urls import reverse
from django.utils import timezone

from twinhall.hall.meetings.actions.delegations import SeatTaken, take_seat
from twinhall.hall.meetings.models import Attendance, Participant
from twinhall.hall.meetings.queries.planning import missing_names


def new_person(**told):
    return {"post": "", "role": "delegate", "language": "ko"} | told


def order(side):
    return [seat.person.names.order_by("pk").first().name for seat in Participant.objects.filter(side=side)]


def test_someone_new_is_seated_last_with_names_in_both_scripts(host, meeting, mayor):
    page = reverse("seat-new", args=[meeting.pk])
    host.post(page, new_person(name_ko="김하나", name_vi="Kim Ha-na", title_ko="경제국장", title_vi=""))

    seat = Participant.objects.get(side="host", role="delegate")
    assert order("host") == ["곽상욱", "김하나"]
    assert {name.language: name.name for name in seat.person.names.all()} == {
        "ko": "김하나",
        "vi": "Kim Ha-na",
    }
    assert {title.language: title.title for title in seat.post.titles.all()} == {"ko": "경제국장"}


def test_someone_without_any_name_is_refused(host, meeting):
    answer = host.post(reverse("seat-new", args=[meeting.pk]), new_person())

    assert (answer.status_code, Participant.objects.count()) == (422, 0)


def test_a_name_missing_in_the_other_script_is_not_confirmed(host, meeting, osan, make_person, make_seat):
    seat = make_seat(meeting, make_person(osan, {"ko": "김하나"}, {}), "host")
    page = host.get(reverse("meeting", args=[meeting.pk])).content.decode()

    assert missing_names(seat.person, ("ko", "vi")) == ["vi"]
    assert "베트남어 이름 확인 대기" in page


def test_nobody_sits_twice(meeting, mayor):
    with pytest.raises(SeatTaken):
        take_seat(meeting, mayor.person, side="host")

    assert Participant.objects.count() == 1


def test_someone_seated_is_not_offered_again(host, meeting, mayor):
    answer = host.get(reverse("seat-new", args=[meeting.pk]))

    assert answer.context["form"].posts == {}


def test_seats_change_places_within_their_side(host, meeting, mayor, chairman, osan, make_person):
    other = take_seat(meeting, make_person(osan, {"ko": "김하나"}, {}, 2).person, side="host")
    host.post(reverse("seat-move", args=[meeting.pk, other.pk]), {"up": ""})

    assert (order("host"), order("partner")) == (["김하나", "곽상욱"], ["레 찌 타인"])


def test_the_other_side_says_how_a_name_is_written_in_its_language(partner, meeting, mayor):
    told = {"name_vi": "Kwak Sang Wook", "title_vi": "Thị trưởng", "name_ko": "바뀌지 않음", "role": "viewer"}

    partner.post(reverse("seat-edit", args=[meeting.pk, mayor.pk]), told)

    mayor.refresh_from_db()
    names = {name.language: name.name for name in mayor.person.names.all()}
    assert (names["vi"], names["ko"], mayor.role) == ("Kwak Sang Wook", "곽상욱", "head")


def test_someone_who_was_in_the_hall_keeps_the_seat(host, meeting, mayor):
    Attendance.objects.create(participant=mayor, connection="a", joined_at=timezone.now())
    page = reverse("seat-remove", args=[meeting.pk, mayor.pk])

    kept = host.post(page, HTTP_HX_REQUEST="true").status_code
    Attendance.objects.all().delete()
    gone = host.post(page, HTTP_HX_REQUEST="true").status_code

    assert (kept, gone, Participant.objects.count()) == (409, 200, 0)


def test_the_room_hears_of_every_change(host, meeting, mayor):
    before = meeting.run.people_revision
    host.post(reverse("seat-move", args=[meeting.pk, mayor.pk]), {"up": ""})

    meeting.run.refresh_from_db()
    assert meeting.run.people_revision == before + 1
