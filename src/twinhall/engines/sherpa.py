"""sherpa-onnx: streaming zipformer and paraformer models from a folder, of many languages (Apache-2.0)."""

import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from twinhall.captions.ports import SAMPLE_RATE, EngineError, Heard, Samples

PACKAGE = "sherpa_onnx"
LATE_S = 0.6
TAIL_S = 0.6  # silence that the model needs to bring out the last words
TOKENS = "tokens.txt"
TRIAL = "twinhall.engines.sherpa_trial"
TRIAL_S = 60.0


@dataclass(frozen=True, slots=True)
class SherpaFiles:
    """The files of a streaming model. kind: transducer, paraformer or ctc."""

    kind: str
    parts: tuple[tuple[str, Path], ...]


def is_there() -> bool:
    """Say whether the package is installed."""
    return find_spec(PACKAGE) is not None


def files_in(folder: Path) -> SherpaFiles:
    """Tell a streaming model by its files; quantised ones (int8) come first. Raises EngineError."""
    tokens = folder / TOKENS
    if not tokens.is_file():
        raise EngineError(f"sherpa-onnx: {folder} is no model folder, it lacks {TOKENS}")
    encoder, decoder, joiner = (_onnx(folder, part) for part in ("encoder", "decoder", "joiner"))
    if encoder and decoder and joiner:
        parts = (("tokens", tokens), ("encoder", encoder), ("decoder", decoder), ("joiner", joiner))
        return SherpaFiles("transducer", parts)
    if encoder and decoder:
        return SherpaFiles("paraformer", (("tokens", tokens), ("encoder", encoder), ("decoder", decoder)))
    if model := _onnx(folder, "model") or _onnx(folder, "ctc"):
        return SherpaFiles("ctc", (("tokens", tokens), ("model", model)))
    raise EngineError(
        f"sherpa-onnx: {folder} holds no streaming model: expected encoder, decoder and joiner (zipformer), "
        "encoder and decoder (paraformer) or model (zipformer CTC), each an .onnx file"
    )


class SherpaStream:
    """The stream port with the model of a folder. Streams of one folder share it."""

    def __init__(self, folder: Path) -> None:
        """Load the model. Cost: twice that of loading the first time, for its trial. Raises EngineError."""
        self._recognizer = _recognizer(folder)
        self._stream: Any = self._recognizer.create_stream()

    def hear(self, samples: Samples) -> Heard:
        """Take the next samples. Raises EngineError."""
        text = self._decode(samples)
        if not self._recognizer.is_endpoint(self._stream):
            return Heard("", text)
        self._recognizer.reset(self._stream)
        return Heard(text, "")

    def finish(self) -> Heard:
        """Return the last words and begin anew. Raises EngineError."""
        text = self._decode(np.zeros(int(TAIL_S * SAMPLE_RATE), np.float32))
        self._recognizer.reset(self._stream)
        return Heard(text, "")

    def _decode(self, samples: Samples) -> str:
        try:
            self._stream.accept_waveform(SAMPLE_RATE, samples)
            while self._recognizer.is_ready(self._stream):
                self._recognizer.decode_stream(self._stream)
            text = str(self._recognizer.get_result(self._stream)).strip()
        except (RuntimeError, IndexError) as error:
            raise EngineError("sherpa-onnx failed to recognise speech") from error
        return f" {text}" if text else ""


@lru_cache(maxsize=2)
def _recognizer(folder: Path) -> Any:
    files = files_in(folder)
    if not is_there():
        raise EngineError("sherpa-onnx is not installed: pip install sherpa-onnx")
    _try_out(folder)
    return loaded(files)


def _try_out(folder: Path) -> None:
    """Load a model in a process of its own first: sherpa-onnx ends the process over a model that it lacks
    something in, and with it the captions of everybody. Raises EngineError.
    """
    command = [sys.executable, "-m", TRIAL, str(folder)]
    try:
        tried = subprocess.run(command, capture_output=True, text=True, timeout=TRIAL_S, check=False)
    except (subprocess.TimeoutExpired, OSError) as error:
        raise EngineError(f"sherpa-onnx did not load the model in {folder} within {TRIAL_S:.0f} s") from error
    if tried.returncode:
        why = (tried.stderr.strip() or f"it ended with {tried.returncode}").splitlines()[-1]
        raise EngineError(f"sherpa-onnx cannot load the model in {folder}: {why}")


def loaded(files: SherpaFiles) -> Any:
    """Return a recogniser. Raises whatever sherpa-onnx does, and may end the process: see _try_out."""
    import sherpa_onnx  # optional

    make = {
        "transducer": sherpa_onnx.OnlineRecognizer.from_transducer,
        "paraformer": sherpa_onnx.OnlineRecognizer.from_paraformer,
        "ctc": sherpa_onnx.OnlineRecognizer.from_zipformer2_ctc,
    }[files.kind]
    parts = {name: str(path) for name, path in files.parts}
    return make(**parts, num_threads=1, sample_rate=SAMPLE_RATE, enable_endpoint_detection=True)


def _onnx(folder: Path, part: str) -> Path | None:
    found = sorted(folder.glob(f"*{part}*.onnx"), key=lambda path: ("int8" not in path.name, path.name))
    return found[0] if found else None
