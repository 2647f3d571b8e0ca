"""Conditions under which a recording is heard: each takes int16 mono at 16 kHz and returns as much of it.

Noise of any kind is laid against the power of the speech alone, pauses left out.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from _follow_recordings import Audio
from twinhall.captions.ports import SAMPLE_RATE

FRAME = SAMPLE_RATE // 50
SPEECH = 10**-3  # power of a frame, of the loud ones, that still counts as speech
NOISE_DB, BABBLE_DB, MUSIC_DB, APPLAUSE_DB = 10.0, 10.0, 10.0, 5.0  # speech over it
PHONE_HZ = (300, 3400)
PHONE_RATE = 8000
EDGE_HZ = 60
MU = 255
ROOM_S, ROOM_DB = 0.7, 3.0  # time in which an echo dies away by 60 dB; the direct voice over all echoes
VOICES = 4
CLAPS_A_SECOND = 180
APPLAUSE_S, APPLAUSE_EVERY_S = 4.0, 20.0
CHORDS_HZ = ((220.0, 277.2, 329.6), (174.6, 220.0, 261.6), (196.0, 246.9, 293.7), (164.8, 196.0, 246.9))
CHORD_S = 1.6

Wave = NDArray[np.float64]


def clean(audio: Audio, others: Sequence[Audio], rng: np.random.Generator) -> Audio:
    """The recording as it is."""
    return audio


def telephone(audio: Audio, others: Sequence[Audio], rng: np.random.Generator) -> Audio:
    """300 to 3400 Hz, 8000 samples a second of 8 bits (µ-law)."""
    spectrum = np.fft.rfft(audio.astype(np.float64))
    hz = np.fft.rfftfreq(len(audio), 1 / SAMPLE_RATE)
    low, high = PHONE_HZ
    spectrum *= np.clip((hz - low) / EDGE_HZ + 0.5, 0, 1) * np.clip((high - hz) / EDGE_HZ + 0.5, 0, 1)
    half = len(audio) * PHONE_RATE // SAMPLE_RATE
    narrow = np.fft.irfft(spectrum[: half // 2 + 1], half) * PHONE_RATE / SAMPLE_RATE
    peak = max(1.0, float(np.abs(narrow).max()))
    code = np.round(np.sign(narrow) * np.log1p(MU * np.abs(narrow) / peak) / np.log1p(MU) * 127) / 127
    heard = np.sign(code) * np.expm1(np.abs(code) * np.log1p(MU)) / MU * peak
    wide = np.zeros(len(audio) // 2 + 1, np.complex128)
    wide[: half // 2 + 1] = np.fft.rfft(heard)
    return as_audio(np.fft.irfft(wide, len(audio)) * SAMPLE_RATE / PHONE_RATE)


def noise(audio: Audio, others: Sequence[Audio], rng: np.random.Generator) -> Audio:
    """Pink noise, 10 dB below the speech."""
    spectrum = np.fft.rfft(rng.standard_normal(len(audio)))
    hz = np.fft.rfftfreq(len(audio), 1 / SAMPLE_RATE)
    return under(audio, np.fft.irfft(spectrum / np.sqrt(np.maximum(hz, 20.0)), len(audio)), NOISE_DB)


def reverberation(audio: Audio, others: Sequence[Audio], rng: np.random.Generator) -> Audio:
    """A hall: echoes that die away by 60 dB in .7 s, together 3 dB below the direct voice."""
    t_s = np.arange(int(ROOM_S * SAMPLE_RATE)) / SAMPLE_RATE
    echoes = rng.standard_normal(len(t_s)) * 10 ** (-3 * t_s / ROOM_S)
    echoes[: SAMPLE_RATE // 100] = 0  # the first wall is some metres away
    echoes *= np.sqrt(10 ** (-ROOM_DB / 10) / (echoes**2).sum())
    echoes[0] = 1.0
    size = len(audio) + len(echoes)
    heard = np.fft.irfft(np.fft.rfft(audio.astype(np.float64), size) * np.fft.rfft(echoes, size), size)
    return as_audio(heard[: len(audio)])


def babble(audio: Audio, others: Sequence[Audio], rng: np.random.Generator) -> Audio:
    """Four other voices at once, 10 dB below the speech. Raises ValueError without other recordings."""
    if not others:
        raise ValueError("babble is mixed from other recordings, and there is none")
    sum_of = np.zeros(len(audio))
    for n in range(VOICES):
        other = others[n % len(others)]
        voice = np.resize(np.roll(other, int(rng.integers(len(other)))), len(audio)).astype(np.float64)
        sum_of += voice / np.sqrt(speech_power(voice))
    return under(audio, sum_of, BABBLE_DB)


def applause(audio: Audio, others: Sequence[Audio], rng: np.random.Generator) -> Audio:
    """Four seconds of many hands every twenty seconds, 5 dB below the speech."""
    claps = np.zeros(len(audio))
    hits = rng.integers(len(audio), size=CLAPS_A_SECOND * len(audio) // SAMPLE_RATE)
    np.add.at(claps, hits, rng.lognormal(0.0, 0.6, len(hits)))
    t_s = np.arange(SAMPLE_RATE // 25) / SAMPLE_RATE
    hand = rng.standard_normal(len(t_s)) * np.exp(-t_s / 0.006) * np.sin(2 * np.pi * 1400 * t_s)
    size = len(audio) + len(hand)
    sound = np.fft.irfft(np.fft.rfft(claps, size) * np.fft.rfft(hand, size), size)[: len(audio)]
    phase_s = np.arange(len(audio)) / SAMPLE_RATE % APPLAUSE_EVERY_S - (APPLAUSE_EVERY_S - APPLAUSE_S) / 2
    swell = np.clip(np.minimum(phase_s / 0.4, (APPLAUSE_S - phase_s) / 1.2), 0, 1)
    return under(audio, sound * swell, APPLAUSE_DB, sounding=swell >= 1)


def music(audio: Audio, others: Sequence[Audio], rng: np.random.Generator) -> Audio:
    """Plucked chords, 10 dB below the speech."""
    t_s = np.arange(int(CHORD_S * SAMPLE_RATE)) / SAMPLE_RATE
    bars = []
    for chord in CHORDS_HZ:
        tones = [
            np.sin(2 * np.pi * overtone * (hz * t_s + rng.uniform())) * np.exp(-overtone * t_s) / overtone
            for hz in chord
            for overtone in (1, 2, 3, 4, 5)
        ]
        bars.append(np.sum(tones, axis=0) * np.minimum(1, t_s / 0.01))
    return under(audio, np.resize(np.concatenate(bars), len(audio)), MUSIC_DB)


CONDITIONS: dict[str, Callable[[Audio, Sequence[Audio], np.random.Generator], Audio]] = {
    "clean": clean,
    "telephone": telephone,
    "noise": noise,
    "reverberation": reverberation,
    "babble": babble,
    "applause": applause,
    "music": music,
}


def under(audio: Audio, sound: Wave, below_db: float, sounding: NDArray[np.bool_] | None = None) -> Audio:
    """Lay a sound under speech, so many dB below its power. sounding: where the sound's power is taken."""
    power = float((sound if sounding is None or not sounding.any() else sound[sounding]).std() ** 2)
    gain = np.sqrt(speech_power(audio) / 10 ** (below_db / 10) / max(power, 1e-12))
    return as_audio(audio + gain * sound)


def speech_power(audio: Audio | Wave) -> float:
    """Return the mean power of the frames that hold speech; next to nothing for silence."""
    whole = audio[: len(audio) // FRAME * FRAME].astype(np.float64).reshape(-1, FRAME)
    power = (whole**2).mean(axis=1)
    loud = power[power > SPEECH * np.quantile(power, 0.95)] if len(power) else power
    return max(1e-9, float(loud.mean())) if len(loud) else 1e-9


def as_audio(wave: Wave) -> Audio:
    """Return a wave as samples; what is too loud is clipped, as a microphone does."""
    return np.clip(np.rint(wave), -32768, 32767).astype(np.int16)
