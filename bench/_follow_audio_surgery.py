"""Scenarios made by cutting the recording, by its timing; the script stays or loses a few sentences."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from _follow_case import Case, Spoken
from _follow_recordings import Audio, Recording
from _follow_script_surgery import quarters_moved
from twinhall.captions.ports import SAMPLE_RATE

FRAME_S = 0.02
VOICED = 10**-3.5  # power of a frame, of the loud ones of its sentence, that still counts as voice
FADE = SAMPLE_RATE // 200  # samples faded at each cut: no click
ROOM_LEVEL = 15  # rms of the quiet noise in pauses that are put in, about -67 dBFS
RUN_ON_S = 0.05
LEAD_S = 0.03  # before the first voice, which is known to one chunk of 32 ms

SCENARIOS = frozenset({"leap", "repeat", "pauses", "run-on", "midway"})
RANDOM = frozenset({"repeat", "pauses", "midway"})


@dataclass(slots=True)
class Tape:
    """Audio that is put together piece by piece, and the sentences on it: (start, end, number)."""

    pieces: list[Audio] = field(default_factory=list)
    spoken: list[tuple[float, float, int]] = field(default_factory=list)
    length: int = 0

    @property
    def end_s(self) -> float:
        """Where the next piece begins."""
        return self.length / SAMPLE_RATE

    def add(self, piece: Audio) -> None:
        """Put a piece at the end, its edges faded."""
        faded = piece.astype(np.float32)
        slope = np.linspace(0, 1, min(FADE, len(piece) // 2), dtype=np.float32)
        faded[: len(slope)] *= slope
        faded[len(faded) - len(slope) :] *= slope[::-1]
        self.pieces.append(faded.astype(np.int16))
        self.length += len(piece)

    def rest(self, seconds: float, rng: random.Random) -> None:
        """Put a pause at the end, in which a quiet room is heard."""
        noise = np.random.default_rng(rng.randrange(2**32)).standard_normal(int(seconds * SAMPLE_RATE))
        self.add((noise * ROOM_LEVEL).astype(np.int16))

    def audio(self) -> Audio:
        """Return the whole."""
        return np.concatenate(self.pieces)


@dataclass(frozen=True, slots=True)
class Cutter:
    """Cuts a recording between and inside its sentences."""

    recording: Recording
    audio: Audio

    def between(self, start_s: float, end_s: float) -> Audio:
        """Return the audio between two times."""
        return self.audio[int(max(0.0, start_s) * SAMPLE_RATE) : int(end_s * SAMPLE_RATE)]

    def edges(self, k: int) -> tuple[float, float]:
        """Return where the piece of sentence k begins and ends: in the middle of the pauses around it."""
        s = self.recording.sentences
        end_s = len(self.audio) / SAMPLE_RATE
        start_s = (s[k - 1].end_s + s[k].start_s) / 2 if k else 0.0
        return start_s, (s[k].end_s + s[k + 1].start_s) / 2 if k + 1 < len(s) else end_s

    def voice_end_s(self, k: int) -> float:
        """Return where the last voice of sentence k ends."""
        s = self.recording.sentences[k]
        power = self._power(s.start_s, s.end_s)
        voiced = np.flatnonzero(power > VOICED * np.quantile(power, 0.95))
        return min(s.end_s, s.start_s + (int(voiced[-1]) + 1) * FRAME_S)

    def quiet_s(self, k: int) -> float:
        """Return the quietest moment in the middle fifth of sentence k."""
        s = self.recording.sentences[k]
        length_s = self.voice_end_s(k) - s.start_s
        from_s = s.start_s + 0.4 * length_s
        power = self._power(from_s, from_s + 0.2 * length_s)
        return from_s + (int(power.argmin()) + 0.5) * FRAME_S

    def _power(self, start_s: float, end_s: float) -> np.ndarray:
        """Return the power of each frame."""
        samples = self.between(start_s, end_s).astype(np.float64)
        step = int(FRAME_S * SAMPLE_RATE)
        samples = np.pad(samples, (0, max(0, step - len(samples))))
        power: np.ndarray = (samples[: len(samples) // step * step].reshape(-1, step) ** 2).mean(axis=1)
        return power


def audio_surgery(recording: Recording, scenario: str, seed: int) -> Case:
    """Return a case in which the speaker reads otherwise than was recorded.

    leap: reads the quarters of the script in the order 1 3 2 4; repeat: reads one to three sentences again,
    one time in six; pauses: waits 1.5 to 5 s between a third of the sentences and .5 to 1.5 s in the middle
    of a fifth of them; run-on: leaves 50 ms between sentences; midway: leaves one sentence in five in its
    middle, without a pause, for one that the script lacks.
    """
    rng = random.Random(f"{recording.name} {scenario} {seed}")
    cutter = Cutter(recording, recording.audio())
    count, tape, missing = len(recording.sentences), Tape(), set[int]()
    if scenario == "leap":
        read(tape, cutter, quarters_moved(range(count)))
    elif scenario == "repeat":
        read(tape, cutter, with_repeats(count, rng))
    elif scenario == "pauses":
        wait(tape, cutter, rng)
    elif scenario == "run-on":
        run_on(tape, cutter)
    else:
        missing = leave_midway(tape, cutter, rng)
    tape.rest(1.0, rng)
    kept = [k for k in range(count) if k not in missing]
    ids = {k: str(n) for n, k in enumerate(kept, start=1)}
    spoken = tuple(Spoken(start_s, end_s, ids.get(k)) for start_s, end_s, k in tape.spoken)
    texts = tuple(recording.sentences[k].text for k in kept)
    return Case(recording.name, recording.language, scenario, seed, tape.audio(), texts, spoken)


def with_repeats(count: int, rng: random.Random) -> list[int]:
    """Return the order of sentences when some are read again."""
    order: list[int] = []
    for k in range(count):
        order.append(k)
        if k and rng.random() < 1 / 6:
            order += range(max(0, k - rng.randint(0, 2)), k + 1)
    return order


def read(tape: Tape, cutter: Cutter, order: Sequence[int]) -> None:
    """Read sentences in some order, each with the pauses around it."""
    for k in order:
        add_sentence(tape, cutter, k)


def add_sentence(tape: Tape, cutter: Cutter, k: int) -> None:
    """Read one sentence with the pauses around it."""
    sentence, (start_s, end_s) = cutter.recording.sentences[k], cutter.edges(k)
    shift_s = tape.end_s - start_s
    tape.add(cutter.between(start_s, end_s))
    tape.spoken.append((sentence.start_s + shift_s, sentence.end_s + shift_s, k))


def wait(tape: Tape, cutter: Cutter, rng: random.Random) -> None:
    """Read everything and pause longer than was recorded."""
    for k, sentence in enumerate(cutter.recording.sentences):
        start_s, end_s = cutter.edges(k)
        if rng.random() < 1 / 5:
            middle_s, shift_s, pause_s = cutter.quiet_s(k), tape.end_s - start_s, rng.uniform(0.5, 1.5)
            tape.add(cutter.between(start_s, middle_s))
            tape.rest(pause_s, rng)
            tape.add(cutter.between(middle_s, end_s))
            tape.spoken.append((sentence.start_s + shift_s, sentence.end_s + shift_s + pause_s, k))
        else:
            add_sentence(tape, cutter, k)
        if rng.random() < 1 / 3:
            tape.rest(rng.uniform(1.5, 5.0), rng)


def run_on(tape: Tape, cutter: Cutter) -> None:
    """Read everything with 50 ms between the last voice of a sentence and the first of the next."""
    tape.add(cutter.between(0.0, cutter.recording.sentences[0].start_s - LEAD_S))
    for k in range(len(cutter.recording.sentences)):
        add_voice(tape, cutter, k, cutter.voice_end_s(k))


def leave_midway(tape: Tape, cutter: Cutter, rng: random.Random) -> set[int]:
    """Read half of one sentence in five and all of the one behind it, which the script is to lose."""
    count, k, missing = len(cutter.recording.sentences), 0, set[int]()
    while k < count:
        if 0 < k < count - 2 and rng.random() < 1 / 5:
            tape.add(cutter.between(cutter.edges(k)[0], cutter.recording.sentences[k].start_s - LEAD_S))
            add_voice(tape, cutter, k, cutter.quiet_s(k))
            other, end_s = cutter.recording.sentences[k + 1], cutter.edges(k + 1)[1]
            shift_s = tape.end_s - (other.start_s - RUN_ON_S)
            tape.add(cutter.between(other.start_s - RUN_ON_S, end_s))
            tape.spoken.append((other.start_s + shift_s, other.end_s + shift_s, k + 1))
            missing.add(k + 1)
            k += 2
        else:
            add_sentence(tape, cutter, k)
            k += 1
    return missing


def add_voice(tape: Tape, cutter: Cutter, k: int, end_s: float) -> None:
    """Read a sentence until that time of the recording, without the pauses around it."""
    start_s = cutter.recording.sentences[k].start_s
    shift_s = tape.end_s + LEAD_S - start_s
    tape.add(cutter.between(start_s - LEAD_S, end_s + RUN_ON_S - LEAD_S))
    tape.spoken.append((start_s + shift_s, end_s + shift_s, k))
