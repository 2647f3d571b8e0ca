"""HTTPS on a network: caddy as a part, one origin for pages, signalling and files.

Browsers give a microphone only to HTTPS pages off loopback. The certificate is the city's own, or
caddy's internal authority, whose root certificate is offered for download (docs/operator/lan.md).
"""

from pathlib import Path
from urllib.parse import urlsplit

from twinhall.environment import Environment
from twinhall.supervise.livekit import ANY_ADDRESS
from twinhall.supervise.part import Answer, Listener, Part
from twinhall.supervise.private import write_private

AUTHORITY_PATH = "/twinhall-authority.crt"

_CADDYFILE = """{{
	admin off
	auto_https disable_redirects
	skip_install_trust
	default_sni {first}
	storage file_system {{
		root "{storage}"
	}}
	log {{
		output stderr
		format json
		level WARN
	}}
	servers {{
		protocols h1 h2
	}}
}}

{sites} {{
	tls {tls}
	handle /rtc* {{
		reverse_proxy {signalling}
	}}{authority}
	handle {{
		reverse_proxy {pages}
	}}
}}
"""

_AUTHORITY = """
	handle {path} {{
		root * "{folder}"
		rewrite * /root.crt
		file_server
		header Content-Type application/x-x509-ca-cert
		header Content-Disposition "attachment; filename=twinhall-authority.crt"
	}}"""


def wanted(env: Environment) -> bool:
    """HTTPS is ours to give on a network, unless the city's own proxy gives it (TWINHALL_HTTPS_PORT=0)."""
    return env.lan is not None and env.https_port != 0


def part(env: Environment) -> Part:
    """Write DATA/run/Caddyfile and return caddy."""
    written = env.data / "run" / "Caddyfile"
    write_private(written, caddyfile(env))
    return Part(
        name="https",
        argv=("caddy", "run", "--config", str(written), "--adapter", "caddyfile"),
        answer=Answer(env.https_port, AUTHORITY_PATH, below=500, tls=True),
        variables={"XDG_DATA_HOME": str(env.data / "run"), "XDG_CONFIG_HOME": str(env.data / "run")},
    )


def listeners(env: Environment) -> list[Listener]:
    """The one port people open."""
    return [Listener("https", env.https_port, "TWINHALL_HTTPS_PORT", ANY_ADDRESS)]


def caddyfile(env: Environment) -> str:
    """Return the configuration: pages under every name people may type, signalling under /rtc."""
    names = dict.fromkeys(name for name in (urlsplit(env.public_url).hostname, env.lan) if name)
    authority = "" if env.tls_cert else _AUTHORITY.format(path=AUTHORITY_PATH, folder=_authority_folder(env))
    return _CADDYFILE.format(
        first=next(iter(names)),  # a browser that opens a bare address names none
        storage=env.data / "caddy",
        sites=", ".join(f"https://{name}:{env.https_port}" for name in names),
        tls=f'"{env.tls_cert}" "{env.tls_key}"' if env.tls_cert else "internal",
        authority=authority,
        signalling=urlsplit(env.livekit_url_internal).netloc,
        pages=f"{_reachable(env.host)}:{env.port}",
    )


def authority_certificate(env: Environment) -> Path:
    """The root certificate of the internal authority; made by caddy at its first start."""
    return _authority_folder(env) / "root.crt"


def _authority_folder(env: Environment) -> Path:
    return env.data / "caddy" / "pki" / "authorities" / "local"


def _reachable(host: str) -> str:
    return "127.0.0.1" if host == ANY_ADDRESS else host
