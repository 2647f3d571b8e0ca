"""Synthetic voices: kept under what is said, spoken once."""

import shutil

import numpy as np
import pytest

from twinhall.engines.audio_file import decode
from twinhall.rehearsal.readings import as_spoken
from twinhall.rehearsal.synthesis import RATE, Voice, VoiceMissing, missing, speak
from twinhall.rehearsal.voices import PAUSE_S, read_aloud, record, recording_of, write

SENTENCE = "존경하는 위원장님, 안녕하십니까?"
needs_espeak = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")


def test_a_name_in_another_script_and_a_date_are_written_as_they_are_said():
    assert as_spoken("烏山市と日高市", "ja") == "オサン市とヒダカ市"
    assert as_spoken("2004년 3월 10일, 코로나19로", "ko") == "이천사년 삼월 십일, 코로나 십구로"
    assert as_spoken("Tôi là Kwak Sang-wook.", "vi") == "Tôi là quác xang úc."
    assert as_spoken("nothing to change", "en") == "nothing to change"


def test_what_is_said_names_the_recording(tmp_path):
    kept = recording_of(SENTENCE, Voice("ko"), tmp_path)

    assert recording_of(SENTENCE, Voice("ko"), tmp_path) == kept
    others = {
        recording_of("감사합니다.", Voice("ko"), tmp_path),
        recording_of(SENTENCE, Voice("ko", 3), tmp_path),
        recording_of(SENTENCE, Voice("vi"), tmp_path),
    }
    assert kept not in others
    assert len(others) == 3


def test_a_kept_sentence_is_not_spoken_again(tmp_path, monkeypatch):
    write(recording_of(SENTENCE, Voice("ko"), tmp_path), np.ones(RATE, np.int16))
    monkeypatch.setenv("PATH", "")  # nothing that could speak is found

    assert len(decode(record(SENTENCE, Voice("ko"), tmp_path), RATE)) == RATE


def test_a_missing_program_is_named_with_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert missing("en") == (
        "flite is missing, which speaks en: `apt-get install flite`, or `make setup` as root"
    )
    with pytest.raises(VoiceMissing, match="espeak-ng is missing"):
        speak(SENTENCE, Voice("ko"))


def test_the_japanese_voice_needs_no_program_and_no_network(monkeypatch):
    monkeypatch.setenv("PATH", "")

    samples = speak("ありがとうございます。", Voice("ja"))

    assert samples.dtype == np.int16
    assert 0.8 < len(samples) / RATE < 3


@needs_espeak
def test_remarks_are_read_with_a_pause_after_each_sentence(tmp_path):
    one = read_aloud([SENTENCE], Voice("ko"), tmp_path)
    two = read_aloud([SENTENCE, SENTENCE], Voice("ko"), tmp_path)

    sentence = len(decode(recording_of(SENTENCE, Voice("ko"), tmp_path), RATE))
    pause = round(PAUSE_S * RATE)
    assert (len(one), len(two)) == (sentence + 2 * pause, 2 * sentence + 3 * pause)
    assert one[: pause // 2].any()  # a room is never digitally silent
