"""Audio and video files of any format, by PyAV."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import av
import av.error
import numpy as np
from numpy.typing import NDArray

from twinhall.captions.ports import SAMPLE_RATE, EngineError

GAP_S = 0.1  # shorter gaps between frames are how files are written
LONGEST_GAP_S = 4 * 3600
SHORT_S = 1.0  # a file may be so much shorter than it says
BYTES = 2


class NoAudio(EngineError):
    """The file cannot be read as audio; the message says why."""


class RecordingFile:
    """A file's sound on disk, int16 mono: only the slices that are asked for are in memory."""

    def __init__(self, store: IO[bytes], *, damaged: bool) -> None:
        self._store = store
        self._length = store.seek(0, 2) // BYTES
        self.damaged = damaged
        """Whether the file breaks off or has holes; what can be read is here."""

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, part: slice, /) -> NDArray[np.int16]:
        first, last, step = part.indices(self._length)
        if step != 1:
            raise ValueError("a recording is read sample by sample")
        self._store.seek(first * BYTES)
        return np.frombuffer(self._store.read(max(0, last - first) * BYTES), np.int16)


@contextmanager
def recording(path: Path, rate: int = SAMPLE_RATE) -> Iterator[RecordingFile]:
    """Give a file's sound at its own times, `rate` samples a second; it is decoded into a temporary file.

    Raises NoAudio. Cost: 2 bytes of disk a sample, 115 MB an hour.
    """
    with TemporaryFile(prefix="twinhall-") as store:
        damaged = False
        for piece in Decoder(path, rate):
            damaged = damaged or piece is None
            if piece is not None:
                write(store, piece)
        found = RecordingFile(store, damaged=damaged)
        if not len(found):
            raise NoAudio(f"{path}: holds no sound")
        yield found


def write(store: IO[bytes], piece: NDArray[np.int16]) -> None:
    """Add samples to a temporary file. Raises EngineError."""
    try:
        store.write(piece.tobytes())
    except OSError as error:
        raise EngineError(f"no room for the decoded sound: {error.strerror}") from error


def decode(path: Path, rate: int = SAMPLE_RATE) -> NDArray[np.int16]:
    """Return a file's sound as int16 mono samples, `rate` a second. Raises NoAudio."""
    pieces = [piece for piece in Decoder(path, rate) if piece is not None]
    if not sum(map(len, pieces)):
        raise NoAudio(f"{path}: holds no sound")
    return np.concatenate(pieces)


class Decoder:
    """Iterates over a file's first audio stream: samples, or None where the file is damaged.

    Where a stream begins late or has gaps, as a recording of a meeting has, silence is put, so that every
    sample stands at its time in the file.
    """

    def __init__(self, path: Path, rate: int) -> None:
        self._path, self._rate = path, rate
        self._samples = 0

    def __iter__(self) -> Iterator[NDArray[np.int16] | None]:
        """Decode. Raises NoAudio."""
        path = self._path
        if not path.exists():
            raise NoAudio(f"{path}: no such file")
        if not path.is_file():
            raise NoAudio(f"{path}: not a file")
        if not path.stat().st_size:
            raise NoAudio(f"{path}: the file is empty")
        try:
            with av.open(str(path)) as container:
                if not container.streams.audio:
                    raise NoAudio(f"{path}: holds no sound")
                yield from self._decode(container)
        except (av.error.FFmpegError, OSError) as error:
            if not self._samples:
                raise NoAudio(f"{path}: not an audio file that can be read") from error
            yield None

    def _decode(self, container: "av.container.InputContainer") -> Iterator[NDArray[np.int16] | None]:
        resampler = av.AudioResampler(format="s16", layout="mono", rate=self._rate)
        begin_s = (container.start_time or 0) / av.time_base
        for packet in container.demux(audio=0):
            try:
                frames = packet.decode()
            except av.error.InvalidDataError:
                yield None
                continue
            for frame in frames:
                if frame.time is not None:
                    yield self._gap(frame.time - begin_s)
                yield from self._count(resampler.resample(frame))
        yield from self._count(resampler.resample(None))
        if self._samples / self._rate < promised_s(container) - SHORT_S:
            yield None

    def _gap(self, at_s: float) -> NDArray[np.int16]:
        """Return silence up to a time, if the stream has a gap there."""
        missing_s = at_s - self._samples / self._rate
        missing = int(missing_s * self._rate) if GAP_S < missing_s < LONGEST_GAP_S else 0
        self._samples += missing
        return np.zeros(missing, np.int16)

    def _count(self, frames: "list[av.AudioFrame]") -> Iterator[NDArray[np.int16]]:
        for frame in frames:
            samples: NDArray[np.int16] = frame.to_ndarray()[0]
            self._samples += len(samples)
            yield samples


def promised_s(container: "av.container.InputContainer") -> float:
    """Return how long a file says that its sound is, 0 if it does not say."""
    stream = container.streams.audio[0]
    if stream.duration is not None and stream.time_base is not None:
        return float(stream.duration * stream.time_base)
    return 0.0 if container.streams.video else (container.duration or 0) / av.time_base
