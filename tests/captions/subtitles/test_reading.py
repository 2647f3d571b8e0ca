"""Subtitles of other programs are read; what has no time is told by its line."""

import io

import pytest
import webvtt

from twinhall.captions.subtitles import as_srt, as_vtt, cues
from twinhall.captions.subtitles.guidelines import TRANSLATED
from twinhall.captions.subtitles.reading import (
    Other,
    Said,
    TimedCue,
    is_timed_text,
    read_timed_text,
    sentences_said,
)
from twinhall.captions.subtitles.retelling import Retold, as_retold_srt, as_retold_vtt, retold, spread

from .test_files import LINES

VTT = """\ufeffWEBVTT Remarks

STYLE
::cue { color: white }

NOTE made elsewhere

intro
00:01.000 --> 00:02.500 align:start line:0
<v Mayor>Good <i>morning</i>,

2
00:00:02.600 --> 00:00:04.000
ladies &amp; gentlemen.

00:00:09.000 --> 00:00:08.000
backwards

no time at all
"""
SRT = """1
00:00:01,000 --> 00:00:02,500
{\\an8}<b>반갑습니다</b>

2
00:00:02,600 --> 00:00:04,000
오늘 이렇게
만나 뵙게 되어

3
0:00:04,100 --> 0:00:06,000
영광입니다.

where is its time
"""


def test_webvtt_is_read_with_its_head_and_settings():
    timed = read_timed_text(VTT)

    assert (timed.webvtt, timed.rejected) == (True, (16, 19))
    assert timed.head == ("WEBVTT Remarks", "STYLE\n::cue { color: white }", "NOTE made elsewhere")
    assert timed.cues == (
        TimedCue(1000, 2500, "Good morning,", 9, "intro", "align:start line:0"),
        TimedCue(2600, 4000, "ladies & gentlemen.", 13, "2"),
    )


def test_subrip_is_read_without_its_mark_up():
    timed = read_timed_text(SRT.replace("\n", "\r\n"))

    assert (timed.webvtt, timed.rejected) == (False, (14,))
    assert [(c.start_ms, c.text) for c in timed.cues] == [
        (1000, "반갑습니다"),
        (2600, "오늘 이렇게\n만나 뵙게 되어"),
        (4100, "영광입니다."),
    ]


def test_sentences_go_on_over_subtitles_and_end_by_mark_form_or_pause():
    assert sentences_said(read_timed_text(SRT).cues, "ko") == [
        Said("반갑습니다", (0,)),
        Said("오늘 이렇게 만나 뵙게 되어 영광입니다.", (1, 2)),
    ]


def test_of_two_languages_in_a_subtitle_the_one_asked_for_is_read():
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<lang ko>네.</lang>\n<lang vi>Vâng.</lang>\n"

    (cue,) = read_timed_text(text, "vi").cues

    assert (cue.text, cue.others) == ("Vâng.", (Other("ko", "네.", machine=False),))


@pytest.mark.parametrize("write", [as_srt, as_vtt])
def test_what_we_write_is_read_again_without_our_labels(write):
    found = cues(LINES, ["vi"], "ko")

    timed = read_timed_text(write(found))

    assert [(c.start_ms / 1000, c.end_ms / 1000) for c in timed.cues] == [(c.start_s, c.end_s) for c in found]
    assert [c.text.replace("\n", " ") for c in timed.cues] == [
        "Rất vui được gặp quý vị.",
        "<여담>입니다 & 끝",
        "번역이 아직 없습니다.",
    ]


@pytest.mark.parametrize(
    ("text", "timed"),
    [(VTT, True), (SRT, True), ("1\n안녕하십니까?", False), ("", False), ("1999 --> 2001", False)],
)
def test_subtitles_are_told_from_texts(text, timed):
    assert is_timed_text(text) is timed


def test_broken_files_are_read_and_nothing_else_happens():
    for whole in (VTT, SRT):
        for at in range(len(whole)):
            for broken in (whole[:at], whole[:at] + "\n" + whole[at:], whole[:at] + "<lang vi>" + whole[at:]):
                timed = read_timed_text(broken, "vi")
                said = sentences_said(timed.cues, "ko")
                assert [n for s in said for n in s.cues] == list(range(len(timed.cues)))


def test_a_text_is_spread_as_the_original_was_and_no_word_is_lost():
    text = "Kính thưa quý vị đại biểu, hôm nay tôi rất vui mừng được gặp toàn thể quý vị tại hội nghị này."

    parts = spread(text, "vi", [10, 20, 10], TRANSLATED["vi"])

    assert (len(parts), " ".join(parts)) == (3, text)
    assert len(parts[1]) > max(len(parts[0]), len(parts[2]))


def test_a_text_of_fewer_words_than_subtitles_stands_longer():
    assert spread("Vâng.", "vi", [1, 1], TRANSLATED["vi"]) == ["Vâng.", "Vâng."]


def test_times_head_and_settings_stay_and_machine_text_is_marked_and_told():
    timed = read_timed_text(VTT)
    said = sentences_said(timed.cues, "en")
    shown = retold(timed, said, [Retold("안녕하십니까, 여러분.", "ko", "machine")], "en", "ko")

    written = as_retold_vtt(timed, shown, "ko", "기계가 번역했습니다.")

    assert written == (
        "WEBVTT Remarks\n\n"
        "NOTE\n기계가 번역했습니다.\n[기계 번역] 자막은 기계가 번역한 것이며, 사람이 확인하지 않았습니다.\n\n"
        "STYLE\n::cue { color: white }\n\n"
        "NOTE made elsewhere\n\n"
        "intro\n00:00:01.000 --> 00:00:02.500 align:start line:0\n"
        "<c.machine><lang ko>[기계 번역] 안녕하십니까,</lang></c>\n\n"
        "2\n00:00:02.600 --> 00:00:04.000\n"
        "<c.machine><lang ko>[기계 번역] 여러분.</lang></c>\n"
    )
    assert len(webvtt.from_buffer(io.StringIO(written)).captions) == 2


def test_subrip_says_at_its_end_who_translated():
    timed = read_timed_text(SRT)
    told = [Retold("Xin chào.", "vi", "machine"), Retold("오늘 영광입니다.", "ko", "original")]
    shown = retold(timed, sentences_said(timed.cues, "ko"), told, "ko", "vi")

    written = as_retold_srt(timed, shown, "vi", "Máy dịch.")

    assert [(c.start, c.text) for c in webvtt.from_buffer(io.StringIO(written), format="srt").captions] == [
        ("00:00:01.000", "[máy dịch] Xin chào."),
        ("00:00:02.600", "[nguyên văn] 오늘"),
        ("00:00:04.100", "[nguyên văn] 영광입니다."),
        ("00:00:06.083", "Máy dịch."),
    ]
