"""Vosk (Kaldi): streaming recognition with a model from a folder, of some twenty languages (Apache-2.0)."""

import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from twinhall.captions.ports import SAMPLE_RATE, EngineError, Heard, Samples
from twinhall.engines.vietnamese_stream import as_int16

PACKAGE = "vosk"
LATE_S = 0.4
MODEL_FILES = ("am/final.mdl", "conf/model.conf")  # what every Vosk model holds


def is_there() -> bool:
    """Say whether the package is installed."""
    return find_spec(PACKAGE) is not None


def missing_in(folder: Path) -> list[str]:
    """Return what a folder lacks to be a Vosk model."""
    return [name for name in MODEL_FILES if not (folder / name).is_file()]


class VoskStream:
    """The stream port with the model of a folder. Streams of one folder share it."""

    def __init__(self, folder: Path) -> None:
        """Load the model. Cost: 2 s and up to 1 GB the first time. Raises EngineError."""
        if missing := missing_in(folder):
            raise EngineError(f"vosk: {folder} is no Vosk model, it lacks {', '.join(missing)}")
        try:
            import vosk  # optional

            self._recognizer: Any = vosk.KaldiRecognizer(_model(str(folder)), SAMPLE_RATE)
        except ImportError as error:
            raise EngineError("vosk is not installed: pip install vosk") from error
        except Exception as error:
            raise EngineError(f"vosk cannot load the model in {folder}") from error

    def hear(self, samples: Samples) -> Heard:
        """Take the next samples. Cost: .15 to .2 of their length. Raises EngineError."""
        try:
            is_ended = self._recognizer.AcceptWaveform(as_int16(samples).tobytes())
        except Exception as error:
            raise EngineError("vosk failed to recognise speech") from error
        if is_ended:
            return Heard(text_of(self._recognizer.Result(), "text"), "")
        return Heard("", text_of(self._recognizer.PartialResult(), "partial"))

    def finish(self) -> Heard:
        """Return the last words and begin anew."""
        settled = text_of(self._recognizer.FinalResult(), "text")
        self._recognizer.Reset()
        return Heard(settled, "")


def text_of(result: str, key: str) -> str:
    """Return the text of an answer, a blank before it."""
    text = json.loads(result).get(key, "")
    return f" {text}" if text else ""


@lru_cache(maxsize=2)
def _model(folder: str) -> Any:
    import vosk  # optional

    vosk.SetLogLevel(-1)
    return vosk.Model(folder)
