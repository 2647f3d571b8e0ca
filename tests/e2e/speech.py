"""What the speakers of these tests say, as the 48 kHz mono WAV files that Chromium takes for a microphone."""

import json
import shutil
import subprocess
import wave
from dataclasses import dataclass, replace
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

RATE = 48_000
PAUSE_S = 0.45
LEAD_S = 1.0  # before the first word; Chromium plays the file round and round, so also between two rounds
REST_S = 2.5
QUIET = 1e-3  # a room is never digitally silent
DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "speech"

Samples = NDArray[np.float32]  # mono, 48 kHz, -1..1


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a recording, with its approved translation; times in seconds from the file's start."""

    text: str
    rendition: str
    start_s: float  # first voice
    end_s: float


@dataclass(frozen=True, slots=True)
class Recording:
    """A microphone: what is in the WAV file."""

    wav: Path
    language: str
    to: str  # the language of the renditions
    sentences: tuple[Sentence, ...]
    seconds: float

    @property
    def script(self) -> list[list[str]]:
        """[[sentence, approved rendition], …], as remarks are planted."""
        return [[sentence.text, sentence.rendition] for sentence in self.sentences]


VIETNAMESE = (
    (
        "Kính thưa ngài Thị trưởng thành phố Osan cùng toàn thể quý vị đại biểu.",
        "존경하는 오산시장님과 대표단 여러분.",
    ),
    (
        "Thay mặt nhân dân tỉnh Quảng Nam, tôi xin gửi lời chào trân trọng nhất.",
        "꽝남성 주민을 대표하여 정중한 인사를 드립니다.",
    ),
    (
        "Hai địa phương chúng ta đã ký kết quan hệ hữu nghị từ năm hai nghìn không trăm linh tư.",
        "우리 두 지방은 2004년에 자매결연을 맺었습니다.",
    ),
    (
        "Từ đó đến nay, chúng ta đã trao đổi nhiều đoàn công tác về kinh tế và thể thao.",
        "그 이후 우리는 경제와 체육 분야에서 여러 대표단을 교환하였습니다.",
    ),
    (
        "Tôi mong rằng cuộc họp hôm nay sẽ mở ra một chương mới.",
        "오늘 회의가 새로운 장을 열기를 바랍니다.",
    ),
    (
        "Xin chân thành cảm ơn và kính chúc quý vị sức khỏe.",
        "진심으로 감사드리며 여러분의 건강을 기원합니다.",
    ),
)
AD_LIB = "Hôm qua trời mưa rất to, bà ngoại đi chợ mua cá, rau muống, mấy quả dưa hấu."


def synthetic_vietnamese(folder: Path) -> Recording:
    """Six ceremonial sentences by espeak-ng, about 30 s. Raises LookupError without espeak-ng."""
    if shutil.which("espeak-ng") is None:
        raise LookupError("espeak-ng is not installed")
    voices = [(text, rendition, _spoken(text, folder)) for text, rendition in VIETNAMESE]
    return _joined(voices, "vi", "ko", folder / "vietnamese.wav")


def with_ad_lib(folder: Path, before: int) -> Recording:
    """Three of those sentences; behind the first `before` of them, one that is in no script.

    Raises LookupError without espeak-ng.
    """
    if shutil.which("espeak-ng") is None:
        raise LookupError("espeak-ng is not installed")
    said = [*VIETNAMESE[:before], (AD_LIB, ""), VIETNAMESE[before]]
    voices = [(text, rendition, _spoken(text, folder)) for text, rendition in said]
    whole = _joined(voices, "vi", "ko", folder / "ad-lib.wav")
    return replace(whole, sentences=tuple(one for one in whole.sentences if one.text != AD_LIB))


def real_korean(folder: Path, sentences: int = 6) -> Recording:
    """The first sentences of the read Korean test recording. Raises LookupError where the data is absent.

    The renditions are numbered, not translated: what is tested is which of them is on screen.
    """
    source, timing = DATA / "ko" / "read_kih.flac", DATA / "ko" / "read_kih.timing.json"
    if not source.exists():
        raise LookupError(f"no test recordings at {DATA}")
    kept = json.loads(timing.read_text())["sentences"][:sentences]
    end_s = kept[-1]["end"] + 0.2
    wav = folder / f"korean-{sentences}.wav"
    samples = np.concatenate([quiet(LEAD_S), _decoded(source)[: int(end_s * RATE)], quiet(REST_S)])
    write(wav, samples)
    shown = (
        Sentence(
            text=said["text"],
            rendition=f"Bản dịch đã được duyệt của câu thứ {number}.",
            start_s=LEAD_S + said.get("onset", said["start"]),
            end_s=LEAD_S + said["end"],
        )
        for number, said in enumerate(kept, start=1)
    )
    return Recording(wav, "ko", "vi", tuple(shown), len(samples) / RATE)


def still(seconds: float) -> Samples:
    """Nothing at all."""
    return np.zeros(round(seconds * RATE), np.float32)


def quiet(seconds: float) -> Samples:
    """A room in which nobody speaks."""
    noise = np.random.default_rng(5).standard_normal(round(seconds * RATE) + 1) * QUIET
    return noise.astype(np.float32)


def silence(folder: Path) -> Path:
    """The microphone of someone who only listens."""
    wav = folder / "silence.wav"
    write(wav, quiet(5))
    return wav


def write(wav: Path, samples: Samples) -> None:
    """Store samples as 16-bit PCM."""
    with wave.open(str(wav), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())


def _joined(voices: list[tuple[str, str, Samples]], language: str, to: str, wav: Path) -> Recording:
    pieces, sentences, at_s = [still(LEAD_S)], [], LEAD_S
    for text, rendition, voice in voices:
        seconds = len(voice) / RATE
        sentences.append(Sentence(text, rendition, at_s, at_s + seconds))
        pieces += [voice, still(PAUSE_S)]
        at_s += seconds + PAUSE_S
    samples = np.concatenate([*pieces, still(REST_S)])
    write(wav, samples + quiet(len(samples) / RATE)[: len(samples)])
    return Recording(wav, language, to, tuple(sentences), len(samples) / RATE)


def _spoken(text: str, folder: Path) -> Samples:
    """The sentence in espeak-ng's voice, cut to where it is heard."""
    spoken = folder / "sentence.wav"
    subprocess.run(["espeak-ng", "-v", "vi", "-s", "150", "-w", str(spoken), text], check=True)
    samples = _decoded(spoken)
    heard = np.flatnonzero(np.abs(samples) > 0.01)
    return samples[heard[0] : heard[-1] + 1] * np.float32(0.6)


def _decoded(source: Path) -> Samples:
    resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
    with av.open(str(source)) as container:
        frames = [part for frame in container.decode(audio=0) for part in resampler.resample(frame)]
        frames += resampler.resample(None)
    return np.concatenate([frame.to_ndarray().reshape(-1) for frame in frames]).astype(np.float32)
