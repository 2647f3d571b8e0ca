from itertools import pairwise

import pytest

from twinhall.captions.subtitles import cues, summary, violations
from twinhall.captions.subtitles.check import Rule
from twinhall.captions.subtitles.guidelines import GAP_S
from twinhall.captions.values import CaptionLine, Kind

SENTENCE = "우리 두 도시는 이천사년 삼월 십일 자매결연을 맺은 뒤로 해마다 학생들이 오가며 배웠습니다."


def line(start_s: float, end_s: float, texts: dict[str, str], kind: Kind = Kind.SCRIPT) -> CaptionLine:
    segment = "1" if kind is Kind.SCRIPT else None
    return CaptionLine(kind, segment, 1, 0, True, round(start_s * 1000), round(end_s * 1000), texts)


def rounded(found: list) -> list[tuple[float, float, str]]:
    return [(round(c.start_s, 2), round(c.end_s, 2), c.texts[0].text) for c in found]


def test_two_languages_stand_under_each_other():
    (cue,) = cues([line(1, 3, {"ko": "반갑습니다.", "vi": "Rất vui được gặp quý vị."})], ["ko", "vi"], "ko")

    assert [(t.language, t.lines, t.mark) for t in cue.texts] == [
        ("ko", ("반갑습니다.",), None),
        ("vi", ("Rất vui được gặp quý vị.",), None),
    ]


def test_languages_of_different_length_change_together():
    vietnamese = "Hai thành phố chúng ta đã kết nghĩa và học sinh đi lại hằng năm."
    found = cues([line(0, 10, {"ko": SENTENCE * 2, "vi": vietnamese})], ["ko", "vi"], "ko")

    assert {tuple(t.language for t in c.texts) for c in found} == {("ko", "vi")}
    assert " ".join(dict.fromkeys(c.texts[1].text for c in found)) == vietnamese


def test_a_subtitle_stays_into_the_silence_until_it_can_be_read():
    (cue,) = cues([line(1, 1.5, {"en": "Thank you all for coming."})], [], "en")

    assert (cue.start_s, cue.end_s) == (1.0, pytest.approx(1 + 25 / 20))


def test_a_subtitle_does_not_outstay_the_speech():
    (cue,) = cues([line(1, 2, {"ko": "감사", "ja": "本日はお集まりいただきありがとう"})], ["ja"], "ko")

    assert (cue.end_s, [v.rule for v in violations([cue])]) == (3.5, [Rule.READING])


def test_a_subtitle_ends_two_frames_before_the_next():
    found = cues(
        [line(1, 2.9, {"en": "Good morning."}), line(3, 5, {"en": "Let us begin at once."})], [], "en"
    )

    assert found[0].end_s == pytest.approx(3 - GAP_S)


def test_what_is_too_short_to_be_read_joins_its_neighbour():
    found = cues([line(1, 1.3, {"en": "Yes."}), line(1.5, 3, {"en": "Of course."})], [], "en")

    assert rounded(found) == [(1.0, 3.0, "Yes. Of course.")]


def test_machine_text_never_joins_approved_text():
    short = line(1, 1.3, {"en": "Yes."}, Kind.SOURCE)

    found = cues([short, line(1.5, 3, {"en": "Of course."})], [], "en")

    assert [c.texts[0].mark for c in found] == ["source", None]
    assert Rule.SHORT in {v.rule for v in violations(found)}


def test_a_long_sentence_becomes_several_subtitles_in_its_time():
    found = cues([line(0, 12, {"ko": SENTENCE * 2})], [], "ko")

    assert len(found) > 2
    assert all(b.start_s - a.end_s == pytest.approx(GAP_S) for a, b in pairwise(found))
    assert (found[0].start_s, found[-1].said_s) == (0.0, pytest.approx(12.0))
    assert violations(found) == []


def test_a_slow_sentence_changes_before_seven_seconds():
    found = cues([line(0, 13, {"en": "Good morning, ladies and gentlemen, and welcome to Osan."})], [], "en")

    assert max(c.end_s - c.start_s for c in found) <= 7
    assert len(found) == 2


def test_speech_that_is_too_fast_is_told():
    fast = [line(n * 2.0, n * 2.0 + 2, {"ko": SENTENCE}) for n in range(3)]

    found = cues(fast, [], "ko")

    assert Rule.READING in {v.rule for v in violations(found)}
    assert summary(found).startswith(f"{len(found)} subtitles: ")
    assert "read faster than viewers can" in summary(found)


def test_lines_that_begin_together_still_follow_each_other():
    found = cues([line(1, 2, {"en": "One."}, Kind.SOURCE), line(1, 2, {"en": "Two."})], [], "en")

    assert all(a.end_s <= b.start_s for a, b in pairwise(found))


def test_drafts_of_an_utterance_are_no_subtitles():
    early = CaptionLine(Kind.SOURCE, None, 1, 0, False, 0, 900, {"en": "I am"})
    blank = CaptionLine(Kind.SOURCE, None, 2, 0, True, 900, 900, {})

    assert cues([early, blank], [], "en") == []
    assert summary([]) == "0 subtitles, all as the guidelines ask"
