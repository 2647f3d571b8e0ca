"""`twinhall translate` on subtitles and XLIFF: times, codes and what people translated stay."""

import io
import json

import pytest
import webvtt

from twinhall.language.interchange.xliff import read_xliff

from .test_translate import translate

pytestmark = pytest.mark.usefixtures("fake")

SRT = """1
00:00:01,000 --> 00:00:02,500
오늘 이렇게

2
00:00:02,600 --> 00:00:05,000
만나 뵙게 되어 반갑습니다.
"""
VTT = """WEBVTT

00:01.000 --> 00:02.500 line:0
반갑습니다.

broken

00:03.000 --> 00:04.000
2021-09-17
"""
XLIFF = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="ko" target-language="vi" datatype="plaintext"><body>
<trans-unit id="1"><source>반갑<g id="g">습니다</g>.</source></trans-unit>
<trans-unit id="2" approved="yes"><source>네.</source><target state="final">Vâng.</target></trans-unit>
</body></file></xliff>"""


@pytest.fixture
def file(tmp_path):
    def write(name: str, content: str | bytes):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_subrip_keeps_its_times_and_says_whose_words_it_shows(twinhall, file):
    outcome = translate(twinhall, file("a.srt", SRT))

    captions = webvtt.from_buffer(io.StringIO(outcome.out), format="srt").captions
    assert (outcome.code, outcome.err) == (0, "")
    assert [(c.start, c.end) for c in captions[:2]] == [
        ("00:00:01.000", "00:00:02.500"),
        ("00:00:02.600", "00:00:05.000"),
    ]
    assert all(c.text.startswith("[máy dịch] ") for c in captions[:2])
    said = " ".join(c.text.replace("[máy dịch] ", "").replace("\n", " ") for c in captions[:2])
    assert said == "[en-vi] [ko-en] 오늘 이렇게 만나 뵙게 되어 반갑습니다."
    assert "Bản này do máy dịch" in captions[2].text.replace("\n", " ")


def test_webvtt_says_in_a_note_whose_words_it_shows_and_what_was_left_out(twinhall, file):
    outcome = translate(twinhall, file("a.vtt", VTT))

    blocks = outcome.out.split("\n\n")
    assert blocks[0] == "WEBVTT"
    assert blocks[1].startswith("NOTE\nBản này do máy dịch từ tiếng Hàn")
    assert blocks[2].startswith(
        "00:00:01.000 --> 00:00:02.500 line:0\n<c.machine><lang vi>[máy dịch] [en-vi]"
    )
    assert blocks[3] == "00:00:03.000 --> 00:00:04.000\n<lang vi>2021-09-17</lang>\n"
    assert outcome.err == f"twinhall translate: {file('a.vtt', VTT)}: line 6: no subtitle with a time\n"


def test_lines_of_subtitles_tell_their_cues(twinhall, file):
    outcome = translate(twinhall, file("a.srt", SRT), "--format", "jsonl")

    assert [(told["cues"], told["engine"]) for told in map(json.loads, outcome.out.splitlines())] == [
        ([1, 2], "marian")
    ]


def test_empty_targets_are_filled_to_be_reviewed_and_what_a_person_approved_stays(twinhall, file):
    outcome = translate(twinhall, file("a.xlf", XLIFF))

    found = read_xliff(outcome.out.encode())
    assert [(u.target.replace(" ", ""), u.status, u.origin, u.engine) for u in found] == [
        ("[en-vi][ko-en]반갑습니다.", "draft", "machine", "marian"),
        ("Vâng.", "approved", "human", ""),
    ]
    assert '<g id="g">' in outcome.out.partition("<target")[2].partition("</target>")[0]
    assert '<note from="Twinhall">Bản này do máy dịch' in outcome.out


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.xlf", XLIFF[:-20], "damaged or cut off"),
        ("a.xlf", XLIFF.replace('"ko"', '"en"'), "not from ko to vi, but for en–vi"),
        ("a.xlf", '<!DOCTYPE x [<!ENTITY a "b">]>' + XLIFF, "declares entities"),
        ("a.vtt", "WEBVTT\n\nnothing\n", "holds no subtitle"),
    ],
)
def test_what_cannot_be_used_is_refused(twinhall, file, name, content, reason):
    outcome = translate(twinhall, file(name, content))

    assert (outcome.code, outcome.out) == (2, "")
    assert reason in outcome.err
