"""What this installation was told: every TWINHALL_* variable, read once into a frozen value.

The only module that reads the process environment. docs/operator/settings.md lists each setting.
"""

import os
import secrets
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import psutil

LIVEKIT_VERSION = "1.11.0"
LANGUAGES = ("ko", "vi", "ja", "en")
SECRETS = ("TWINHALL_SECRET_KEY", "TWINHALL_LIVEKIT_KEY", "TWINHALL_LIVEKIT_SECRET")
RECOGNIZERS = ("whisper", "viet-asr", "vosk", "sherpa-onnx")
DEVICES = ("auto", "cpu", "cuda")
_RECOGNIZER = "TWINHALL_RECOGNIZER_"
_LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class SettingError(ValueError):
    """A TWINHALL_* variable that cannot be used; the message names it and says what it should be."""


@dataclass(frozen=True, slots=True)
class Environment:
    """Every setting of one installation, with defaults filled in. Paths are absolute."""

    data: Path
    cache: Path
    models: Path
    database_url: str  # sqlite:////absolute/path, or postgresql://…
    secret_key: str
    log_level: str
    city_language: str

    host: str  # the pages listen here; loopback is right behind caddy
    port: int
    lan: str | None  # this machine's address on the network; None is a trial on loopback
    https_port: int  # 0: the city's own proxy gives HTTPS, we start no caddy
    tls_cert: Path | None  # the city's own certificate; None lets caddy be its own authority
    tls_key: Path | None
    public_url: str  # what people open, no slash at the end
    source_url: str  # where the source of this installation is to be had, "" without

    livekit_external: bool  # True: an outside LiveKit, we start none
    livekit_binary: Path
    livekit_port: int
    livekit_tcp_port: int
    livekit_udp_port: int
    livekit_url_internal: str  # for our own processes, ws:// or wss://
    livekit_url_public: str  # for browsers
    livekit_key: str
    livekit_secret: str

    device: str = "auto"  # where models of speech run: auto, cpu or cuda
    whisper_model: str = ""  # a folder, or a name in the folder of models; "" is whisper-base
    recognizers: tuple[tuple[str, str], ...] = ()  # (language tag, engine), where not the default one

    @property
    def node_ip(self) -> str:
        """The address the media server offers to browsers for sound and picture."""
        return self.lan or "127.0.0.1"

    @property
    def https(self) -> bool:
        """True when people open the pages over HTTPS (cookies may then be marked secure)."""
        return self.public_url.startswith("https://")

    @property
    def allowed_hosts(self) -> tuple[str, ...]:
        """The host names under which the pages answer."""
        named = (urlsplit(self.public_url).hostname or "", self.lan or "", "localhost", "127.0.0.1", "[::1]")
        return tuple(dict.fromkeys(name for name in named if name))

    def variables(self) -> dict[str, str]:
        """The variables that make a child process read this same Environment, secrets included."""
        told = {
            "TWINHALL_DATA": str(self.data),
            "TWINHALL_CACHE": str(self.cache),
            "TWINHALL_MODELS": str(self.models),
            "TWINHALL_DATABASE_URL": self.database_url,
            "TWINHALL_SECRET_KEY": self.secret_key,
            "TWINHALL_LOG_LEVEL": self.log_level,
            "TWINHALL_CITY_LANGUAGE": self.city_language,
            "TWINHALL_HOST": self.host,
            "TWINHALL_PORT": str(self.port),
            "TWINHALL_LAN": self.lan or "",
            "TWINHALL_HTTPS_PORT": str(self.https_port),
            "TWINHALL_TLS_CERT": str(self.tls_cert or ""),
            "TWINHALL_TLS_KEY": str(self.tls_key or ""),
            "TWINHALL_PUBLIC_URL": self.public_url,
            "TWINHALL_SOURCE_URL": self.source_url,
            "TWINHALL_LIVEKIT_URL": self.livekit_url_internal if self.livekit_external else "",
            "TWINHALL_LIVEKIT_PUBLIC_URL": self.livekit_url_public,
            "TWINHALL_LIVEKIT_BINARY": str(self.livekit_binary),
            "TWINHALL_LIVEKIT_PORT": str(self.livekit_port),
            "TWINHALL_LIVEKIT_TCP_PORT": str(self.livekit_tcp_port),
            "TWINHALL_LIVEKIT_UDP_PORT": str(self.livekit_udp_port),
            "TWINHALL_LIVEKIT_KEY": self.livekit_key,
            "TWINHALL_LIVEKIT_SECRET": self.livekit_secret,
            "TWINHALL_DEVICE": self.device,
            "TWINHALL_WHISPER_MODEL": self.whisper_model,
            **{_RECOGNIZER + language.upper(): engine for language, engine in self.recognizers},
        }
        return {name: value for name, value in told.items() if value}


