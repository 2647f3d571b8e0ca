"""The `twinhall` command as a person runs it, without starting another Python."""

from dataclasses import dataclass

import pytest

from twinhall.cli import main


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
