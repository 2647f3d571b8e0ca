"""The media server as a part: its configuration file, its keys, its ports."""

import json
from pathlib import Path

from twinhall.environment import Environment
from twinhall.supervise.part import Answer, Listener, Part
from twinhall.supervise.private import write_private

ANY_ADDRESS = "0.0.0.0"  # noqa: S104  browsers of the other city come from anywhere


def part(env: Environment) -> Part:
    """Write DATA/run/livekit.yaml and return the media server. Its keys go by environment only."""
    return Part(
        name="sfu",
        argv=(str(env.livekit_binary), "--config", str(_write(env))),
        variables={"LIVEKIT_KEYS": f"{env.livekit_key}: {env.livekit_secret}"},
        answer=Answer(env.livekit_port),
        patience_s=15.0,
        grace_s=2.0,  # asked once, it waits for everyone to leave
    )


def listeners(env: Environment) -> list[Listener]:
    """The ports it opens: signalling, media over TCP where UDP is blocked, media over UDP."""
    media = "127.0.0.1" if env.lan is None else ANY_ADDRESS
    return [
        Listener("media server", env.livekit_port, "TWINHALL_LIVEKIT_PORT"),
        Listener("media over TCP", env.livekit_tcp_port, "TWINHALL_LIVEKIT_TCP_PORT", ANY_ADDRESS),
        Listener("media over UDP", env.livekit_udp_port, "TWINHALL_LIVEKIT_UDP_PORT", media, udp=True),
    ]


def configuration(env: Environment) -> dict[str, object]:
    """Return the media server's configuration, as its YAML wants it.

    On loopback only the loopback interface is offered, else browsers try addresses that a trial must
    not need. On a network the node's address replaces every interface's, so a public address that is
    mapped to this machine works too.
    """
    rtc: dict[str, object] = {
        "tcp_port": env.livekit_tcp_port,
        "udp_port": env.livekit_udp_port,
        "node_ip": env.node_ip,
        "use_external_ip": False,
    }
    if env.lan is None:
        rtc |= {"enable_loopback_candidate": True, "interfaces": {"includes": ["lo"]}}
    return {
        "port": env.livekit_port,
        "bind_addresses": sorted({"127.0.0.1", env.host}),
        "rtc": rtc,
        "webhook": {"api_key": env.livekit_key, "urls": [_webhook(env)]},
        "logging": {
            "level": "info" if env.log_level == "DEBUG" else "warn",
            "pion_level": "error",
            "json": True,
        },
    }


def _webhook(env: Environment) -> str:
    """Where it tells who came and left; the pages are on this machine too."""
    host = "127.0.0.1" if env.host == ANY_ADDRESS else env.host
    return f"http://{host}:{env.port}/api/livekit/webhook"


def _write(env: Environment) -> Path:
    written = env.data / "run" / "livekit.yaml"
    write_private(written, json.dumps(configuration(env), indent=2) + "\n")  # JSON is YAML
    return written
