"""What the captioner is told to do, read from the database."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.fake_media import FakeMediaServer
from twinhall.hall.meetings.actions.captioning import KeptLine, beat, keep_line
from twinhall.hall.meetings.enums import Interpretation, LineKind, MeetingState, Role, Side
from twinhall.hall.meetings.media.current import media_server
from twinhall.hall.meetings.models import AgendaSpeaker, Captioner, Meeting, Remarks, RunOfShow, Segment
from twinhall.hall.meetings.queries.captioning import caption_plan
from twinhall.hall.meetings.queries.captions import Said, history, ms_of
from twinhall.hall.meetings.queries.live import captioner_now, room_copy
from twinhall.hall.translation.actions import write_rendition, write_text

KOREAN = ("존경하는 위원장님, 안녕하십니까.", "두 도시는 오랫동안 함께 걸어왔습니다.")


@pytest.fixture(autouse=True)
def media(settings) -> FakeMediaServer:
    settings.MEDIA_SERVER = "tests.fake_media.FakeMediaServer"
    server = media_server()
    server.reset()
    return server


@pytest.fixture
def remarks(greetings, mayor, officer) -> Remarks:
    """The mayor's two sentences; the first has an approved version in Vietnamese."""
    remarks = Remarks.objects.create(item=greetings, participant=mayor, language="ko")
    for position, words in enumerate(KOREAN, start=1):
        text = write_text("ko", words, by=None)
        Segment.objects.create(remarks=remarks, position=position, text=text)
        if position == 1:
            write_rendition(text, "vi", "câu một", by=officer, status="approved")
    return remarks


@pytest.fixture
def give_floor(greetings):
    def give(participant) -> None:
        RunOfShow.objects.filter(meeting=greetings.meeting).update(item=greetings, speaker=participant)

    return give


@pytest.fixture
def interpreter(meeting, quang_nam, make_person, make_seat):
    post = make_person(quang_nam, {"vi": "Trần Thị Mai", "ko": "쩐 티 마이"}, {"vi": "Phiên dịch"})
    return make_seat(meeting, post, Side.PARTNER, Role.INTERPRETER)


@pytest.fixture
def vice_mayor(meeting, osan, make_person, make_seat):
    return make_seat(
        meeting, make_person(osan, {"ko": "김부시장"}, {"ko": "부시장"}, precedence=2), Side.HOST
    )


def consecutively(item) -> None:
    item.interpretation = Interpretation.CONSECUTIVE
    item.save()


def test_an_interpreter_of_a_consecutive_item_reads_the_speakers_text_in_their_own_language(
    greetings, remarks, give_floor, mayor, interpreter
):
    consecutively(greetings)
    give_floor(mayor)

    plan = caption_plan(greetings.meeting_id)

    planned = plan.speakers[interpreter.identity]
    assert (planned.language, planned.renders, planned.text.remarks) == ("vi", "ko", remarks.pk)
    assert [s.words["vi"].translated for s in planned.text.sentences] == [True, False]
    assert planned.text == plan.speakers[mayor.identity].text
    assert plan.first == {mayor.identity, interpreter.identity}


@pytest.mark.parametrize("mode", [Interpretation.CAPTIONS, Interpretation.SIMULTANEOUS])
def test_interpreters_of_other_items_are_not_captioned(
    greetings, remarks, give_floor, mayor, interpreter, mode
):
    greetings.interpretation = mode
    greetings.save()
    give_floor(mayor)

    assert set(caption_plan(greetings.meeting_id).speakers) == {
        mayor.identity,
        *(s.identity for s in greetings.meeting.participants.exclude(pk__in=[mayor.pk, interpreter.pk])),
    }


def test_who_interprets_both_ways_speaks_the_other_city_s_language(
    greetings, remarks, give_floor, chairman, interpreter
):
    consecutively(greetings)
    give_floor(chairman)  # speaks Vietnamese, as the interpreter's seat says

    planned = caption_plan(greetings.meeting_id).speakers[interpreter.identity]

    assert (planned.language, planned.renders, planned.text) == ("ko", "vi", None)


