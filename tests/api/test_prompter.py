import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from twinhall.hall.meetings.actions.captioning import KeptLine, keep_line
from twinhall.hall.meetings.actions.remarks import edit
from twinhall.hall.meetings.actions.room_copy import publish
from twinhall.hall.meetings.enums import ItemMode, LineKind, LinkScope, Role
from twinhall.hall.meetings.models import AgendaItem, Participant, Remarks, RunOfShow, Segment
from twinhall.hall.meetings.queries.captions import Said
from twinhall.hall.translation.actions import write_rendition, write_text

pytestmark = pytest.mark.django_db(transaction=True)
KOREAN = ("반갑습니다.", "우리는 오랜 벗입니다.", "감사합니다.")


@pytest.fixture
def write(officer):
    """write(item, speaker, *sentences) prepares remarks; each is approved in Vietnamese but the last."""

    def make(item: AgendaItem, speaker: Participant, *sentences: str) -> Remarks:
        remarks = Remarks.objects.create(item=item, participant=speaker, language=speaker.language)
        for position, words in enumerate(sentences, start=1):
            text = write_text(speaker.language, words, by=None)
            Segment.objects.create(remarks=remarks, position=position, text=text)
            if position < len(sentences):
                write_rendition(text, "vi", f"câu {position}", by=officer, status="approved")
        return remarks

    return make


@pytest.fixture
def remarks(greetings, mayor, write):
    return write(greetings, mayor, *KOREAN)


@pytest.fixture
def closing(meeting, greetings):
    """The second item."""
    title = write_text("ko", "맺음말", by=None)
    return AgendaItem.objects.create(meeting=meeting, position=2, title=title, mode=ItemMode.REMARKS)


@pytest.fixture
def opened(host):
    host.post("run", action="open", revision=1)
    return host


@pytest.fixture
def live(opened, greetings):
    opened.post("run", action="start", revision=2)
    return opened


@pytest.fixture
def comes_in(opened, guest):
    """comes_in(participant): their link, admitted."""

    def make(participant: Participant, **how):
        opened.post("admit", person=participant.pk, admit=True)
        return guest(participant, **how)

    return make


def prompt(caller) -> dict:
    told: dict = caller.get("prompter").json()
    return told


def test_a_speaker_reads_ahead_what_they_will_say_and_what_the_other_side_will_read(
    comes_in, mayor, remarks, greetings
):
    told = prompt(comes_in(mayor))

    assert (told["item"], told["language"], told["reader"], told["place"]) == (greetings.pk, "ko", "vi", None)
    assert [(s["position"], s["text"]) for s in told["segments"]] == list(enumerate(KOREAN, start=1))
    reads = [s["reads"] for s in told["segments"]]
    assert [(r["lang"], r["text"], r["origin"], r["translated"]) for r in reads] == [
        ("vi", "câu 1", "human", True),
        ("vi", "câu 2", "human", True),
        ("ko", "감사합니다.", "original", False),
    ]
    assert reads[0]["approvedOn"]


def test_nobody_reads_the_remarks_of_another(comes_in, mayor, chairman, remarks, greetings, write):
    write(greetings, chairman, "Kính chào quý vị.")

    assert [s["text"] for s in prompt(comes_in(chairman))["segments"]] == ["Kính chào quý vị."]
    assert [s["text"] for s in prompt(comes_in(mayor))["segments"]] == list(KOREAN)


def test_who_only_watches_has_no_prompter(comes_in, mayor, remarks):
    Participant.objects.filter(pk=mayor.pk).update(role=Role.VIEWER)
    mayor.refresh_from_db()
    assert comes_in(mayor).get("prompter").status_code == 403


def test_a_helper_with_the_speakers_cue_link_has_no_prompter(opened, guest, mayor, remarks):
    assert guest(mayor, scope=LinkScope.CUE).get("prompter").status_code == 403


def test_who_waits_at_the_door_has_no_prompter(opened, guest, mayor, remarks):
    waiting = guest(mayor)
    waiting.post("enter")
    assert waiting.get("prompter").status_code == 403


def test_nothing_prepared_is_an_empty_prompter(comes_in, mayor, greetings):
    Remarks.objects.create(item=greetings, participant=mayor, language="ko")  # opened, not written

    assert prompt(comes_in(mayor)) == {
        "item": None,
        "language": "ko",
        "reader": "vi",
        "place": None,
        "segments": [],
    }


def test_the_remarks_are_those_of_the_item_now_held_else_of_the_next(
    live, comes_in, mayor, greetings, closing, remarks, write
):
    speaker = comes_in(mayor)
    write(closing, mayor, "맺음말입니다.")
    first = prompt(speaker)["item"]
    live.post("run", action="next", revision=3)

    assert (first, prompt(speaker)["item"]) == (greetings.pk, closing.pk)


def test_after_the_last_item_of_a_speaker_their_remarks_stay(
    live, comes_in, mayor, greetings, closing, remarks
):
    live.post("run", action="next", revision=3)
    assert prompt(comes_in(mayor))["item"] == greetings.pk


def test_the_place_is_where_the_captions_are(live, comes_in, mayor, meeting, greetings, remarks):
    speaker = comes_in(mayor)
    second = remarks.segments.get(position=2)
    said = Said("p1-0-1", 0, True, mayor.identity, greetings.pk, 1000, None)
    keep_line(meeting.pk, KeptLine(said, LineKind.SCRIPT, "ko", KOREAN[1], second.pk))
    followed = prompt(speaker)["place"]
    revision = live.get("state").json()["cue"]["revision"]
    third = remarks.segments.get(position=3)
    live.post("cue", action="go", segment=third.pk, revision=revision)

    assert (followed, prompt(speaker)["place"]) == (second.pk, third.pk)


def test_the_place_in_another_ones_remarks_is_no_place(
    live, comes_in, mayor, chairman, meeting, greetings, remarks, write
):
    theirs = write(greetings, chairman, "Kính chào quý vị.").segments.get()
    said = Said("p2-0-1", 0, True, chairman.identity, greetings.pk, 1000, None)
    keep_line(meeting.pk, KeptLine(said, LineKind.SCRIPT, "vi", "Kính chào quý vị.", theirs.pk))

    assert prompt(comes_in(mayor))["place"] is None


def test_the_room_is_told_when_a_sentence_was_changed(remarks, live, meeting, media, officer):
    before = json.loads(media.metadata[meeting.room])
    edit(remarks.segments.first().pk, "정말 반갑습니다.", seen=1, by=officer)
    run = RunOfShow.objects.get(meeting=meeting)
    publish(meeting.pk)  # as the steward does when the copy is newer than what was published
    after = json.loads(media.metadata[meeting.room])

    assert run.copy > run.published
    assert (after["remarks"], after["people"]) == (before["remarks"] + 1, before["people"])
    assert live.get("state").json()["remarks"] == after["remarks"]


def test_long_remarks_cost_no_more_queries_than_short_ones(
    comes_in, mayor, greetings, write, django_assert_num_queries
):
    speaker = comes_in(mayor)
    write(greetings, mayor, *KOREAN)
    with CaptureQueriesContext(connection) as short:
        assert len(prompt(speaker)["segments"]) == 3
    Remarks.objects.all().delete()
    write(greetings, mayor, *KOREAN * 5)
    with django_assert_num_queries(len(short)):
        assert len(prompt(speaker)["segments"]) == 15
