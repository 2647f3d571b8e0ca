"""A recording that is written to a folder: tones for sentences, silence between them."""

import json
import wave
from pathlib import Path

import numpy as np
import pytest

from _follow_recordings import Recording, read

RATE = 16_000
SENTENCE_S, PAUSE_S = 2.0, 1.0


@pytest.fixture
def make_recording(tmp_path):
    """make_recording(name, sentences) returns a recording of so many sentences, from 1 s on, one in 3 s.

    Its file is a WAV file by content; readers go by that.
    """

    def make(name: str, sentences: int, language: str = "en") -> Recording:
        tone = 3000 * np.sin(2 * np.pi * 300 * np.arange(int(SENTENCE_S * RATE)) / RATE)
        tone[len(tone) // 2 - 400 : len(tone) // 2 + 400] *= 0.05  # a quiet moment in the middle
        pause = np.zeros(int(PAUSE_S * RATE))
        sound = np.concatenate([pause, *[part for _ in range(sentences) for part in (tone, pause)]])
        path = tmp_path / f"{name}.flac"
        write(path, sound.astype("<i2"))
        timing = path.with_name(f"{name}.timing.json")
        timing.write_text(json.dumps({"lang": language, "sentences": list(map(labelled, range(sentences)))}))
        return read(path, timing)

    return make


def labelled(k: int) -> dict[str, object]:
    onset_s = PAUSE_S + k * (SENTENCE_S + PAUSE_S)
    return {"text": f"sentence {k}", "start": onset_s - 0.2, "onset": onset_s, "end": onset_s + SENTENCE_S}


def write(path: Path, samples: np.ndarray) -> None:
    with path.open("wb") as raw, wave.open(raw, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
