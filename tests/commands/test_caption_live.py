"""`twinhall caption` with the real model: on a synthetic voice, and on recordings where they are."""

import json
import shutil
import subprocess
import wave
from pathlib import Path

import numpy as np
import pytest

pytestmark = pytest.mark.model

RECORDINGS = Path(__file__).parents[3] / "shared" / "data" / "speech"
SENTENCES = (
    "존경하는 위원장님, 안녕하십니까.",
    "두 도시는 오랫동안 함께 걸어왔습니다.",
    "앞으로도 경제와 체육 분야에서 교류를 넓히겠습니다.",
)


@pytest.fixture
def voice(tmp_path):
    """voice(sentences) returns a file in which a synthetic Korean voice reads them, with pauses."""
    if shutil.which("espeak-ng") is None or shutil.which("ffmpeg") is None:
        pytest.skip("needs the system packages espeak-ng and ffmpeg")

    def read(*sentences: str) -> Path:
        clips = []
        for n, sentence in enumerate(sentences):
            clips.append(tmp_path / f"{n}.wav")
            subprocess.run(["espeak-ng", "-v", "ko", "-s", "130", "-w", clips[-1], sentence], check=True)
        inputs = [part for clip in clips for part in ("-i", clip)]
        padded = "".join(f"[{n}]adelay=450,aresample=16000[a{n}];" for n in range(len(clips)))
        joined = "".join(f"[a{n}]" for n in range(len(clips)))
        graph = f"{padded}{joined}concat=n={len(clips)}:v=0:a=1,apad=pad_dur=1"
        spoken = tmp_path / "spoken.wav"
        command = ["ffmpeg", "-v", "error", *inputs, "-filter_complex", graph, spoken]
        subprocess.run(command, check=True)
        return spoken

    return read


@pytest.fixture
def script(tmp_path):
    """The sentences with Vietnamese renditions, of which the last is a draft."""
    segments = [
        {"id": f"s{n}", "text": text, "renditions": {"vi": {"text": f"câu {n}", "status": status}}}
        for n, (text, status) in enumerate(zip(SENTENCES, ("approved", "approved", "draft"), strict=True))
    ]
    path = tmp_path / "script.json"
    path.write_text(json.dumps({"language": "ko", "segments": segments}))
    return path


def test_a_synthetic_reader_is_followed_in_order(twinhall, voice, script):
    outcome = twinhall("caption", voice(*SENTENCES), "--language", "ko", "--script", script, "--live")

    lines = [json.loads(line) for line in outcome.out.splitlines()]
    read = [(line["segment"], line["texts"].get("vi")) for line in lines if line["kind"] == "script"]
    assert outcome.code == 0
    assert list(dict.fromkeys(read)) == [("s0", "câu 0"), ("s1", "câu 1"), ("s2", None)]
    assert list(lines[0]) == [
        "t",
        "kind",
        "segment",
        "utterance",
        "revision",
        "final",
        "start",
        "end",
        "texts",
    ]


def test_subtitles_of_a_synthetic_reader_are_approved_text(twinhall, voice, script):
    spoken = voice(*SENTENCES[:2])

    outcome = twinhall(
        "caption", spoken, "--language", "ko", "--script", script, "--to", "vi", "--format", "vtt"
    )

    assert [line for line in outcome.out.splitlines() if line.startswith("<")] == [
        "<lang vi>câu 0</lang>",
        "<lang vi>câu 1</lang>",
    ]


@pytest.mark.parametrize("name", ["ko/read_kih", "vi/vivos_spk01_part1"])
def test_a_real_reader_is_followed_sentence_by_sentence(twinhall, name):
    recording = RECORDINGS / f"{name}.flac"
    if not recording.exists():
        pytest.skip(f"needs the recordings in {RECORDINGS}")

    script = recording.with_suffix(".script.txt")
    outcome = twinhall("caption", recording, "--language", name[:2], "--script", script, "--live")

    shown = [
        line["segment"] for line in map(json.loads, outcome.out.splitlines()) if line["kind"] == "script"
    ]
    expected = [str(n) for n in range(1, len(script.read_text().splitlines()) + 1)]
    assert len(set(expected) - set(shown)) <= 1
    assert sorted(set(shown), key=int) == list(dict.fromkeys(shown))


@pytest.mark.parametrize("noise", ["music", "applause", "clipped"])
def test_what_is_no_speech_has_no_captions(twinhall, tmp_path, noise):
    rng = np.random.default_rng(3)
    times_s = np.arange(8 * 16_000) / 16_000
    if noise == "applause":
        claps = np.exp(-30 * (times_s * 7 % 1))
        sound = rng.standard_normal(len(times_s)) * (0.3 + claps) * 4000
    else:
        chord = sum(np.sin(2 * np.pi * f * times_s) for f in (220, 277.2, 329.6, 440))
        sound = chord * (0.6 + 0.4 * np.sin(2 * np.pi * 2 * times_s)) * (3000 if noise == "music" else 90_000)
    with wave.open(str(tmp_path / "noise.wav"), "wb") as out:
        out.setparams((1, 2, 16_000, 0, "NONE", ""))
        out.writeframes(np.clip(sound, -32768, 32767).astype("<i2").tobytes())

    outcome = twinhall("caption", tmp_path / "noise.wav", "--language", "ko")

    assert (outcome.code, outcome.out, outcome.err) == (0, "", "twinhall caption: no speech was heard\n")
