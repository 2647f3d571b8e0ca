"""Sentences in synthetic voices, kept under the hash of what is said: a second run costs nothing."""

import hashlib
import os
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from twinhall.engines.audio_file import decode
from twinhall.environment import Environment
from twinhall.rehearsal.readings import as_spoken
from twinhall.rehearsal.synthesis import RATE, VERSION, Samples, Voice, speak

PAUSE_S = 0.45  # between sentences
QUIET = 1e-3  # a room is never digitally silent


def folder_of(env: Environment) -> Path:
    """Where the voices are kept."""
    return env.cache / "voices"


def recording_of(sentence: str, voice: Voice, folder: Path) -> Path:
    """Return where a sentence in a voice is kept, whether or not it is there yet."""
    said = f"{VERSION}\n{voice.language}\n{voice.pitch}\n{as_spoken(sentence, voice.language)}"
    return folder / f"{voice.language}-{hashlib.sha256(said.encode()).hexdigest()[:24]}.flac"


def record(sentence: str, voice: Voice, folder: Path) -> Path:
    """Return the kept sentence, spoken now if it never was. Raises VoiceMissing or VoiceFailed."""
    kept = recording_of(sentence, voice, folder)
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(f".{os.getpid()}.flac")
        write(fresh, speak(as_spoken(sentence, voice.language), voice))
        fresh.replace(kept)
    return kept


def read_aloud(sentences: Sequence[str], voice: Voice, folder: Path) -> Samples:
    """Return remarks as one recording: PAUSE_S between sentences, a quiet room under all of it.

    Raises VoiceMissing or VoiceFailed.
    """
    pause = np.zeros(round(PAUSE_S * RATE), np.int16)
    pieces = [pause]
    for sentence in sentences:
        pieces += [decode(record(sentence, voice, folder), RATE), pause]
    return in_a_room(np.concatenate(pieces))


def in_a_room(samples: Samples) -> Samples:
    """Return the same sound over a room's quiet noise."""
    noise = np.random.default_rng(5).standard_normal(len(samples)) * QUIET * 32767
    heard: Samples = np.clip(samples + noise, -32768, 32767).astype(np.int16)
    return heard


def write(path: Path, samples: Samples) -> None:
    """Store samples as FLAC."""
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
    frame.sample_rate = RATE
    frame.time_base = Fraction(1, RATE)
    frame.pts = 0
    with av.open(str(path), "w", format="flac") as out:
        stream = out.add_stream("flac", rate=RATE, layout="mono", format="s16")
        for cut in _cut(frame, 4096):
            out.mux(stream.encode(cut))
        out.mux(stream.encode(None))


def _cut(frame: av.AudioFrame, size: int) -> list[av.AudioFrame]:
    """FLAC takes at most 65,535 samples at once."""
    fifo = av.AudioFifo()
    fifo.write(frame)
    return fifo.read_many(size, partial=True)
