import subprocess
import sys
import wave
from pathlib import Path

import av
import numpy as np
import pytest

from twinhall.engines.audio_file import NoAudio, decode, recording


def tone(rate: int, seconds: float) -> np.ndarray:
    return (np.sin(np.arange(int(rate * seconds)) * 2 * np.pi * 440 / rate) * 20_000).astype("<i2")


def wav(path: Path, rate: int, channels: int, seconds: float) -> Path:
    with wave.open(str(path), "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(np.repeat(tone(rate, seconds), channels).tobytes())
    return path


def film(path: Path, *, with_sound: bool, late_s: float = 0.0, audio: str = "aac") -> Path:
    """Two seconds of a picture, with a tone that begins late."""
    with av.open(str(path), "w") as out:
        video = out.add_stream("libvpx" if path.suffix == ".webm" else "mpeg4", rate=10)
        video.width, video.height, video.pix_fmt = 64, 64, "yuv420p"
        sound = out.add_stream(audio, rate=48_000, layout="mono") if with_sound else None
        for n in range(20):
            frame = av.VideoFrame.from_ndarray(np.full((64, 64, 3), n * 9, np.uint8), format="rgb24")
            out.mux(video.encode(frame))
        out.mux(video.encode(None))
        if sound is not None:
            samples = av.AudioFrame.from_ndarray(tone(48_000, 2 - late_s)[None], format="s16", layout="mono")
            samples.sample_rate, samples.pts = 48_000, int(late_s * 48_000)
            fifo = av.AudioResampler(format=sound.format, layout="mono", rate=48_000, frame_size=960)
            for part in [*fifo.resample(samples), *fifo.resample(None)]:
                out.mux(sound.encode(part))
            out.mux(sound.encode(None))
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
        (lambda path: path.write_bytes(b""), "the file is empty"),
        (lambda path: wav(path, 16_000, 1, 0.0), "holds no sound"),
        (
            lambda path: path.write_bytes(b"RIFF\xff\xff\xff\xffWAVEfmt "),
            "not an audio file that can be read",
        ),
    ],
)
def test_what_is_no_audio_says_so(tmp_path, make, reason):
    path = tmp_path / "a"
    make(path)

    with pytest.raises(NoAudio) as caught:
        decode(path)

    assert str(caught.value) == f"{path}: {reason}"


@pytest.mark.parametrize(("name", "audio"), [("a.mp4", "aac"), ("a.webm", "libopus")])
def test_the_sound_of_a_film_stands_at_its_time(tmp_path, name, audio):
    with recording(film(tmp_path / name, with_sound=True, late_s=0.75, audio=audio)) as sound:
        samples = sound[:]

    loud = np.flatnonzero(np.abs(samples) > 5_000)
    assert abs(loud[0] / 16_000 - 0.75) < 0.05
    assert abs(len(samples) / 16_000 - 2.0) < 0.1


def test_a_film_without_sound_is_refused(tmp_path):
    with (
        pytest.raises(NoAudio, match="holds no sound"),
        recording(film(tmp_path / "a.mp4", with_sound=False)),
    ):
        pass


def test_what_a_file_that_breaks_off_holds_is_kept(tmp_path):
    whole = wav(tmp_path / "a.wav", 16_000, 1, 4.0)
    subprocess.run(["ffmpeg", "-v", "error", "-i", whole, tmp_path / "a.flac"], check=True)
    data = (tmp_path / "a.flac").read_bytes()
    (tmp_path / "a.flac").write_bytes(data[: len(data) // 2])

    with recording(tmp_path / "a.flac") as sound:
        assert (sound.damaged, 1.0 < len(sound) / 16_000 < 3.0) == (True, True)


def test_a_damaged_part_is_told_and_the_rest_is_read(tmp_path):
    path = tmp_path / "a.mp3"
    subprocess.run(["ffmpeg", "-v", "error", "-i", wav(tmp_path / "a.wav", 16_000, 1, 4.0), path], check=True)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 3000] = b"\x55" * 3000
    path.write_bytes(data)

    with recording(path) as sound:
        assert (sound.damaged, 2.0 < len(sound) / 16_000 < 4.2) == (True, True)


def test_slices_are_read_where_they_lie(tmp_path):
    path = wav(tmp_path / "a.wav", 16_000, 1, 1.0)

    with recording(path) as sound:
        whole = decode(path)
        assert (len(sound), sound.damaged) == (16_000, False)
        assert np.array_equal(sound[4_000:4_100], whole[4_000:4_100])
        assert len(sound[15_990:99_999]) == 10
        assert len(sound[20_000:30_000]) == 0


def test_a_long_recording_takes_no_memory(tmp_path):
    """The child may hold 12 MB more than before; twenty minutes of samples are 38 MB."""
    path = tmp_path / "long.wav"
    with path.open("wb") as out:
        size = 1200 * 8_000
        out.write(b"RIFF" + (size + 36).to_bytes(4, "little") + b"WAVEfmt " + (16).to_bytes(4, "little"))
        out.write((1).to_bytes(2, "little") + (1).to_bytes(2, "little") + (8_000).to_bytes(4, "little"))
        out.write((8_000).to_bytes(4, "little") + (1).to_bytes(2, "little") + (8).to_bytes(2, "little"))
        out.write(b"data" + size.to_bytes(4, "little"))
        out.truncate(44 + size)
    program = (
        "import resource, sys; from pathlib import Path; from twinhall.engines.audio_file import recording\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "with recording(Path(sys.argv[1])) as sound: length = len(sound); sound[length - 9:]\n"
        "print(length // 16_000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )

    told = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)

    seconds, more_kb = map(int, told.stdout.split())
    assert (abs(seconds - 1200) < 2, more_kb < 12_000) == (True, True)
