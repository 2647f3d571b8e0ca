"""The marian engine: every Firefox Translations model that is on this machine, by pair."""

import threading
from pathlib import Path

from twinhall.engines.marian.runtime import Runtime
from twinhall.engines.marian.store import Description, describe, folder_for, paths_in
from twinhall.language.translation import Cost, EngineFacts, Flag, Job, Rendered

PIVOT = "en"


class MarianTranslator:
    """Translates pairs whose models are here. A model is loaded once and shared by all threads."""

    def __init__(self) -> None:
        self._loading = threading.Lock()
        self._loaded: dict[Path, tuple[str, Runtime]] = {}

    @property
    def facts(self) -> EngineFacts:
        """What the engine is."""
        return EngineFacts("marian", Cost.FREE, "MPL-2.0")

    def lacks(self, source: str, target: str) -> str | None:
        """Say which model is missing and how to get it."""
        if (folder_for(source, target) / "model.bin").is_file():
            return None
        if PIVOT not in (source, target):
            return f"marian translates from and into English only; {source}-{target} goes through it"
        other = source if target == PIVOT else target
        return (
            f"marian has no model for {source}-{target} here: `twinhall models fetch {other}`,"
            " or `twinhall models import FILE` in a closed network"
        )

    def model(self, source: str, target: str) -> str:
        """Name the model and its version, with the first figures of its hash. Raises EngineError."""
        told: Description = describe(folder_for(source, target))
        kind = f" {told.architecture}" if told.architecture else ""
        return f"Firefox Translations {source}-{target} {told.version}{kind} {told.model_sha256[:12]}"

    def translate(self, job: Job) -> tuple[Rendered, ...]:
        """Translate by a model on this machine. Cost: about 1 ms a word on one core. Raises EngineError."""
        outputs = self.runtime(job.source, job.target).translate(job.sentences)
        return tuple(
            Rendered(o.text, frozenset({Flag.CUT}) if o.cut else frozenset())
            if o.text.strip()
            else Rendered("", frozenset({Flag.UNUSABLE}))
            for o in outputs
        )

    def runtime(self, source: str, target: str) -> Runtime:
        """Return a pair's model, loaded. Cost: .15 s the first time for 17 MB. Raises EngineError.

        It is loaded again when another version has been fetched meanwhile.
        """
        folder = folder_for(source, target)
        version = describe(folder).model_sha256
        with self._loading:
            there, runtime = self._loaded.get(folder, ("", None))
            if runtime is None or there != version:
                runtime = Runtime(paths_in(folder))
                self._loaded[folder] = version, runtime
            return runtime
