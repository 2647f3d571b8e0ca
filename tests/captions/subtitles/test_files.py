import json
import shutil
import subprocess

import pytest
import webvtt

from twinhall.captions.subtitles import as_srt, as_vtt, cues
from twinhall.captions.subtitles.files import clock
from twinhall.captions.subtitles.words import LABELS, NOTES
from twinhall.captions.values import CaptionLine, Kind

GREETING = CaptionLine(
    Kind.SCRIPT, "1", 1, 0, True, 1000, 3000, {"ko": "반갑습니다.", "vi": "Rất vui được gặp quý vị."}
)
ASIDE = CaptionLine(Kind.SOURCE, None, 2, 0, True, 4000, 5500, {"ko": "<여담>입니다 & 끝"})
DRAFT = CaptionLine(Kind.SCRIPT, "2", 3, 0, True, 6000, 7500, {"ko": "번역이 아직 없습니다."})
LINES = [GREETING, ASIDE, DRAFT]


def test_vtt_shows_the_language_wanted_and_marks_and_labels_the_rest():
    assert as_vtt(cues(LINES, ["vi"], "ko"), {"recognised": "whisper-base", "machine": "marian: toy"}) == (
        "WEBVTT\n\n"
        "NOTE\n"
        "Phụ đề không có nhãn là câu trong bài phát biểu đã được đọc, hoặc bản dịch đã duyệt.\n"
        "Phụ đề [máy ghi] do máy (whisper-base) nhận dạng từ giọng nói, chưa có người kiểm tra.\n"
        "Phụ đề [nguyên văn] giữ nguyên ngôn ngữ người nói vì chưa có bản dịch được duyệt.\n"
        "표시가 없는 자막은 낭독된 원고의 문장, 또는 승인된 번역문입니다.\n"
        "[음성 인식] 자막은 기계(whisper-base)가 음성을 인식한 것이며, 사람이 확인하지 않았습니다.\n"
        "[원문] 자막은 승인된 번역이 없어 말한 언어 그대로 보입니다.\n\n"
        "00:00:01.000 --> 00:00:03.000\n"
        "<lang vi>Rất vui được gặp quý vị.</lang>\n\n"
        "00:00:04.000 --> 00:00:05.500\n"
        "<c.source><lang ko>[máy ghi] &lt;여담&gt;입니다 &amp; 끝</lang></c>\n\n"
        "00:00:06.000 --> 00:00:07.500\n"
        "<c.source><lang ko>[nguyên văn] 번역이\n아직 없습니다.</lang></c>\n"
    )


def test_srt_is_numbered_and_labels_what_is_not_approved():
    assert as_srt(cues(LINES[:2], [], "ko")) == (
        "1\n00:00:01,000 --> 00:00:03,000\n반갑습니다.\n\n"
        "2\n00:00:04,000 --> 00:00:05,500\n[음성 인식] <여담>입니다 & 끝\n"
    )


def test_without_lines_there_is_a_valid_empty_file():
    assert (as_vtt([]), as_srt([])) == ("WEBVTT\n", "")


@pytest.mark.parametrize("languages", [[], ["vi"], ["ko", "vi"]])
def test_vtt_is_read_by_a_parser_as_it_was_meant(tmp_path, languages):
    found = cues(LINES, languages, "ko")
    (tmp_path / "a.vtt").write_text(as_vtt(found))

    read = webvtt.read(tmp_path / "a.vtt")

    assert [(round(c.start_in_seconds, 1), len(c.text.splitlines())) for c in read] == [
        (round(c.start_s, 1), sum(len(t.lines) for t in c.texts)) for c in found
    ]


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="needs ffmpeg")
@pytest.mark.parametrize(("name", "write"), [("a.vtt", as_vtt), ("a.srt", as_srt)])
def test_players_read_every_subtitle(tmp_path, name, write):
    found = cues(LINES, ["vi"], "ko")
    (tmp_path / name).write_text(write(found))
    command = ["ffprobe", "-v", "error", "-show_packets", "-of", "json", tmp_path / name]

    told = subprocess.run(command, capture_output=True, text=True, check=True)

    packets = json.loads(told.stdout)["packets"]
    assert [round(float(p["pts_time"]), 2) for p in packets] == [round(c.start_s, 2) for c in found]
    assert [round(float(p["duration_time"]), 2) for p in packets] == [
        round(c.end_s - c.start_s, 2) for c in found
    ]


def test_labels_and_notes_exist_in_every_language():
    assert {tuple(words) for words in LABELS.values()} == {tuple(LABELS["en"])}
    assert {tuple(words) for words in NOTES.values()} == {("script", *LABELS["en"])}
    assert all(LABELS[tag][what] in NOTES[tag][what] for tag in LABELS for what in LABELS[tag])
    assert all("{engine}" in words["recognised"] for words in NOTES.values())


def test_times_are_written_with_hours():
    assert clock(3725.5, ",") == "01:02:05,500"
