"""`twinhall caption` on input that it must refuse: one line that says why, code 2, no model needed."""

import sys
import wave

import pytest


@pytest.fixture
def audio(tmp_path):
    path = tmp_path / "silence.wav"
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(16_000)
        out.writeframes(bytes(32_000))
    return path


def test_help_is_quick_and_loads_no_engine(twinhall, monkeypatch):
    for name in ("ctranslate2", "faster_whisper"):
        monkeypatch.setitem(sys.modules, name, None)  # importing it would now fail

    outcome = twinhall("caption", "--help")

    assert (outcome.code, outcome.out.startswith("usage: twinhall caption")) == (0, True)


def test_a_missing_file_is_named(twinhall, tmp_path):
    outcome = twinhall("caption", tmp_path / "none.flac", "--language", "ko", "--live")

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"twinhall caption: {tmp_path / 'none.flac'}: no such file\n"


def test_what_is_no_audio_is_refused(twinhall, tmp_path):
    (tmp_path / "a.flac").write_text("text")

    outcome = twinhall("caption", tmp_path / "a.flac", "--language", "ko")

    assert (outcome.code, outcome.err.count("\n")) == (2, 1)


@pytest.mark.parametrize("options", [["--language", "xx"], ["--language", "ko", "--to", "vi,xx"]])
def test_a_language_that_is_not_known_is_named(twinhall, audio, options):
    outcome = twinhall("caption", audio, *options)

    assert (outcome.code, outcome.err) == (
        2,
        "twinhall caption: unknown language 'xx'; known are ko, vi, ja, en\n",
    )


def test_a_language_is_needed(twinhall, audio):
    assert twinhall("caption", audio).code == 2


@pytest.mark.parametrize("content", [b"", b"\xb9\xdd\xb0\xa9", b"{"])
def test_a_script_that_cannot_be_used_is_refused(twinhall, audio, tmp_path, content):
    (tmp_path / "s.txt").write_bytes(content)

    outcome = twinhall("caption", audio, "--language", "ko", "--script", tmp_path / "s.txt")

    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert outcome.err.startswith(f"twinhall caption: {tmp_path / 's.txt'}: ")
