"""`twinhall caption --live --to` with the real models: a real English voice is read in Portuguese."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.engines.marian.portuguese import install_beside
from twinhall.engines import translators
from twinhall.engines.weights import models_folder

pytestmark = pytest.mark.model

RECORDING = Path(__file__).parents[3] / "shared" / "data" / "speech" / "en" / "ljspeech.flac"
SECONDS = 17  # two sentences


@pytest.fixture
def english(tmp_path):
    """The beginning of a recording."""
    if not RECORDING.exists() or shutil.which("ffmpeg") is None:
        pytest.skip(f"needs the recording {RECORDING} and the system package ffmpeg")
    cut = tmp_path / "english.wav"
    subprocess.run(["ffmpeg", "-v", "error", "-t", str(SECONDS), "-i", RECORDING, cut], check=True)
    return cut


@pytest.fixture
def portuguese(tmp_path, monkeypatch):
    """The real models, beside those that hear."""
    install_beside(tmp_path / "models", models_folder())
    monkeypatch.setenv("TWINHALL_MODELS", str(tmp_path / "models"))
    translators.live_translator.cache_clear()
    yield
    translators.live_translator.cache_clear()


@pytest.mark.usefixtures("portuguese")
def test_each_sentence_is_read_in_portuguese_after_it_was_said(twinhall, english):
    outcome = twinhall("caption", english, "--language", "en", "--to", "pt", "--live")

    assert outcome.code == 0
    lines = [json.loads(line) for line in outcome.out.splitlines()]
    said = {line["utterance"]: line for line in lines if line["kind"] == "source" and line["final"]}
    told = {line["utterance"]: line for line in lines if line["kind"] == "machine"}
    assert len(told) >= 2
    assert told.keys() == said.keys()
    for number, line in told.items():
        assert line["t"] > said[number]["t"]
        assert line["texts"]["en"] == said[number]["texts"]["en"]
        assert line["machine"]["pt"]["engine"] == "marian"
        assert line["machine"]["pt"]["model"].startswith("Firefox Translations en-pt ")
    assert any(word in line["texts"]["pt"] for line in told.values() for word in (" as ", " mais ", " uma "))
    assert [line["t"] for line in lines] == sorted(line["t"] for line in lines)
