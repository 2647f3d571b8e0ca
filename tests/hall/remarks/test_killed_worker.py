"""A job worker is killed in the middle of a text; another goes on where it was. Real processes throughout."""

import os
import re
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.hall.remarks.installation import SENTENCES
from tests.stand_in import Answer, Asked, StandIn, says

CHECKOUT = Path(__file__).resolve().parents[3]
PATIENCE_S = 120.0  # of a busy machine


class Libre(StandIn):
    """A LibreTranslate server that hangs over one sentence until it is let go."""

    def __init__(self) -> None:
        super().__init__(self._respond)
        self.hangs, self.reached, self.go_on = 5, threading.Event(), threading.Event()

    def sentences(self) -> list[int]:
        """The numbers of the sentences that it was asked for, in order."""
        texts = [text for asked in self.asked if asked.path == "/translate" for text in asked.json["q"]]
        return [_number(text) for text in texts]

    def _respond(self, asked: Asked) -> Answer:
        if asked.path == "/languages":
            return says([{"code": "ko", "name": "Korean", "targets": ["vi"]}])
        texts = asked.json["q"]
        if not self.go_on.is_set() and self.hangs in map(_number, texts):
            self.reached.set()
            self.go_on.wait(PATIENCE_S)
        return says({"translatedText": [f"Đây là câu thứ {_number(text)} của tôi." for text in texts]})


def _number(sentence: str) -> int:
    return int(re.match(r"\d+", sentence).group())


@pytest.fixture
def libre() -> Iterator[Libre]:
    server = Libre()
    yield server
    server.go_on.set()
    server.close()


@pytest.fixture
def settings_of_its_own(tmp_path: Path, libre: Libre) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("TWINHALL_")}
    return ours | {
        "TWINHALL_DATA": str(tmp_path),
        "TWINHALL_SECRET_KEY": "test",
        "TWINHALL_LIVEKIT_KEY": "test",
        "TWINHALL_LIVEKIT_SECRET": "test",
        "TWINHALL_TRANSLATORS": "libretranslate",
        "TWINHALL_LIBRETRANSLATE_URL": libre.url,
        "DJANGO_SETTINGS_MODULE": "twinhall.hall.config.settings",
    }


@pytest.fixture
def python(settings_of_its_own: dict[str, str]) -> Iterator[Any]:
    """python(*arguments) starts a process of this installation; none outlives the test."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", *arguments],
            cwd=CHECKOUT,
            env=settings_of_its_own,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
            process.communicate()


def done(process: subprocess.Popen[str]) -> str:
    told, _ = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0, told
    return told


def asked_of(data: Path, question: str) -> Any:
    with closing(sqlite3.connect(next(data.glob("*.sqlite3")), timeout=20)) as database:
        return database.execute(question).fetchone()


def test_another_worker_goes_on_where_a_killed_one_was(tmp_path: Path, libre: Libre, python: Any):
    done(python("django", "migrate", "--verbosity", "0"))
    done(python("tests.hall.remarks.installation", "plant"))
    drafts = "select count(*) from translation_rendition where origin = 'machine'"

    killed = python("twinhall", "jobs")
    assert libre.reached.wait(PATIENCE_S)
    killed.kill()
    killed.communicate()
    kept = asked_of(tmp_path, drafts)[0]
    first = libre.sentences()
    libre.go_on.set()
    left_behind = done(python("tests.hall.remarks.installation", "sweep"))
    another = python("twinhall", "jobs")
    until = time.monotonic() + PATIENCE_S
    while asked_of(tmp_path, "select state from meetings_drafting")[0] in ("waiting", "working"):
        assert time.monotonic() < until
        time.sleep(0.2)
    another.terminate()
    another.communicate(timeout=PATIENCE_S)

    assert 0 < kept < SENTENCES
    assert len(left_behind.split()) == 1
    progress = asked_of(tmp_path, "select state, total, done, left from meetings_drafting")
    assert progress == ("done", SENTENCES, SENTENCES, 0)
    assert asked_of(tmp_path, drafts) == (SENTENCES,)
    again = libre.sentences()[len(first) :]
    assert again == list(range(kept + 1, SENTENCES + 1))  # nothing that was kept is asked for again
    assert asked_of(tmp_path, "select count(*) from base_jobworker") == (1,)  # the killed one did not leave
