"""Audio files of any format, by PyAV."""

from pathlib import Path

import av
import av.error
import numpy as np
from numpy.typing import NDArray

from twinhall.captions.ports import SAMPLE_RATE, EngineError


class NoAudio(EngineError):
    """The file cannot be read as audio; the message says why."""


def decode(path: Path, rate: int = SAMPLE_RATE) -> NDArray[np.int16]:
    """Return a file's sound as int16 mono samples, `rate` a second. Raises NoAudio."""
    if not path.exists():
        raise NoAudio(f"{path}: no such file")
    if not path.is_file():
        raise NoAudio(f"{path}: not a file")
    try:
        with av.open(str(path)) as container:
            if not container.streams.audio:
                raise NoAudio(f"{path}: holds no sound")
            pieces = resampled(container, rate)
    except (av.error.FFmpegError, OSError) as error:
        raise NoAudio(f"{path}: not an audio file that can be read") from error
    if not pieces:
        raise NoAudio(f"{path}: holds no sound")
    return np.concatenate(pieces)


def resampled(container: "av.container.InputContainer", rate: int) -> "list[NDArray[np.int16]]":
    """Return the first audio stream's frames at that rate."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=rate)
    pieces = []
    for frame in container.decode(audio=0):
        pieces += [out.to_ndarray()[0] for out in resampler.resample(frame)]
    return pieces + [out.to_ndarray()[0] for out in resampler.resample(None)]
