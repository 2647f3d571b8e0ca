import json
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from twinhall.environment import Environment, read
from twinhall.supervise import caddy, livekit, site
from twinhall.supervise.serve import CannotServe, serve


def told(tmp_path: Path, **more: str) -> Environment:
    return read(
        {
            "TWINHALL_DATA": str(tmp_path),
            "TWINHALL_SECRET_KEY": "k",
            "TWINHALL_LIVEKIT_KEY": "APIkey",
            "TWINHALL_LIVEKIT_SECRET": "the-secret-of-the-media-server",
            **{f"TWINHALL_{name}": value for name, value in more.items()},
        }
    )


def test_on_loopback_the_media_server_offers_loopback_alone(tmp_path: Path):
    assert livekit.configuration(told(tmp_path)) == {
        "port": 7880,
        "bind_addresses": ["127.0.0.1"],
        "rtc": {
            "tcp_port": 7881,
            "udp_port": 7882,
            "node_ip": "127.0.0.1",
            "use_external_ip": False,
            "enable_loopback_candidate": True,
            "interfaces": {"includes": ["lo"]},
        },
        "webhook": {"api_key": "APIkey", "urls": ["http://127.0.0.1:8000/api/livekit/webhook"]},
        "logging": {"level": "warn", "pion_level": "error", "json": True},
    }


def test_on_a_network_the_media_server_offers_the_machines_address(tmp_path: Path):
    assert livekit.configuration(told(tmp_path, LAN="192.168.7.20"))["rtc"] == {
        "tcp_port": 7881,
        "udp_port": 7882,
        "node_ip": "192.168.7.20",
        "use_external_ip": False,
    }


def test_the_media_servers_keys_are_in_no_file_and_no_argument(tmp_path: Path):
    part = livekit.part(told(tmp_path))

    written = tmp_path / "run" / "livekit.yaml"
    assert part.variables == {"LIVEKIT_KEYS": "APIkey: the-secret-of-the-media-server"}
    assert "secret" not in written.read_text() + " ".join(part.argv)
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert json.loads(written.read_text())["port"] == 7880


def test_the_media_server_needs_none_of_the_others_so_it_starts_first(tmp_path: Path):
    names = [part.name for part in site.parts(told(tmp_path, LAN="192.168.7.20"))]

    assert (names[0], names[-1]) == ("sfu", "https")


def test_an_outside_media_server_is_not_started(tmp_path: Path):
    env = told(tmp_path, LIVEKIT_URL="wss://media.example")

    assert "sfu" not in [part.name for part in site.parts(env)]
    assert [listener.setting for listener in site.listeners(env)] == ["TWINHALL_PORT"]


def test_the_citys_own_proxy_takes_the_place_of_caddy(tmp_path: Path):
    env = told(tmp_path, LAN="192.168.7.20", HTTPS_PORT="0", PUBLIC_URL="https://meet.osan.example")

    assert "https" not in [part.name for part in site.parts(env)]


@pytest.mark.skipif(shutil.which("caddy") is None, reason="caddy is not installed")
def test_caddy_understands_its_file_and_serves_pages_and_signalling_under_one_name(tmp_path: Path):
    part = caddy.part(told(tmp_path, LAN="192.168.7.20", PUBLIC_URL="https://meet.osan.example:8443"))

    config = part.argv[part.argv.index("--config") + 1]
    adapted = subprocess.run(
        ["caddy", "adapt", "--config", config, "--adapter", "caddyfile"],
        capture_output=True,
        check=True,
        text=True,
    )
    server = json.loads(adapted.stdout)["apps"]["http"]["servers"]["srv0"]
    assert server["listen"] == [":8443"]
    assert server["routes"][0]["match"] == [{"host": ["meet.osan.example", "192.168.7.20"]}]
    upstreams = [found for found in ("127.0.0.1:7880", "127.0.0.1:8000") if f'"{found}"' in adapted.stdout]
    assert upstreams == ["127.0.0.1:7880", "127.0.0.1:8000"]
    assert "authorities/local" in adapted.stdout


def test_with_the_citys_certificate_no_authority_is_offered(tmp_path: Path):
    env = told(tmp_path, LAN="192.168.7.20", TLS_CERT="/etc/osan.pem", TLS_KEY="/etc/osan.key")

    assert 'tls "/etc/osan.pem" "/etc/osan.key"' in caddy.caddyfile(env)
    assert caddy.AUTHORITY_PATH not in caddy.caddyfile(env)


def test_a_missing_media_server_is_told_before_anything_starts(tmp_path: Path):
    env = told(tmp_path, LIVEKIT_BINARY="/no/server")

    with pytest.raises(CannotServe) as refused:
        serve(env, log=lambda *event: None)

    assert refused.value.args[0].startswith("the media server is missing: /no/server")
