from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone

from twinhall.hall.meetings.actions.planning import seen_of_item, seen_of_meeting
from twinhall.hall.meetings.enums import MeetingState
from twinhall.hall.meetings.forms import moment_in
from twinhall.hall.meetings.models import AgendaItem, Meeting, Remarks, Segment
from twinhall.hall.translation.actions import write_text
from twinhall.hall.translation.models import Text

NEW = {"title_ko": "새해 인사", "title_vi": "", "day": "2030-01-04", "time": "16:00", "lobby": "on"}


def titles(meeting):
    return {meeting.title.language: meeting.title.body} | {
        rendition.language: (rendition.body, rendition.status) for rendition in meeting.title.renditions.all()
    }


def item_form(**told):
    return {
        "title_ko": "교류 현황",
        "title_vi": "Tình hình giao lưu",
        "minutes": "15",
        "mode": "report",
        "interpretation": "captions",
    } | told


def test_a_meeting_is_planned_on_the_hosts_clock(host, relation, osan, quang_nam):
    answer = host.post(reverse("meeting-new"), NEW | {"relation": relation.pk})

    made = Meeting.objects.get()
    assert answer["Location"] == reverse("meeting", args=[made.pk])
    assert (made.host, made.partner, made.starts_at, made.lobby) == (
        osan,
        quang_nam,
        datetime(2030, 1, 4, 7, 0, tzinfo=UTC),
        True,
    )
    assert titles(made) == {"ko": "새해 인사"}


def test_a_start_in_the_past_is_allowed_and_warned_about(host, relation):
    answer = host.post(reverse("meeting-new"), NEW | {"day": "2021-09-17"}, follow=True)

    assert [message.tags for message in answer.context["messages"]] == ["warn"]


def test_an_hour_that_summer_time_skips_is_refused():
    paris = ZoneInfo("Europe/Paris")

    assert moment_in(date(2026, 3, 29), time(2, 30), paris) is None
    assert moment_in(date(2026, 3, 29), time(3, 30), paris) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert moment_in(date(2026, 10, 25), time(2, 30), paris) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_both_clocks_are_shown_while_one_types(host, relation):
    page = host.get(reverse("meeting-clocks"), {"day": "2021-09-17", "time": "16:00"}).content.decode()

    assert [hour in page for hour in ("16:00", "14:00")] == [True, True]


def test_a_name_with_emoji_or_too_long_is_refused_and_kept_in_the_form(host, relation):
    emoji = host.post(reverse("meeting-new"), NEW | {"title_ko": "새해 🎉"})
    long = host.post(reverse("meeting-new"), NEW | {"title_ko": "가" * 201})

    assert (emoji.status_code, long.status_code, Meeting.objects.count()) == (422, 422, 0)
    assert "새해 🎉" in emoji.content.decode()


def test_the_title_is_changed_with_both_wordings(host, meeting):
    told = {"title_ko": "제1차 화상회의", "title_vi": "Hội nghị lần thứ nhất", "day": "2021-09-17"}

    host.post(
        reverse("meeting-edit", args=[meeting.pk]),
        told | {"time": "16:30", "lobby": "on", "seen": seen_of_meeting(meeting)},
    )

    meeting = Meeting.objects.get()
    assert titles(meeting) == {"ko": "제1차 화상회의", "vi": ("Hội nghị lần thứ nhất", "approved")}
    assert meeting.starts_at == datetime(2021, 9, 17, 7, 30, tzinfo=UTC)


def test_two_officers_at_once_the_second_is_told(host, meeting):
    told = {"title_vi": "", "day": "2021-09-17", "time": "16:00", "seen": seen_of_meeting(meeting)}
    page = reverse("meeting-edit", args=[meeting.pk])

    first = host.post(page, told | {"title_ko": "하나"})
    second = host.post(page, told | {"title_ko": "둘"})
    knowingly = host.post(page, told | {"title_ko": "둘", "seen": second.context["form"]["seen"].value()})

    assert [answer.status_code for answer in (first, second, knowingly)] == [302, 409, 302]
    assert "하나" in second.content.decode()
    assert "둘" in second.content.decode()
    assert Text.objects.get(pk=meeting.title_id).body == "둘"


