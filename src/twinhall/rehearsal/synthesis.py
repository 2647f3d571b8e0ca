"""Synthetic voices that need no network: espeak-ng (ko, vi), pyopenjtalk (ja), flite (en).

They are plain robots. The captions follow them when they read a script; recognising them freely fails in
Korean and stumbles in Vietnamese.
"""

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from twinhall.engines.audio_file import NoAudio, decode

RATE = 48_000
VERSION = 1  # grows when the same text would sound different
PEAK = 0.5
HEARD = 0.01  # of full scale: what is quieter at both ends is cut off
ENGINES = {"ko": "espeak-ng", "vi": "espeak-ng", "ja": "pyopenjtalk", "en": "flite"}
WORDS_A_MINUTE = {"ko": 140, "vi": 150}
TIMEOUT_S = 60.0

Samples = NDArray[np.int16]  # mono, RATE a second


class VoiceMissing(Exception):
    """The program that speaks a language is not installed; the message says how to get it."""


class VoiceFailed(Exception):
    """The program did not speak; the message says why."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A robot's voice. pitch: half tones above (or below) the usual one, to tell two speakers apart."""

    language: str
    pitch: int = 0


def missing(language: str) -> str | None:
    """Return what must be installed before a language can be spoken, None when nothing is missing."""
    engine = ENGINES.get(language)
    if engine is None:
        return f"there is no synthetic voice for the language {language!r}"
    if engine == "pyopenjtalk" or shutil.which(engine):
        return None
    return (
        f"{engine} is missing, which speaks {language}: `apt-get install {engine}`, or `make setup` as root"
    )


def speak(spoken: str, voice: Voice) -> Samples:
    """Return a sentence in a voice, without silence around it. Raises VoiceMissing or VoiceFailed.

    spoken: as it is to be said; numbers and foreign names already written out.
    Cost: .05 s a sentence, Japanese .5 s.
    """
    wanting = missing(voice.language)
    if wanting:
        raise VoiceMissing(wanting)
    engine = {"espeak-ng": _espeak, "flite": _flite, "pyopenjtalk": _openjtalk}[ENGINES[voice.language]]
    return _trimmed(engine(spoken, voice))


def _espeak(spoken: str, voice: Voice) -> NDArray[np.float32]:
    speed, pitch = WORDS_A_MINUTE[voice.language], 50 + 7 * voice.pitch
    with tempfile.TemporaryDirectory(prefix="twinhall-voice-") as folder:
        text, sound = _asked(spoken, Path(folder))
        return _run(
            ("espeak-ng", "-v", voice.language, "-s", str(speed), "-p", str(pitch), "-f", text, "-w", sound)
        )


def _flite(spoken: str, voice: Voice) -> NDArray[np.float32]:
    shift = f"int_f0_target_mean={180 * 2 ** (voice.pitch / 12):.0f}"
    with tempfile.TemporaryDirectory(prefix="twinhall-voice-") as folder:
        text, sound = _asked(spoken, Path(folder))
        return _run(("flite", "-voice", "slt", "--setf", shift, "-f", text, "-o", sound))


def _openjtalk(spoken: str, voice: Voice) -> NDArray[np.float32]:
    import pyopenjtalk  # reason: slow

    wave, rate = pyopenjtalk.tts(spoken, half_tone=voice.pitch)
    if rate != RATE:
        raise VoiceFailed(f"pyopenjtalk spoke at {rate} Hz, not at {RATE}")
    return _scaled(wave)


def _asked(spoken: str, folder: Path) -> tuple[str, str]:
    """Text goes by a file: nothing in it can be taken for an option."""
    text = folder / "text"
    text.write_text(spoken + "\n", encoding="utf-8")
    return str(text), str(folder / "sound.wav")


def _run(argv: tuple[str, ...]) -> NDArray[np.float32]:
    try:
        done = subprocess.run(argv, capture_output=True, text=True, timeout=TIMEOUT_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise VoiceFailed(f"{argv[0]}: {type(error).__name__}") from error
    if done.returncode:
        raise VoiceFailed(f"{argv[0]} ended with {done.returncode}: {done.stderr.strip()[:200]}")
    try:
        return _scaled(decode(Path(argv[-1]), RATE))
    except NoAudio as error:
        raise VoiceFailed(f"{argv[0]} wrote no sound") from error


def _scaled(wave: NDArray[np.int16] | NDArray[np.float64]) -> NDArray[np.float32]:
    """From the range of 16-bit samples to -1..1."""
    return wave.astype(np.float32) / np.float32(32768)


def _trimmed(wave: NDArray[np.float32]) -> Samples:
    heard = np.flatnonzero(np.abs(wave) > HEARD)
    if not len(heard):
        raise VoiceFailed("nothing to hear")
    kept = wave[heard[0] : heard[-1] + 1]
    louder: Samples = (kept * (PEAK * 32767 / np.abs(kept).max())).astype(np.int16)
    return louder
