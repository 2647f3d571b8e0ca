"""The `twinhall` command as a person runs it, without starting another Python."""

from dataclasses import dataclass

import pytest

from twinhall import translation_settings
from twinhall.cli import main
from twinhall.engines import translators
from twinhall.engines.fakes import FakeTranslator


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


@pytest.fixture
def twinhall(capsys):
    """twinhall("models", "list") runs the command and returns its outcome."""

    def run(*args: object) -> Outcome:
        try:
            code = main([str(a) for a in args])
        except SystemExit as stop:  # argparse
            code = int(stop.code or 0)
        written = capsys.readouterr()
        return Outcome(code, written.out, written.err)

    return run


@pytest.fixture
def fake(monkeypatch, tmp_path):
    """An engine called marian that needs English between Korean and Vietnamese; nothing is installed."""
    engine = FakeTranslator("marian", without=frozenset({("ko", "vi")}))
    monkeypatch.setattr(translators, "MAKERS", dict(translators.MAKERS) | {"marian": lambda settings: engine})
    monkeypatch.setenv("TWINHALL_MODELS", str(tmp_path / "models"))
    forget()
    yield engine
    forget()


def forget():
    translation_settings.current.cache_clear()
    translators.choice.cache_clear()


@pytest.fixture
def text(tmp_path):
    """text(content) writes a file and returns its path."""

    def write(content: str | bytes):
        path = tmp_path / "text.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write
