"""A real `twinhall serve` on a throw-away data folder, for as long as the tests last."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

CHECKOUT = Path(__file__).resolve().parents[2]
READY_S = 90.0
STOPPED_S = 20.0


class ServeFailed(AssertionError):
    """The product did not start, or left something behind; the message ends with its log."""


@dataclass
class Serving:
    """A running product: where it answers, what it wrote."""

    url: str
    data: Path
    variables: dict[str, str]  # with which another process of ours sees the same installation
    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)
    ready: threading.Event = field(default_factory=threading.Event)
    silent: threading.Event = field(default_factory=threading.Event)

    def parts(self) -> list[psutil.Process]:
        """Every process below ours, oldest first."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def part(self, *words: str) -> psutil.Process:
        """The oldest process whose command line holds every one of these words."""
        for part in self.parts():
            if all(word in _command(part) for word in words):
                return part
        raise LookupError(f"no running part has {words} in its command line")

    async def logged(self, words: str, *, within_s: float, after: int = 0) -> str:
        """Wait for a log line that holds these words and return it; `after` lines are not looked at."""
        async with asyncio.timeout(within_s):
            while True:
                for line in self.lines[after:]:
                    if words in line:
                        return line
                await asyncio.sleep(0.1)


def free_ports(count: int) -> list[int]:
    """Ports nobody listens on now, for TCP."""
    with ExitStack() as held:
        probes = [held.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]


def settings(data: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Settings of an installation of its own in `data`, and more; nothing of the developer's own is seen."""
    web, signalling, tcp, udp = free_ports(4)
    kept = {name: value for name, value in os.environ.items() if name not in _ours()}
    return (
        kept
        | dict(more or {})
        | {
            "TWINHALL_DATA": str(data),
            "TWINHALL_PORT": str(web),
            "TWINHALL_LIVEKIT_PORT": str(signalling),
            "TWINHALL_LIVEKIT_TCP_PORT": str(tcp),
            "TWINHALL_LIVEKIT_UDP_PORT": str(udp),
            "DJANGO_SETTINGS_MODULE": "twinhall.hall.config.settings",
            "PYTHONUNBUFFERED": "1",
            "PYTHONWARNINGS": "default",
        }
    )


@contextmanager
def serving(data: Path, more: Mapping[str, str] | None = None) -> Iterator[Serving]:
    """Run the product until the block ends; then it must stop by itself and leave no process behind."""
    variables = settings(data, more)
    process = subprocess.Popen(
        [sys.executable, "-m", "twinhall", "serve"],
        cwd=CHECKOUT,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    hall = Serving(f"http://127.0.0.1:{variables['TWINHALL_PORT']}", data, variables, process)
    reader = threading.Thread(target=_read, args=(hall,), daemon=True)
    reader.start()
    try:
        if not hall.ready.wait(READY_S) or process.poll() is not None:
            raise ServeFailed(_told(hall, f"not ready within {READY_S:.0f} s"))
        yield hall
    finally:
        left = _stop(hall)
        reader.join(5)
        (data / "serve.log").write_text("\n".join(hall.lines))
    if left:
        raise ServeFailed(_told(hall, f"left running: {left}"))
    if process.returncode:
        raise ServeFailed(_told(hall, f"ended with {process.returncode}"))


def _ours() -> set[str]:
    installed = {"TWINHALL_CACHE", "TWINHALL_MODELS", "TWINHALL_LIVEKIT_BINARY"}
    return {name for name in os.environ if name.startswith("TWINHALL_")} - installed


def _read(hall: Serving) -> None:
    assert hall.process.stdout is not None
    with hall.process.stdout as output:
        for line in output:
            hall.lines.append(line.rstrip("\n"))
            if " serve INFO ready " in line:
                hall.ready.set()
    hall.ready.set()
    hall.silent.set()


def _stop(hall: Serving) -> list[str]:
    """Ask it to end as Ctrl-C does; return what had to be killed."""
    if hall.process.poll() is not None:
        return []
    parts = hall.parts()
    hall.process.send_signal(signal.SIGINT)
    try:
        hall.process.wait(STOPPED_S)
    except subprocess.TimeoutExpired:
        hall.process.kill()
        hall.process.wait()
    _, alive = psutil.wait_procs(parts, timeout=3)
    left = [f"{part.pid} {_command(part)[:80]}" for part in alive]
    for part in alive:
        part.kill()
    return left


def _command(part: psutil.Process) -> str:
    try:
        return " ".join(part.cmdline())
    except psutil.NoSuchProcess:
        return ""


def _told(hall: Serving, what: str) -> str:
    return "\n".join([f"twinhall serve: {what}", *hall.lines[-40:]])