@cache
def current() -> Environment:
    """The Environment of this process. Secrets nobody gave are made once and kept in DATA/secrets.env."""
    return read(with_secrets(os.environ))


def read(variables: Mapping[str, str]) -> Environment:
    """Turn variables into an Environment. Pure but for TWINHALL_LAN=auto, which asks the kernel.

    Raises SettingError for a value that cannot be used. Secrets absent from `variables` are "".
    """
    data = _data_folder(variables)
    cache_folder = _path(variables, "TWINHALL_CACHE") or _default_cache()
    lan = _lan(variables)
    host, port = variables.get("TWINHALL_HOST") or "127.0.0.1", _port(variables, "TWINHALL_PORT", 8000)
    https_port = _port(variables, "TWINHALL_HTTPS_PORT", 8443, least=0)
    tls_cert, tls_key = _path(variables, "TWINHALL_TLS_CERT"), _path(variables, "TWINHALL_TLS_KEY")
    if (tls_cert is None) != (tls_key is None):
        raise SettingError("TWINHALL_TLS_CERT and TWINHALL_TLS_KEY go together: set both or neither")
    public_url = _url(variables, "TWINHALL_PUBLIC_URL", ("http", "https")) or _public_url(
        lan, host, port, https_port
    )
    outside = _url(variables, "TWINHALL_LIVEKIT_URL", ("ws", "wss"))
    livekit_port = _port(variables, "TWINHALL_LIVEKIT_PORT", 7880)
    return Environment(
        data=data,
        cache=cache_folder,
        models=_path(variables, "TWINHALL_MODELS") or cache_folder / "models",
        database_url=variables.get("TWINHALL_DATABASE_URL") or f"sqlite:///{data / 'twinhall.sqlite3'}",
        secret_key=variables.get("TWINHALL_SECRET_KEY", ""),
        log_level=_one_of(variables, "TWINHALL_LOG_LEVEL", "INFO", _LOG_LEVELS),
        city_language=_one_of(variables, "TWINHALL_CITY_LANGUAGE", "ko", LANGUAGES),
        host=host,
        port=port,
        lan=lan,
        https_port=https_port,
        tls_cert=tls_cert,
        tls_key=tls_key,
        public_url=public_url,
        source_url=_url(variables, "TWINHALL_SOURCE_URL", ("http", "https")) or "",
        livekit_external=outside is not None,
        livekit_binary=_path(variables, "TWINHALL_LIVEKIT_BINARY")
        or cache_folder / f"livekit-{LIVEKIT_VERSION}" / "server",
        livekit_port=livekit_port,
        livekit_tcp_port=_port(variables, "TWINHALL_LIVEKIT_TCP_PORT", 7881),
        livekit_udp_port=_port(variables, "TWINHALL_LIVEKIT_UDP_PORT", 7882),
        livekit_url_internal=outside or f"ws://127.0.0.1:{livekit_port}",
        livekit_url_public=_url(variables, "TWINHALL_LIVEKIT_PUBLIC_URL", ("ws", "wss"))
        or outside
        or _signalling_url(public_url, livekit_port),
        livekit_key=variables.get("TWINHALL_LIVEKIT_KEY", ""),
        livekit_secret=variables.get("TWINHALL_LIVEKIT_SECRET", ""),
        device=_one_of(variables, "TWINHALL_DEVICE", "auto", DEVICES),
        whisper_model=variables.get("TWINHALL_WHISPER_MODEL", ""),
        recognizers=_recognizers(variables),
    )


def with_secrets(variables: Mapping[str, str]) -> dict[str, str]:
    """Return variables with every secret filled in: given ones win, else kept ones, else new ones, kept."""
    if all(variables.get(name) for name in SECRETS):
        return dict(variables)
    kept_in = _data_folder(variables) / "secrets.env"
    if not kept_in.exists():
        _make_secrets(kept_in)
    pairs = (line.split("=", 1) for line in kept_in.read_text().splitlines() if "=" in line)
    kept = {name: value for name, value in pairs if name in SECRETS}
    given = {name: value for name, value in variables.items() if value}
    return kept | given


