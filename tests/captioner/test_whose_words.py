"""Several people in one hall: interpreters, shared remarks, a change of speaker, talking at once."""

from dataclasses import replace

import numpy as np

from tests.captioner.conftest import GREETING, SPOKEN, Hall, plan_of, text_of
from twinhall.hall.meetings.enums import LineKind
from twinhall.hall.meetings.queries.captioning import SpeakerPlan

RENDERED = ("bon con meo den", "nam cay but xanh la", "sau qua tao do tuoi")
REMARKS = text_of(*zip(SPOKEN, RENDERED, strict=True))
OTHER = "a stranger talks about the weather of the day and nothing else at all"


def consecutive(text=REMARKS, **changes):
    """p1 speaks English, p7 interprets into Vietnamese, p2 listens."""
    speakers = {
        "p1": SpeakerPlan("p1", "en", text),
        "p2": SpeakerPlan("p2", "vi", None),
        "p7": SpeakerPlan("p7", "vi", text, renders="en"),
    }
    return plan_of(text, speakers=speakers, **changes)


async def test_an_interpreter_who_reads_the_approved_version_is_followed_in_it():
    hall = Hall(consecutive())
    await hall.says(SPOKEN[0])
    await hall.says(SPOKEN[1])
    hall.outlet.sent.clear()

    await hall.says(RENDERED[0], "p7")
    await hall.says(RENDERED[1], "p7")

    assert hall.outlet.of("vi") == [("script", RENDERED[0]), ("script", RENDERED[1])]
    assert hall.outlet.of("en") == [("script", SPOKEN[0]), ("script", SPOKEN[1])]


async def test_what_an_interpreter_reads_keeps_its_mark():
    hall = Hall(consecutive())
    await hall.says(RENDERED[0], "p7")

    (_, original), (_, approved) = hall.outlet.sent
    assert (original.lang, original.origin, original.speaker) == ("en", "original", "p7")
    assert (approved.lang, approved.origin, approved.reviewer) == ("vi", "human", "Lan")
    assert (approved.author, original.author) == ("p1", "p1")


async def test_neither_speaker_nor_interpreter_loses_their_place():
    hall = Hall(consecutive())
    for who, text in (
        ("p1", SPOKEN[0]),
        ("p7", RENDERED[0]),
        ("p1", SPOKEN[1]),
        ("p7", RENDERED[1]),
        ("p1", SPOKEN[2]),
        ("p7", RENDERED[2]),
    ):
        await hall.says(text, who)

    shown = [(c.speaker, c.position) for tag, c in hall.outlet.sent if tag == "vi" and c.kind == "script"]
    assert shown == [(who, position) for position in (1, 2, 3) for who in ("p1", "p7")]
    assert {c.kind for _, c in hall.outlet.sent} == {"script"}


async def test_the_transcript_has_what_the_interpreter_said_in_their_language():
    hall = Hall(consecutive())
    await hall.says(SPOKEN[0])
    await hall.says(RENDERED[0], "p7")

    lines = [(k.said.speaker, k.kind, k.language, k.text, k.segment) for k in hall.ledger.lines.values()]
    assert lines == [
        ("p1", LineKind.SCRIPT, "en", SPOKEN[0], 101),
        ("p7", LineKind.SCRIPT, "vi", RENDERED[0], 101),
    ]


async def test_an_interpreter_is_not_followed_in_what_nobody_approved():
    hall = Hall(consecutive(GREETING))  # its third sentence has no approved version
    await hall.says("cau mot hai ba bon nam sau bay tam chin muoi", "p7")

    assert {c.kind for _, c in hall.outlet.sent} <= {"source", "none"}


async def test_an_interpreters_own_words_are_for_those_who_need_them():
    hall = Hall(consecutive())
    await hall.says("không ai viết những lời này trước cuộc họp hôm nay cả và tôi nói thêm", "p7")

    assert hall.outlet.of("en") == []
    assert hall.outlet.of("vi")[-1][0] == "source"


async def test_an_interpreter_turns_to_the_other_language():
    hall = Hall(consecutive())
    await hall.says(RENDERED[0], "p7")
    speakers = {"p7": SpeakerPlan("p7", "en", None, renders="vi"), "p2": SpeakerPlan("p2", "vi", None)}
    hall.desk.take(plan_of(None, speakers=speakers, floor="p2"))
    hall.outlet.sent.clear()
    await hall.hears(hall.voice.silence(0.4), "p7")
    await hall.says("and now these are words in the other language that one hears", "p7")

    recognised = [c for tag, c in hall.outlet.sent if tag == "en" and c.kind == "source"]
    assert recognised[-1].lang == "en"
    assert hall.outlet.of("vi") == []
    assert len(hall.ledger.lines) == len({k.said.id for k in hall.ledger.lines.values()}) == 2


