"""What a part of the process tree is."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Answer:
    """A part is well while http(s)://host:port/path answers with a status below `below`."""

    port: int
    path: str = "/"
    host: str = "127.0.0.1"
    below: int = 400
    tls: bool = False  # whoever signed the certificate: we ask about the part, not about its name


@dataclass(frozen=True, slots=True)
class Part:
    """One long-running process: how it is started, when it counts as ready, how long it gets to stop."""

    name: str  # as the log shows it
    argv: tuple[str, ...]
    variables: Mapping[str, str] = field(default_factory=dict)  # added to our own environment
    answer: Answer | None = None  # None: ready as soon as it runs
    start_s: float = 30.0  # ready by then, or the others go on without it
    patience_s: float = 20.0  # silent for longer than this, it is killed and started again
    grace_s: float = 5.0  # from SIGTERM to SIGKILL


@dataclass(frozen=True, slots=True)
class Listener:
    """A port that a part will open, and the setting that moves it."""

    part: str
    port: int
    setting: str
    host: str = "127.0.0.1"
    udp: bool = False
