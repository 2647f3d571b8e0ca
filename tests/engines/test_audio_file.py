import wave
from pathlib import Path

import numpy as np
import pytest

from twinhall.engines.audio_file import NoAudio, decode


def wav(path: Path, rate: int, channels: int, seconds: float) -> Path:
    tone = (np.sin(np.arange(int(rate * seconds)) * 2 * np.pi * 440 / rate) * 20_000).astype("<i2")
    with wave.open(str(path), "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(np.repeat(tone, channels).tobytes())
    return path


@pytest.mark.parametrize(("rate", "channels"), [(16_000, 1), (48_000, 2), (8_000, 1)])
def test_any_sound_becomes_mono_at_16_khz(tmp_path, rate, channels):
    samples = decode(wav(tmp_path / "a.wav", rate, channels, 1.5))

    assert samples.dtype == np.int16
    assert abs(len(samples) - 24_000) < 50
    assert 12_000 < np.sqrt(np.mean(samples.astype(float) ** 2)) < 15_000


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: None, "no such file"),
        (lambda path: path.mkdir(), "not a file"),
        (lambda path: path.write_text("만나서 반갑습니다"), "not an audio file that can be read"),
        (lambda path: path.write_bytes(b""), "not an audio file that can be read"),
    ],
)
def test_what_is_no_audio_says_so(tmp_path, make, reason):
    path = tmp_path / "a"
    make(path)

    with pytest.raises(NoAudio) as caught:
        decode(path)

    assert str(caught.value) == f"{path}: {reason}"
