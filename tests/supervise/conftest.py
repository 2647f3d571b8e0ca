"""What every test of the process tree starts from."""

import socket
import sys

import pytest

from tests.supervise.parts import Remembered
from twinhall.supervise.part import Answer, Part

WEB = """
import http.server, sys
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), http.server.SimpleHTTPRequestHandler).serve_forever()
"""


@pytest.fixture
def log() -> Remembered:
    return Remembered()


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def web(port: int) -> Part:
    return Part("web", (sys.executable, "-c", WEB, str(port)), answer=Answer(port))