def own_address() -> str:
    """This machine's IPv4 address towards the network. Raises SettingError when it has none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address: UDP connect sends nothing
        except OSError:
            return _first_network_address()
        return str(probe.getsockname()[0])


def _first_network_address() -> str:
    up = psutil.net_if_stats()
    for name, addresses in psutil.net_if_addrs().items():
        for address in addresses:
            if address.family == socket.AF_INET and up[name].isup and not address.address.startswith("127."):
                return address.address
    raise SettingError("TWINHALL_LAN=auto found no network address on this machine: give the address itself")


def _make_secrets(kept_in: Path) -> None:
    """Write new secrets, readable by the owner only. Two processes at once: one wins, both read its file."""
    kept_in.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = kept_in.with_name(f".secrets.{os.getpid()}")
    made = {
        "TWINHALL_SECRET_KEY": secrets.token_urlsafe(50),
        "TWINHALL_LIVEKIT_KEY": "API" + secrets.token_hex(6),
        "TWINHALL_LIVEKIT_SECRET": secrets.token_urlsafe(36),
    }
    fresh.touch(mode=0o600)
    fresh.write_text("".join(f"{name}={value}\n" for name, value in made.items()))
    try:
        kept_in.hardlink_to(fresh)
    except FileExistsError:
        return
    finally:
        fresh.unlink()


def _data_folder(variables: Mapping[str, str]) -> Path:
    return _path(variables, "TWINHALL_DATA") or Path("data").absolute()


def _default_cache() -> Path:
    """Beside the source in a checkout, else the user's cache folder."""
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").exists():
        return checkout / ".cache"
    return Path.home() / ".cache" / "twinhall"


def _public_url(lan: str | None, host: str, port: int, https_port: int) -> str:
    if lan and not https_port:
        raise SettingError(
            "TWINHALL_HTTPS_PORT=0 needs TWINHALL_PUBLIC_URL: the address your own proxy gives"
        )
    if lan:
        return f"https://{lan}" + ("" if https_port == 443 else f":{https_port}")
    shown = "127.0.0.1" if host in {"0.0.0.0", "::", ""} else host  # noqa: S104  compared, not bound
    return f"http://{shown}:{port}"


def _signalling_url(public_url: str, livekit_port: int) -> str:
    """Signalling shares the HTTPS origin (/rtc); without HTTPS it has its own port on the same host."""
    parts = urlsplit(public_url)
    return f"wss://{parts.netloc}" if parts.scheme == "https" else f"ws://{parts.hostname}:{livekit_port}"


def _lan(variables: Mapping[str, str]) -> str | None:
    told = variables.get("TWINHALL_LAN", "").strip()
    return own_address() if told == "auto" else told or None


def _recognizers(variables: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    named = sorted(name for name, value in variables.items() if name.startswith(_RECOGNIZER) and value)
    return tuple((n.removeprefix(_RECOGNIZER).lower(), _one_of(variables, n, "", RECOGNIZERS)) for n in named)


def _path(variables: Mapping[str, str], name: str) -> Path | None:
    told = variables.get(name)
    return Path(told).expanduser().absolute() if told else None


def _port(variables: Mapping[str, str], name: str, default: int, least: int = 1) -> int:
    told = variables.get(name) or str(default)
    if not (told.isdecimal() and least <= int(told) <= 65535):
        raise SettingError(f"{name} must be a port number from {least} to 65535, not {told!r}")
    return int(told)


def _url(variables: Mapping[str, str], name: str, schemes: tuple[str, ...]) -> str | None:
    told = variables.get(name)
    if not told:
        return None
    parts = urlsplit(told)
    if parts.scheme not in schemes or not parts.hostname:
        raise SettingError(f"{name} must start with {' or '.join(s + '://' for s in schemes)}, not {told!r}")
    return told.rstrip("/")


def _one_of(variables: Mapping[str, str], name: str, default: str, allowed: tuple[str, ...]) -> str:
    told = variables.get(name) or default
    if told not in allowed:
        raise SettingError(f"{name} must be one of {', '.join(allowed)}, not {told!r}")
    return told
