from itertools import pairwise

from twinhall.captions.subtitles import as_srt, as_vtt, clock, cues, cut
from twinhall.captions.values import CaptionLine, Kind


def line(start_ms: int, end_ms: int, texts: dict[str, str], kind: Kind = Kind.SCRIPT) -> CaptionLine:
    segment = "1" if kind is Kind.SCRIPT else None
    return CaptionLine(kind, segment, 1, 0, True, start_ms, end_ms, texts)


GREETING = line(1000, 3000, {"ko": "반갑습니다.", "vi": "Rất vui được gặp quý vị."})
ASIDE = line(4000, 5500, {"ko": "<여담>입니다 & 끝"}, Kind.SOURCE)


def test_vtt_shows_the_language_wanted_and_marks_what_is_not_in_it():
    assert as_vtt(cues([GREETING, ASIDE], ["vi"], "ko")) == (
        "WEBVTT\n\n"
        "00:00:01.000 --> 00:00:03.000\n"
        "<lang vi>Rất vui được gặp quý vị.</lang>\n\n"
        "00:00:04.000 --> 00:00:05.500\n"
        "<c.source><lang ko>&lt;여담&gt;입니다 &amp; 끝</lang></c>\n"
    )


def test_srt_is_numbered():
    assert as_srt(cues([GREETING, ASIDE], [], "ko")) == (
        "1\n00:00:01,000 --> 00:00:03,000\n반갑습니다.\n\n"
        "2\n00:00:04,000 --> 00:00:05,500\n<여담>입니다 & 끝\n"
    )


def test_two_languages_stand_under_each_other():
    (cue,) = cues([GREETING], ["ko", "vi"], "ko")

    assert [(t.language, t.mark) for t in cue.texts] == [("ko", None), ("vi", None)]


def test_a_short_cue_lasts_a_second_but_never_into_the_next():
    first, second = cues([line(1000, 1200, {"en": "Yes."}), line(1700, 1800, {"en": "No."})], [], "en")

    assert (first.start_s, round(first.end_s, 2), second.start_s, second.end_s) == (1.0, 1.62, 1.7, 2.7)


def test_a_long_sentence_becomes_several_cues_of_two_lines():
    sentence = "우리 두 도시는 이천사년 삼월 십일 자매결연을 맺은 뒤로 "
    text = (sentence + "해마다 학생들이 오가며 배웠습니다. ") * 2

    found = cues([line(0, 12_000, {"ko": text})], [], "ko")

    assert len(found) == 3
    assert " ".join(t.text for c in found for t in c.texts) == text.strip()
    assert all(a.end_s <= b.start_s for a, b in pairwise(found))
    assert (found[0].start_s, round(found[-1].end_s, 3)) == (0.0, 12.0)


def test_drafts_of_an_utterance_are_no_cues():
    early = CaptionLine(Kind.SOURCE, None, 1, 0, False, 0, 900, {"en": "I am"})
    blank = CaptionLine(Kind.SOURCE, None, 2, 0, True, 900, 900, {})

    assert cues([early, blank], [], "en") == []


def test_japanese_lines_do_not_begin_with_punctuation():
    pieces = cut("本日はお忙しい中お集まりいただき、誠にありがとうございます。心より御礼申し上げます。", 20)

    assert all(len(p) <= 22 and p[0] not in "、。" for p in pieces)


def test_times_are_written_with_hours():
    assert clock(3725.5, ",") == "01:02:05,500"
