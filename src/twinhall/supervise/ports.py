"""Are the ports free that the parts will open? Asked before anything starts."""

import errno
import socket
from collections.abc import Sequence

import psutil

from twinhall.supervise.part import Listener


def complaints(listeners: Sequence[Listener]) -> list[str]:
    """Return a sentence for every port that cannot be had, naming the setting that moves it."""
    said: list[str] = []
    seen: dict[tuple[int, bool], Listener] = {}
    for listener in listeners:
        twin = seen.setdefault((listener.port, listener.udp), listener)
        if twin is not listener:
            said.append(f"port {listener.port} is set twice: {twin.setting} and {listener.setting}")
        elif (why := _why_not(listener)) is not None:
            said.append(f"port {listener.port} ({listener.part}, {listener.setting}) {why}")
    return said


def _why_not(listener: Listener) -> str | None:
    family = socket.AF_INET6 if ":" in listener.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM if listener.udp else socket.SOCK_STREAM) as probe:
        if not listener.udp:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((listener.host, listener.port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return f"is taken{_by_whom(listener)}"
            if error.errno == errno.EACCES:
                return "needs more rights: ports below 1024 are for root or CAP_NET_BIND_SERVICE"
            return f"cannot be opened on {listener.host}: {error.strerror}"
    return None


def _by_whom(listener: Listener) -> str:
    try:
        connections = psutil.net_connections("udp" if listener.udp else "tcp")
    except psutil.AccessDenied:
        return ""
    for connection in connections:
        listening = listener.udp or connection.status == psutil.CONN_LISTEN
        if listening and connection.laddr and connection.laddr.port == listener.port and connection.pid:
            try:
                return f" by {psutil.Process(connection.pid).name()} (process {connection.pid})"
            except psutil.NoSuchProcess:
                continue
    return " by a process of another user"
