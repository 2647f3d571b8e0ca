"""The media server, and the way to it."""

import asyncio
import os
import socket
import subprocess
from collections.abc import Iterator
from urllib.parse import urlsplit

from twinhall.doctor.finding import Finding, advice, missing, ok
from twinhall.environment import LIVEKIT_VERSION, Environment
from twinhall.supervise.answering import answers
from twinhall.supervise.part import Answer

_UDP_WAIT_S = 1.0
_WORDS = b"twinhall doctor"
_DEFAULT_PORTS = {"ws": 80, "wss": 443}


def look(env: Environment, *, running: bool) -> Iterator[Finding]:
    """Look at the media server; `running`: a Twinhall serves this data folder now."""
    if not env.livekit_external:
        yield _binary(env)
    if env.livekit_external or running:
        yield _answering(env)
    yield _udp(env)


def _binary(env: Environment) -> Finding:
    remedy = f"`make setup` builds LiveKit {LIVEKIT_VERSION}; or set TWINHALL_LIVEKIT_BINARY"
    if not os.access(env.livekit_binary, os.X_OK):
        return missing("media server", f"not at {env.livekit_binary}", remedy)
    told = subprocess.run((env.livekit_binary, "--version"), capture_output=True, text=True, check=False)
    version = told.stdout.strip().rpartition(" ")[2]
    if told.returncode or not version:
        return missing("media server", f"{env.livekit_binary} does not run", remedy)
    if version != LIVEKIT_VERSION:
        return advice("media server", f"LiveKit {version}; {LIVEKIT_VERSION} is the tested one", remedy)
    return ok("media server", f"LiveKit {version}")


def _answering(env: Environment) -> Finding:
    parts = urlsplit(env.livekit_url_internal)
    asked = Answer(
        parts.port or _DEFAULT_PORTS[parts.scheme],
        host=parts.hostname or "127.0.0.1",
        tls=parts.scheme == "wss",
    )
    if asyncio.run(answers(asked, timeout_s=5.0)):
        return ok("media server answers", env.livekit_url_internal)
    setting = "TWINHALL_LIVEKIT_URL" if env.livekit_external else "the log of `twinhall serve`"
    return missing("media server answers", f"no answer at {env.livekit_url_internal}", f"see {setting}")


def _udp(env: Environment) -> Finding:
    """Send a packet from this machine to itself on the address that browsers are offered."""
    thing, address = "sound and picture (UDP)", env.node_ip
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ours:
        ours.settimeout(_UDP_WAIT_S)
        try:
            ours.bind((address, 0))
        except OSError:
            return advice(
                thing,
                f"{address} is no address of this machine",
                "right if a router maps the media server's ports to here; else set TWINHALL_LAN",
            )
        try:
            ours.sendto(_WORDS, ours.getsockname())
            back = ours.recv(len(_WORDS))
        except OSError as error:
            return missing(thing, f"{address} does not reach itself: {error}", "let the firewall pass UDP")
    if back != _WORDS:
        return missing(thing, f"{address} gave back other bytes", "see what else uses this address")
    return ok(thing, f"{address} reaches itself")