def test_a_speaker_without_remarks_of_their_own_shares_those_of_their_side(
    greetings, remarks, give_floor, mayor, chairman, vice_mayor
):
    AgendaSpeaker.objects.create(item=greetings, participant=vice_mayor, position=3)
    give_floor(mayor)

    speakers = caption_plan(greetings.meeting_id).speakers

    assert speakers[vice_mayor.identity].text == speakers[mayor.identity].text
    assert speakers[chairman.identity].text is None


def test_whoever_is_given_the_floor_reads_on_and_can_be_cued(
    greetings, remarks, give_floor, mayor, vice_mayor
):
    give_floor(vice_mayor)  # is not on the agenda of this item

    assert caption_plan(greetings.meeting_id).speakers[vice_mayor.identity].text.remarks == remarks.pk
    assert room_copy(greetings.meeting_id).cue.total == 2


def test_reading_the_plan_costs_the_same_for_two_readers_as_for_one(
    greetings, remarks, give_floor, mayor, vice_mayor, interpreter, django_assert_num_queries
):
    give_floor(mayor)
    caption_plan(greetings.meeting_id)  # makes the rows that are made when first asked for
    with django_assert_num_queries(9):
        caption_plan(greetings.meeting_id)
    AgendaSpeaker.objects.create(item=greetings, participant=vice_mayor, position=3)
    with django_assert_num_queries(9):
        caption_plan(greetings.meeting_id)


def test_history_says_whose_remarks_an_interpreter_read(greetings, remarks, give_floor, mayor, interpreter):
    consecutively(greetings)
    give_floor(mayor)
    text = caption_plan(greetings.meeting_id).speakers[mayor.identity].text
    sentence, now = text.sentences[0], ms_of(timezone.now())
    for seat, language, words in ((mayor, "ko", KOREAN[0]), (interpreter, "vi", "câu một")):
        said = Said(f"{seat.identity}-1", 0, True, seat.identity, greetings.pk, now, now + 900)
        line = KeptLine(said, LineKind.SCRIPT, language, words, sentence.segment, sentence.words)
        keep_line(greetings.meeting_id, line)

    first, second = history(greetings.meeting_id, "vi")
    assert (first.speaker, first.author) == (mayor.identity, None)
    assert (second.speaker, second.author) == (interpreter.identity, mayor.identity)
    assert (second.text, second.origin) == ("câu một", "human")


def lose(meeting: Meeting, seat, start_ms: int, end_ms: int) -> None:
    said = Said(f"{seat.identity}-lost-{start_ms}", 0, True, seat.identity, None, start_ms, end_ms)
    keep_line(meeting.pk, KeptLine(said, LineKind.LOST, seat.language, ""))


def test_the_room_is_told_when_captions_begin_and_cease_to_fall_behind(
    meeting, media, django_capture_on_commit_callbacks
):
    late = []
    for load in (0.5, 0.95, 0.97, 0.6):
        with django_capture_on_commit_callbacks(execute=True) as sent:
            beat(meeting.pk, "captioner-1", load=load, dropped_ms=0)
        late.append((len(sent), room_copy(meeting.pk).captioner.late))

    assert late == [(0, False), (1, True), (0, True), (1, False)]


def test_the_room_is_told_how_much_was_lost(meeting, mayor, chairman, django_capture_on_commit_callbacks):
    beat(meeting.pk, "captioner-1", load=0.5, dropped_ms=0)
    with django_capture_on_commit_callbacks(execute=True) as sent:
        lose(meeting, mayor, 1_000_000, 1_004_000)
        lose(meeting, chairman, 2_000_000, 2_009_400)

    assert len(sent) == 2
    assert captioner_now(meeting).lost == 13


def test_the_meetings_page_says_how_the_captions_do(meeting, mayor, client, officer):
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.LIVE)
    client.force_login(officer)
    page = reverse("meeting", args=[meeting.pk])
    assert "자막이" not in client.get(page).text

    beat(meeting.pk, "captioner-1", load=0.99, dropped_ms=0)
    Captioner.objects.update(state="on")
    lose(meeting, mayor, 1_000_000, 1_012_000)
    shown = client.get(page).text

    assert "자막이 늦어지고 있습니다." in shown
    assert "자막이 나오지 않은 발언이 12초 있습니다." in shown
