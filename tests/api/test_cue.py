import json

import pytest

from twinhall.hall.meetings.actions.captioning import KeptLine, keep_line
from twinhall.hall.meetings.enums import LineKind, LinkScope
from twinhall.hall.meetings.models import Captioner, Participant, Remarks, Segment, TranscriptLine
from twinhall.hall.meetings.queries.captions import Said
from twinhall.hall.translation.actions import write_rendition, write_text

pytestmark = pytest.mark.django_db(transaction=True)
KOREAN = ("반갑습니다.", "우리는 오랜 벗입니다.", "감사합니다.")


@pytest.fixture
def remarks(greetings, mayor, chairman, officer):
    """The mayor's three sentences; the first two have an approved version in Vietnamese."""
    remarks = Remarks.objects.create(item=greetings, participant=mayor, language="ko")
    for position, words in enumerate(KOREAN, start=1):
        text = write_text("ko", words, by=None)
        Segment.objects.create(remarks=remarks, position=position, text=text)
        if position < 3:
            write_rendition(text, "vi", f"câu {position}", by=officer, status="approved")
    return remarks


@pytest.fixture
def live(host, remarks):
    host.post("run", action="open", revision=1)
    host.post("run", action="start", revision=2)
    return host


@pytest.fixture
def cue_revision(live):
    return live.get("state").json()["cue"]["revision"]


def said(media, language: str) -> list[dict]:
    return [json.loads(text) for _, topic, text in media.said if topic == f"caption.{language}"]


def test_the_hand_puts_sentences_on_every_screen_without_a_captioner(live, cue_revision, media, remarks):
    first = live.post("cue", action="next", revision=cue_revision).json()["cue"]
    second = live.post("cue", action="next", revision=first["revision"]).json()["cue"]
    live.post("cue", action="next", revision=second["revision"])

    assert (first["held"], first["position"], first["total"]) == (True, 1, 3)
    assert [(c["lang"], c["text"], c["origin"]) for c in said(media, "vi")] == [
        ("vi", "câu 1", "human"),
        ("vi", "câu 2", "human"),
        ("ko", "감사합니다.", "original"),
    ]
    assert [(c["text"], c["hand"]) for c in said(media, "ko")] == [(words, True) for words in KOREAN]
    assert [line.text for line in TranscriptLine.objects.filter(by_hand=True)] == list(KOREAN)


def test_beyond_the_last_sentence_there_is_nothing(live, cue_revision, remarks, media):
    last = remarks.segments.last()
    held = live.post("cue", action="go", segment=last.pk, revision=cue_revision).json()["cue"]
    beyond = live.post("cue", action="next", revision=held["revision"])
    assert (beyond.status_code, beyond.json()["error"]) == (409, "nothing_to_cue")


def test_next_goes_on_from_where_the_captioner_is(live, cue_revision, remarks, mayor, meeting, greetings):
    followed = remarks.segments.get(position=1)
    place = Said("p1-0-1", 0, True, mayor.identity, greetings.pk, 1000, None)
    keep_line(meeting.pk, KeptLine(place, LineKind.SCRIPT, "ko", KOREAN[0], followed.pk))
    assert Captioner.objects.get(meeting=meeting).segment == followed

    assert live.post("cue", action="next", revision=cue_revision).json()["cue"]["position"] == 2


def test_of_two_hands_one_is_told_what_the_other_did(live, partner, cue_revision):
    assert live.post("cue", action="next", revision=cue_revision).status_code == 200
    late = partner.post("cue", action="previous", revision=cue_revision)
    assert late.status_code == 409
    assert late.json()["state"]["cue"]["position"] == 1


def test_release_keeps_the_place(live, cue_revision, media, meeting):
    held = live.post("cue", action="next", revision=cue_revision).json()["cue"]
    free = live.post("cue", action="release", revision=held["revision"]).json()["cue"]
    assert (free["held"], free["segment"]) == (False, held["segment"])
    assert json.loads(media.metadata[meeting.room])["cue"] == free


def test_a_move_takes_the_hand_off(live, cue_revision, chairman):
    live.post("cue", action="next", revision=cue_revision)
    live.post("run", action="speaker", speaker=chairman.pk, revision=3)
    cue = live.get("state").json()["cue"]
    assert (cue["held"], cue["segment"], cue["total"]) == (False, None, None)
    assert live.post("cue", action="next", revision=cue["revision"]).status_code == 409


def test_a_helper_may_cue_and_nothing_else(live, guest, mayor, cue_revision, remarks):
    helper = guest(mayor, scope=LinkScope.CUE)
    can = helper.get("state").json()["can"]
    assert [name for name, may in can.items() if may] == ["cue"]

    assert len(helper.get("script?lang=vi").json()["segments"]) == 3
    assert helper.post("cue", action="next", revision=cue_revision).status_code == 200
    for path, body in {
        "run": {"action": "next", "revision": 3},
        "chat": {"text": "x"},
        "mute": {"person": mayor.pk},
        "admit": {"person": mayor.pk, "admit": True},
        "hand": {"raised": True},
    }.items():
        assert helper.post(path, **body).status_code == 403, path


def test_the_speaker_reads_their_own_script_and_no_one_else_does(live, guest, mayor, chairman):
    for seat in (mayor, chairman):
        live.post("admit", person=seat.pk, admit=True)
    script = guest(mayor).get("script?lang=vi").json()
    assert [s["text"] for s in script["segments"]] == list(KOREAN)
    assert [s["rendition"] and s["rendition"]["status"] for s in script["segments"]] == [
        "approved",
        "approved",
        None,
    ]
    assert guest(chairman).get("script?lang=vi").status_code == 403


def test_captions_that_were_missed_come_in_ones_language(live, cue_revision, guest, chairman, mayor):
    live.post("admit", person=chairman.pk, admit=True)
    live.post("cue", action="next", revision=cue_revision)

    (caption,) = guest(chairman).get("captions?lang=vi").json()["captions"]

    assert (caption["text"], caption["lang"], caption["origin"]) == ("câu 1", "vi", "human")
    assert caption["source"] == {"lang": "ko", "text": KOREAN[0]}
    assert caption["speaker"] == mayor.identity


def test_a_stale_rendition_is_not_shown(live, cue_revision, remarks, media):
    text = remarks.segments.get(position=1).text
    text.revision += 1
    text.save()
    live.post("cue", action="next", revision=cue_revision)
    assert [(c["lang"], c["translated"]) for c in said(media, "vi")] == [("ko", False)]


def test_hand_cueing_survives_a_media_server_that_is_away(live, cue_revision, media):
    media.away = True
    assert live.post("cue", action="next", revision=cue_revision).status_code == 200
    assert TranscriptLine.objects.count() == 1


def test_who_waits_hears_nothing(live, guest, chairman, cue_revision):
    live.post("cue", action="next", revision=cue_revision)
    waiting = guest(chairman)
    waiting.post("enter")
    assert waiting.get("captions?lang=vi").json() == {"captions": []}
    assert waiting.get("script?lang=vi").status_code == 403
    assert Participant.objects.get(pk=chairman.pk).admission == "waiting"
