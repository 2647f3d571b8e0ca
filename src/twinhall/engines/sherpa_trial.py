"""A process that loads a model of sherpa-onnx and lets it hear a second of noise: python -m … FOLDER."""

import sys
from pathlib import Path

import numpy as np

from twinhall.captions.ports import SAMPLE_RATE
from twinhall.engines import sherpa

LOUDNESS = 0.1


def main() -> None:
    """End with 0 if the model can be used; else with anything, and the reason on standard error."""
    recognizer = sherpa.loaded(sherpa.files_in(Path(sys.argv[1])))
    stream = recognizer.create_stream()
    noise = np.random.default_rng(0).standard_normal(SAMPLE_RATE).astype(np.float32)
    stream.accept_waveform(SAMPLE_RATE, LOUDNESS * noise)
    while recognizer.is_ready(stream):
        recognizer.decode_stream(stream)
    recognizer.get_result(stream)


if __name__ == "__main__":
    main()
