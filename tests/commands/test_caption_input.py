"""`twinhall caption` on files as they come, with engines that hear every word: no model is loaded."""

import json
import subprocess
import wave
from pathlib import Path

import numpy as np
import pytest

from twinhall.engines import registry, translators
from twinhall.engines.fakes import FakeRecognizer, Voice, fake_engines
from twinhall.engines.live_translator import LiveTranslator
from twinhall.language.choice import Choice

READ = "we are glad to meet you all today"
NEXT = "our two cities signed in the spring of that year"
ASIDE = "something quite different that nobody ever wrote"


class FakeEar:
    """Hears one language."""

    def __init__(self, tag: str = "en") -> None:
        self.tag = tag

    def language_of(self, samples: np.ndarray) -> tuple[str, float]:
        return self.tag, 0.99


@pytest.fixture
def voice():
    return Voice()


@pytest.fixture
def ear():
    return FakeEar()


@pytest.fixture(autouse=True)
def engines(monkeypatch, voice, ear):
    monkeypatch.setattr(registry, "speech_engines", lambda language: fake_engines(voice))
    monkeypatch.setattr(registry, "transcriber", lambda language: FakeRecognizer(voice))
    monkeypatch.setattr(registry, "spoken_language", lambda: ear)
    nobody = LiveTranslator(Choice({}, lambda source, target: ()))
    monkeypatch.setattr(translators, "live_translator", lambda: nobody)


@pytest.fixture
def audio(tmp_path, voice):
    """audio("words", 0.5, …) returns a file in which they are said; numbers are seconds of silence."""

    def write(*parts: str | float) -> Path:
        samples = [voice.say(p) if isinstance(p, str) else voice.silence(p) for p in parts]
        with wave.open(str(tmp_path / "talk.wav"), "wb") as out:
            out.setparams((1, 2, 16_000, 0, "NONE", ""))
            out.writeframes(np.concatenate(samples).tobytes())
        return tmp_path / "talk.wav"

    return write


@pytest.fixture
def talk(audio):
    return audio(0.5, READ, 0.5, ASIDE, 1.5, NEXT, 0.5)


@pytest.fixture
def xliff(tmp_path):
    """The two sentences with Vietnamese targets; the second is a draft."""
    path = tmp_path / "talk.xlf"
    units = "".join(
        f'<trans-unit id="u{n}" approved="{approved}"><source>{text}</source>'
        f"<target>câu {n}</target></trans-unit>"
        for n, (text, approved) in enumerate([(READ, "yes"), (NEXT, "no")], 1)
    )
    path.write_text(
        '<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        f'<file source-language="en" target-language="vi"><body>{units}</body></file></xliff>'
    )
    return path


def texts(out: str) -> list[tuple[str, dict[str, str]]]:
    return [(line["kind"], line["texts"]) for line in map(json.loads, out.splitlines())]


def test_xliff_gives_lines_in_every_language_wanted(twinhall, talk, xliff):
    outcome = twinhall("caption", talk, "--language", "en", "--script", xliff, "--to", "vi,en")

    assert outcome.code == 0
    assert outcome.err.endswith("what is said off the script stays in en\n")
    assert texts(outcome.out) == [
        ("script", {"en": READ, "vi": "câu 1"}),
        ("source", {"en": ASIDE}),
        ("script", {"en": NEXT}),
    ]


def test_xliff_gives_subtitles(twinhall, talk, xliff):
    outcome = twinhall(
        "caption", talk, "--language", "en", "--script", xliff, "--to", "vi", "--format", "vtt"
    )

    shown = [line.partition(">")[0] for line in outcome.out.splitlines() if line.startswith("<")]
    assert shown == ["<lang vi", "<c.source", "<c.source"]
    assert "<lang vi>câu 1</lang>" in outcome.out
    assert "<c.source><lang en>[nguyên văn] our two cities" in outcome.out
    assert outcome.err.startswith("twinhall caption: 3 subtitles")