async def test_a_hand_holds_the_interpreter_as_well():
    hall = Hall(consecutive())
    await hall.says(SPOKEN[0])
    hall.desk.take(consecutive(held=True, held_segment=101))
    hall.outlet.sent.clear()
    await hall.says(RENDERED[0], "p7")

    assert hall.outlet.sent == []


async def test_who_reads_on_in_shared_remarks_goes_on_where_the_other_stopped():
    again = text_of(*[(SPOKEN[n % 3], f"cau {n}") for n in range(6)])  # every sentence is there twice
    speakers = {"p1": SpeakerPlan("p1", "en", again), "p3": SpeakerPlan("p3", "en", again)}
    hall = Hall(plan_of(again, speakers=speakers))
    await hall.hears(hall.voice.silence(0.4), "p3")
    for text in SPOKEN:
        await hall.says(text, "p1")
    hall.desk.take(plan_of(again, speakers=speakers, floor="p3"))
    for text in SPOKEN[:2]:
        await hall.says(text, "p3")
    await hall.says(SPOKEN[2], "p1")

    shown = [(c.speaker, c.position) for tag, c in hall.outlet.sent if tag == "vi" and c.kind == "script"]
    assert shown == [("p1", 1), ("p1", 2), ("p1", 3), ("p3", 4), ("p3", 5), ("p1", 6)]


async def test_the_next_speaker_is_followed_in_their_own_text():
    second = replace(text_of(("forty delegations have travelled since then", "bon muoi doan")), remarks=2)
    speakers = {"p1": SpeakerPlan("p1", "en", REMARKS), "p3": SpeakerPlan("p3", "en", second)}
    hall = Hall(plan_of(REMARKS, speakers=speakers))
    await hall.says(SPOKEN[0], "p1")
    hall.desk.take(plan_of(REMARKS, speakers=speakers, floor="p3"))
    await hall.says("forty delegations have travelled since then", "p3")

    assert hall.outlet.of("vi") == [("script", RENDERED[0]), ("script", "bon muoi doan")]


async def test_while_the_floor_reads_the_words_of_others_are_kept_and_not_shown():
    speakers = {"p1": SpeakerPlan("p1", "en", REMARKS), "p3": SpeakerPlan("p3", "en", None)}
    hall = Hall(plan_of(REMARKS, speakers=speakers))
    read = np.concatenate([hall.voice.say(text) for text in SPOKEN])
    await hall.hears_at_once({"p1": read, "p3": np.concatenate([hall.voice.say(OTHER), read[:0]])})
    await hall.hears(hall.voice.silence(1.5), "p3")

    assert {c.speaker for _, c in hall.outlet.sent} == {"p1"}
    assert f"A{OTHER[1:]}." in [k.text for k in hall.ledger.lines.values() if k.said.speaker == "p3"]


async def test_a_sentence_comes_back_when_its_speaker_reads_on_after_a_word_from_elsewhere():
    long = text_of(("one two three four five six seven eight nine ten eleven twelve", "cau dai"))
    speakers = {"p1": SpeakerPlan("p1", "en", long), "p3": SpeakerPlan("p3", "en", None)}
    hall = Hall(plan_of(long, speakers=speakers))
    await hall.hears(hall.voice.say("one two three four"), "p1")
    await hall.hears(hall.voice.silence(2.0), "p1")
    await hall.says("may I ask you to speak up a little so that all can hear", "p3")
    hall.outlet.sent.clear()
    await hall.hears(hall.voice.say("five six seven eight nine ten"), "p1")

    back = [c for tag, c in hall.outlet.sent if tag == "vi"]
    assert [(c.speaker, c.kind, c.text, c.revision) for c in back] == [("p1", "script", "cau dai", 1)]


async def test_audio_that_no_step_took_in_time_is_in_the_transcript_as_lost(hall):
    speaker = await hall.desk.seat("p1")
    speaker.hear(hall.voice.say(OTHER), 0)
    speaker.hear(hall.voice.silence(2.0), 3500)
    hall.now_ms = 5500
    await hall.desk.step()

    (lost,) = [k for k in hall.ledger.lines.values() if k.kind == LineKind.LOST]
    assert (lost.said.speaker, lost.text, hall.desk.lost_ms) == ("p1", "", 3500)
