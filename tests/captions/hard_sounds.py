"""Sounds on which recognisers talk nonsense, made from nothing or from a recording. int16, mono, 16 kHz."""

import numpy as np
from numpy.typing import NDArray

from twinhall.captions.ports import SAMPLE_RATE

Sound = NDArray[np.int16]
FULL = 32767


def silence(seconds: float) -> Sound:
    """Nothing at all."""
    return np.zeros(int(seconds * SAMPLE_RATE), np.int16)


def hiss(seconds: float, level_db: float = -30, seed: int = 0) -> Sound:
    """A fan, a line: noise whose power falls with the frequency."""
    rng = np.random.default_rng(seed)
    length = int(seconds * SAMPLE_RATE)
    spectrum = np.fft.rfft(rng.standard_normal(length))
    spectrum /= np.sqrt(np.maximum(1, np.arange(len(spectrum))))
    return scaled(np.fft.irfft(spectrum, length), level_db)


def music(seconds: float, level_db: float = -20, seed: int = 0) -> Sound:
    """Chords of a few harmonics, one every half second, over a bass and a beat."""
    rng = np.random.default_rng(seed)
    beat = SAMPLE_RATE // 2
    t = np.arange(beat) / SAMPLE_RATE
    chords = [(261.6, 329.6, 392.0), (220.0, 261.6, 329.6), (174.6, 220.0, 261.6), (196.0, 246.9, 293.7)]
    pieces = []
    for n in range(int(seconds * SAMPLE_RATE / beat) + 1):
        notes = [*chords[n // 2 % 4], chords[n // 2 % 4][0] / 2, 2 * chords[n // 2 % 4][n % 3]]
        tones = [np.sin(2 * np.pi * f * k * t) / k**1.5 for f in notes for k in range(1, 6)]
        drum = rng.standard_normal(beat) * np.exp(-t * 40)
        pieces.append(np.sum(tones, 0) * np.exp(-t * 2.5) + drum)
    return scaled(np.concatenate(pieces)[: int(seconds * SAMPLE_RATE)], level_db)


def applause(seconds: float, level_db: float = -18, seed: int = 0) -> Sound:
    """Two hundred people clap four times a second each, each clap a few milliseconds of noise."""
    rng = np.random.default_rng(seed)
    length = int(seconds * SAMPLE_RATE)
    sound = np.zeros(length + 800)
    decay = np.exp(-np.arange(800) / 90)
    for at in rng.integers(0, length, int(seconds * 800)):
        sound[at : at + 800] += rng.standard_normal(800) * decay * rng.uniform(0.2, 1)
    return scaled(sound[:length], level_db)


def telephone(voice: Sound) -> Sound:
    """300–3400 Hz, eight bits."""
    spectrum = np.fft.rfft(voice)
    hertz = np.fft.rfftfreq(len(voice), 1 / SAMPLE_RATE)
    spectrum[(hertz < 300) | (hertz > 3400)] = 0
    narrow = np.fft.irfft(spectrum, len(voice)) / FULL
    small = np.sign(narrow) * np.log1p(255 * np.abs(narrow)) / np.log(256)
    coarse = np.round(small * 127) / 127
    wide = np.sign(coarse) * (256 ** np.abs(coarse) - 1) / 255
    return np.clip(wide * FULL, -FULL, FULL).astype(np.int16)


def clipped(voice: Sound, gain: float = 12) -> Sound:
    """A microphone that is turned up far too high."""
    return np.clip(voice.astype(np.float64) * gain, -FULL, FULL).astype(np.int16)


def together(*sounds: Sound) -> Sound:
    """All at once, for as long as the shortest."""
    length = min(map(len, sounds))
    mixed = np.sum([s[:length].astype(np.int32) for s in sounds], 0)
    return np.clip(mixed, -FULL, FULL).astype(np.int16)


def noisy(voice: Sound, snr_db: float, seed: int = 0) -> Sound:
    """A voice over hiss."""
    level = np.sqrt(np.mean((voice / FULL) ** 2))
    return together(voice, hiss(len(voice) / SAMPLE_RATE, 20 * np.log10(level) - snr_db, seed))


def scaled(sound: NDArray[np.float64], level_db: float) -> Sound:
    """Give a sound a level (root mean square, full scale)."""
    gain = 10 ** (level_db / 20) / np.sqrt(np.mean(sound**2))
    return np.clip(sound * gain * FULL, -FULL, FULL).astype(np.int16)
