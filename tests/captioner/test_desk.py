import pytest

from tests.captioner.conftest import GREETING, SPOKEN, Hall, plan_of, text_of
from twinhall.hall.meetings.enums import LineKind


async def test_each_language_reads_the_sentence_that_is_being_read_out(hall):
    for text in SPOKEN:
        await hall.says(text)

    assert hall.outlet.of("vi") == [("script", "câu một"), ("script", "câu hai"), ("script", SPOKEN[2])]
    assert hall.outlet.of("en") == [("script", text) for text in SPOKEN]


async def test_a_caption_says_where_its_words_come_from(hall):
    await hall.says(SPOKEN[0])

    (_, original), (_, approved) = hall.outlet.sent
    assert (original.origin, original.translated, original.source) == ("original", True, None)
    assert (approved.origin, approved.reviewer, approved.approved_on) == ("human", "Lan", "2021-09-10")
    assert (approved.position, approved.total, approved.segment) == (1, 3, 101)
    assert (approved.source.lang, approved.source.text) == ("en", SPOKEN[0])
    assert (approved.previous, approved.next.text) == (None, "câu hai")


async def test_without_an_approved_version_the_original_is_shown_and_says_so(hall):
    for text in SPOKEN:
        await hall.says(text)

    language, last = hall.outlet.sent[-1]
    assert (language, last.lang, last.translated, last.origin) == ("vi", "en", False, "original")


async def test_the_transcript_has_every_sentence_with_its_end(hall):
    for text in SPOKEN:
        await hall.says(text)

    lines = list(hall.ledger.lines.values())
    assert [(line.kind, line.segment) for line in lines] == [(LineKind.SCRIPT, 101 + n) for n in range(3)]
    assert lines[0].said.end == lines[1].said.start
    assert abs(lines[0].said.start - 1_000_000) <= 500
    assert lines[0].words == GREETING.sentences[0].words


async def test_off_script_the_words_are_shown_as_recognised(hall):
    await hall.says(SPOKEN[0])
    hall.outlet.sent.clear()
    await hall.says("now something quite different that nobody wrote down before the meeting at all")

    recognised = [c for tag, c in hall.outlet.sent if tag == "vi" and c.kind == "source"]
    assert recognised[-1].origin == "recognised"
    assert (recognised[-1].lang, recognised[-1].translated) == ("en", False)
    assert "different that nobody" in recognised[-1].text
    assert len({c.id for c in recognised}) == 1
    kept = [line for line in hall.ledger.lines.values() if line.kind == LineKind.SOURCE]
    assert [line.text for line in kept] == [recognised[-1].text]


async def test_while_a_hand_holds_nothing_is_sent(hall):
    await hall.says(SPOKEN[0])
    hall.desk.take(plan_of(held=True, held_segment=103))
    hall.outlet.sent.clear()

    await hall.says(SPOKEN[1])

    assert hall.outlet.sent == []


async def test_after_a_hand_lets_go_the_captions_follow_from_there(hall):
    await hall.says(SPOKEN[0])
    hall.desk.take(plan_of(held=True, held_segment=102))
    await hall.hears(hall.voice.silence(1))
    hall.desk.take(plan_of())
    hall.outlet.sent.clear()

    await hall.says(SPOKEN[2])

    assert hall.outlet.of("vi") == [("script", SPOKEN[2])]


async def test_a_captioner_that_took_over_goes_on_where_the_other_was():
    hall = Hall(plan_of(place=102))
    await hall.says(SPOKEN[2])

    assert hall.outlet.of("en") == [("script", SPOKEN[2])]


async def test_a_translation_that_is_approved_meanwhile_is_used_at_once(hall):
    await hall.says(SPOKEN[0])
    newer = text_of((SPOKEN[0], "câu một"), (SPOKEN[1], "câu hai mới"), (SPOKEN[2], "câu ba"))
    hall.desk.take(plan_of(newer))
    await hall.says(SPOKEN[1])

    assert hall.outlet.of("vi") == [("script", "câu một"), ("script", "câu hai mới")]


async def test_the_next_item_has_its_own_text(hall):
    await hall.says(SPOKEN[0])
    await hall.says(SPOKEN[1])
    report = text_of(("forty delegations have travelled since then", "bốn mươi đoàn"), item=2)
    hall.desk.take(plan_of(report, item=2))
    hall.outlet.sent.clear()
    await hall.says("forty delegations have travelled since then")

    assert hall.outlet.of("vi")[-1] == ("script", "bốn mươi đoàn")
    assert hall.outlet.sent[-1][1].item == 2


@pytest.mark.parametrize("identity", ["p9", "captioner-1", "p1-cue"])
async def test_who_is_not_in_the_plan_is_not_heard(hall, identity):
    assert await hall.desk.seat(identity) is None


async def test_captions_that_an_engine_lost_are_in_the_transcript_as_lost(hall):
    await hall.says(SPOKEN[0])
    hall.desk.take(plan_of(None))
    hall.engines.recognizer.fails = True
    await hall.says("nobody will read these words because the engine has failed just now")
    hall.engines.recognizer.fails = False
    await hall.says("these words are read again by everyone who listens to the meeting")

    lost = [line for line in hall.ledger.lines.values() if line.kind == LineKind.LOST]
    assert len(lost) == 1
    assert lost[0].text == ""
    assert lost[0].said.end > lost[0].said.start
    assert any("read again" in line.text for line in hall.ledger.lines.values())