def test_the_report_is_in_the_first_language_wanted(twinhall, talk, xliff):
    outcome = twinhall(
        "caption", talk, "--language", "en", "--script", xliff, "--to", "vi", "--format", "report"
    )

    rows = outcome.out.splitlines()
    assert (outcome.code, rows[0]) == (0, "Báo cáo đối chiếu bài phát biểu")
    assert rows[-3:] == [
        "0:00:00–0:00:03  Đọc theo bài: u1",
        f"0:00:03–0:00:05  Nói ngoài bài [máy ghi: whisper-base, chưa có người kiểm tra]: {ASIDE}",
        "0:00:06–0:00:09  Đọc theo bài: u2",
    ]


def test_a_report_is_not_made_live(twinhall, talk):
    outcome = twinhall("caption", talk, "--language", "en", "--live", "--format", "report")

    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("mode", [[], ["--live"]])
def test_silence_is_told_and_is_no_failure(twinhall, audio, mode):
    outcome = twinhall("caption", audio(3.0), "--language", "en", *mode)

    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == ("" if mode else "twinhall caption: no speech was heard\n")


def test_silence_has_valid_empty_subtitles_and_a_report(twinhall, audio):
    silent = audio(3.0)

    assert twinhall("caption", silent, "--language", "en", "--format", "vtt").out == "WEBVTT\n"
    report = twinhall("caption", silent, "--language", "en", "--format", "report").out
    assert report.splitlines()[-1] == "No speech was heard."


def test_the_wrong_script_is_told(twinhall, audio, tmp_path):
    (tmp_path / "other.txt").write_text("next autumn we plan a common festival of music\n")

    outcome = twinhall(
        "caption", audio(0.5, ASIDE, 0.5), "--language", "en", "--script", tmp_path / "other.txt"
    )

    assert (outcome.code, texts(outcome.out)) == (0, [("source", {"en": ASIDE})])
    assert outcome.err == (
        "twinhall caption: no sentence of the script was read out; is it the script of this recording?\n"
    )


def test_another_language_is_refused_and_reported(twinhall, talk, ear):
    ear.tag = "ko"

    refused = twinhall("caption", talk, "--language", "en")
    report = twinhall("caption", talk, "--language", "en", "--format", "report")

    assert (refused.code, refused.out) == (2, "")
    assert refused.err == f"twinhall caption: {talk}: sounds like ko, not like en\n"
    assert report.out.splitlines()[-1].startswith("The recording seems to be in another language")


def test_a_file_that_breaks_off_gives_what_it_holds(twinhall, talk, tmp_path):
    whole = tmp_path / "whole.flac"
    subprocess.run(["ffmpeg", "-v", "error", "-i", talk, whole], check=True)
    (tmp_path / "half.flac").write_bytes(whole.read_bytes()[: whole.stat().st_size * 2 // 3])

    outcome = twinhall("caption", tmp_path / "half.flac", "--language", "en")

    assert outcome.code == 0
    assert "the file is damaged; captions are of the part that can be read" in outcome.err
    assert texts(outcome.out)[0] == ("source", {"en": READ})


@pytest.mark.parametrize("name", ["talk.mp4", "talk.webm", "stereo.ogg"])
def test_films_and_stereo_are_read(twinhall, audio, tmp_path, name):
    """Lossy sound changes the fakes' levels: that speech is found at its time is enough."""
    sources = ["-i", audio(1.0, READ, 1.0)]
    picture = (
        ["-f", "lavfi", "-i", "color=size=64x64:rate=5:duration=4", "-shortest"] if "talk" in name else []
    )
    subprocess.run(["ffmpeg", "-v", "error", *sources, *picture, "-ac", "2", tmp_path / name], check=True)

    outcome = twinhall("caption", tmp_path / name, "--language", "en", "--format", "report")

    assert (outcome.code, "length 0:00:04" in outcome.out) == (0, True)