def test_the_partners_officer_words_the_title_in_their_language_only(partner, meeting):
    told = {"title_vi": "Hội nghị Osan – Quảng Nam", "title_ko": "바뀌지 않음", "day": "2030-01-01"}

    partner.post(reverse("meeting-edit", args=[meeting.pk]), told)

    assert titles(Meeting.objects.get()) == {
        "ko": "오산시·꽝남성 제1차 화상회의",
        "vi": ("Hội nghị Osan – Quảng Nam", "approved"),
    }


def test_items_are_added_in_order_with_their_speakers(host, meeting, greetings, mayor, chairman):
    told = item_form(**{f"order_{mayor.pk}": "2", f"order_{chairman.pk}": "1"})

    host.post(reverse("item-new", args=[meeting.pk]), told)

    item = AgendaItem.objects.get(position=2)
    assert (item.title.body, item.minutes, item.mode) == ("교류 현황", 15, "report")
    assert [speaker.participant for speaker in item.speakers.all()] == [chairman, mayor]


def test_minutes_are_at_least_one(host, meeting):
    answers = [
        host.post(reverse("item-new", args=[meeting.pk]), item_form(minutes=minutes)).status_code
        for minutes in ("0", "-5", "9999", "")
    ]

    assert answers == [422, 422, 422, 422]


def test_items_change_places_and_the_ends_stay(host, meeting, greetings):
    host.post(reverse("item-new", args=[meeting.pk]), item_form())
    page = reverse("item-move", args=[meeting.pk, greetings.pk])

    def order():
        return list(AgendaItem.objects.values_list("title__body", "position"))

    host.post(page, {"up": ""})
    first = order()
    host.post(page, {"down": ""})
    host.post(page, {"down": ""})

    assert (first, order()) == (
        [("인사 말씀", 1), ("교류 현황", 2)],
        [("교류 현황", 1), ("인사 말씀", 2)],
    )


def test_an_item_that_changed_meanwhile_is_told(host, meeting, greetings):
    page, seen = reverse("item-edit", args=[meeting.pk, greetings.pk]), seen_of_item(greetings)

    answers = [host.post(page, item_form(seen=seen, minutes=n)).status_code for n in ("11", "12")]

    assert (answers, AgendaItem.objects.get().minutes) == ([302, 409], 11)


def test_an_item_with_remarks_stays(host, meeting, greetings, mayor):
    _write_remarks(greetings, mayor)
    page = reverse("item-remove", args=[meeting.pk, greetings.pk])

    refused = host.post(page, HTTP_HX_REQUEST="true").status_code
    gone = host.post(reverse("item-edit", args=[meeting.pk, greetings.pk]), item_form()).status_code

    assert (refused, gone, AgendaItem.objects.count()) == (409, 409, 1)


def test_a_removed_item_leaves_no_gap_and_no_text(host, meeting, greetings):
    host.post(reverse("item-new", args=[meeting.pk]), item_form())
    host.post(reverse("item-remove", args=[meeting.pk, greetings.pk]))

    assert list(AgendaItem.objects.values_list("title__body", "position")) == [("교류 현황", 1)]
    assert not Text.objects.filter(body="인사 말씀").exists()


def test_a_meeting_never_held_is_deleted_whole(host, meeting, greetings, mayor):
    host.post(reverse("meeting-delete", args=[meeting.pk]))

    assert (Meeting.objects.count(), AgendaItem.objects.count(), Text.objects.count()) == (0, 0, 0)


def test_a_meeting_that_was_opened_or_has_remarks_is_kept(host, meeting, greetings, mayor):
    page = reverse("meeting-delete", args=[meeting.pk])
    _write_remarks(greetings, mayor)
    with_remarks = host.post(page).status_code
    Segment.objects.all().delete()
    Meeting.objects.update(state=MeetingState.ENDED, ended_at=timezone.now())

    assert (with_remarks, host.post(page).status_code, Meeting.objects.count()) == (409, 409, 1)


def _write_remarks(item, seat):
    remarks = Remarks.objects.create(item=item, participant=seat, language="ko")
    Segment.objects.create(remarks=remarks, position=1, text=write_text("ko", "반갑습니다.", by=None))
