"""Which engine recognises which language, and where its model lies."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from twinhall import environment
from twinhall.captions.ports import EngineError, Recognizer, Stream
from twinhall.engines import sherpa, vietnamese_stream, vosk
from twinhall.engines.streamed import StreamedRecognizer
from twinhall.engines.weights import models_folder

WHISPER, VIET_ASR, VOSK, SHERPA = environment.RECOGNIZERS

# Letters wrong / computing time against the audio's length, as docs/developer/recognisers.md measures them.
DEFAULTS = {
    "ko": WHISPER,  # read speech .03-.05 / .12; Vosk .20-.47 / .8
    "vi": WHISPER,  # .14-.22 / .12; viet-asr .03 / .45, on a speaker it may know: too much for stretches
    "ja": WHISPER,  # .23 / .12; no other engine with a model in a package
    "en": WHISPER,  # .02 / .11
}


@dataclass(frozen=True, slots=True)
class Streaming:
    """An engine with streams. folder: where its model lies, None if its package brings it."""

    name: str
    package: str
    is_installed: Callable[[], bool]
    late_s: float
    folder: Path | None
    open: Callable[[], Stream]


def engine_of(language: str) -> str | None:
    """Return the engine that recognises a language.

    That is what TWINHALL_RECOGNIZER_<LANGUAGE> says, else the default, else what has a folder for it.
    """
    told = dict(environment.read(os.environ).recognizers)
    named = told.get(language) or DEFAULTS.get(language)
    return named or next((e for e in (VOSK, SHERPA) if folder_of(e, language).is_dir()), None)


def folder_of(engine: str, language: str) -> Path:
    """Return where the model of an engine for a language is or would be."""
    return models_folder() / f"{engine}-{language}"


def streaming(engine: str, language: str) -> Streaming:
    """Return an engine other than Whisper, installed or not. Raises EngineError."""
    if engine == VIET_ASR and language == "vi":
        v = vietnamese_stream
        return Streaming(engine, "viet-asr", v.is_there, v.LATE_S, None, v.VietnameseStream)
    folder = folder_of(engine, language)
    if engine == VOSK:
        return Streaming(engine, "vosk", vosk.is_there, vosk.LATE_S, folder, partial(vosk.VoskStream, folder))
    if engine == SHERPA:
        opened = partial(sherpa.SherpaStream, folder)
        return Streaming(engine, "sherpa-onnx", sherpa.is_there, sherpa.LATE_S, folder, opened)
    raise EngineError(f"{engine} does not recognise the language {language}")


def wanting(engine: Streaming) -> str | None:
    """Return what to do before an engine can be used, None if it is ready."""
    if not engine.is_installed():
        return f"pip install {engine.package}"
    if engine.folder and not engine.folder.is_dir():
        return f"put a streaming model of {engine.name} into {engine.folder}"
    return None


def streamed(engine: Streaming) -> Recognizer:
    """Return a recogniser of stretches that works by an engine's streams. Raises EngineError."""
    if lack := wanting(engine):
        raise EngineError(f"{engine.name} is not ready: {lack}")
    return StreamedRecognizer(engine.open, engine.late_s)
