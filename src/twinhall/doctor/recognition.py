"""What recognises speech here, language by language, and on which device."""

from collections.abc import Iterator

from twinhall.captions.ports import EngineError
from twinhall.doctor.finding import Finding, advice, missing, ok
from twinhall.engines import recognizers, registry
from twinhall.environment import LANGUAGES, Environment


def look(env: Environment) -> Iterator[Finding]:
    """Look at the recogniser of every language and at the device it runs on."""
    for language in dict.fromkeys([*LANGUAGES, *(tag for tag, _ in env.recognizers)]):
        yield recogniser(language, chosen=language in dict(env.recognizers))
    yield device(env)


def recogniser(language: str, *, chosen: bool) -> Finding:
    """Look at what recognises a language; what a setting asks for must be there."""
    thing, engine = f"recogniser {language}", recognizers.engine_of(language)
    if engine is None:
        return advice(thing, "none: captions are cued by hand", "see docs/operator/settings.md, Hearing")
    if engine == recognizers.WHISPER:
        return _whisper(thing)
    try:
        lack = recognizers.wanting(recognizers.streaming(engine, language))
    except EngineError as error:
        return missing(thing, str(error), f"unset TWINHALL_RECOGNIZER_{language.upper()}")
    said = f"{engine}{'' if chosen else ' (by default)'}"
    return missing(thing, f"{said} is not ready", lack) if lack else ok(thing, said)


def device(env: Environment) -> Finding:
    """Look at where models of speech run."""
    from twinhall.engines.gpu import has_gpu, lacking, placed  # reason: slow

    try:
        where, kind = placed(env.device)
    except EngineError as error:
        return missing("device", str(error), "TWINHALL_DEVICE=auto")
    said = f"models of speech run on {where} ({kind})"
    lack = lacking() if env.device == "auto" and has_gpu() else None
    return advice("device", said, f"to use the GPU: {lack}") if lack else ok("device", said)


def _whisper(thing: str) -> Finding:
    try:
        registry.whisper_folder()
    except EngineError as error:
        return missing(thing, str(error), "twinhall models fetch, or another TWINHALL_WHISPER_MODEL")
    return ok(thing, "whisper")
