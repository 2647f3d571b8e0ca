"""The adapter to the media server, against the real one."""

import asyncio
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from livekit import rtc

from twinhall import environment
from twinhall.environment import Environment
from twinhall.hall.meetings.media.livekit import LiveKitServer
from twinhall.hall.meetings.media.port import MediaError, NoSuchRoom
from twinhall.hall.meetings.media.tokens import Entrant, join_token
from twinhall.supervise import livekit

pytestmark = pytest.mark.e2e
ROOM = "two-cities"


def free_ports(count: int) -> list[int]:
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


@pytest.fixture(scope="module")
def env(tmp_path_factory) -> Environment:
    signalling, tcp, udp = free_ports(3)
    told = environment.read(
        {
            "TWINHALL_DATA": str(tmp_path_factory.mktemp("data")),
            "TWINHALL_SECRET_KEY": "k",
            "TWINHALL_LIVEKIT_KEY": "APItest",
            "TWINHALL_LIVEKIT_SECRET": "a-secret-of-the-tests-with-32-characters",
            "TWINHALL_LIVEKIT_PORT": str(signalling),
            "TWINHALL_LIVEKIT_TCP_PORT": str(tcp),
            "TWINHALL_LIVEKIT_UDP_PORT": str(udp),
        }
    )
    if not Path(told.livekit_binary).exists():
        pytest.skip(f"no media server at {told.livekit_binary}: run make setup")
    return told


@pytest.fixture(scope="module")
def server(env) -> Iterator[LiveKitServer]:
    part = livekit.part(env)
    process = subprocess.Popen(part.argv, env={**os.environ, **part.variables}, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{env.livekit_port}/", timeout=2).close()
            break
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    yield LiveKitServer(env)
    process.kill()
    process.wait()


def test_a_copy_makes_the_room_and_is_replaced(server):
    server.copy_to(ROOM, "one")
    server.copy_to(ROOM, "two")
    assert server.copies([ROOM, "nowhere"]) == {ROOM: "two"}


def test_a_room_that_is_not_there_holds_nobody(server):
    assert server.present("nowhere") == []
    with pytest.raises(NoSuchRoom):
        server.remove("nowhere", "p1")


def test_a_dispatch_is_made_once_and_withdrawn(server):
    server.copy_to(ROOM, "")
    dispatch = server.dispatch(ROOM, "captioner")
    server.withdraw(ROOM, dispatch)
    with pytest.raises(NoSuchRoom):
        server.withdraw(ROOM, dispatch)


async def test_what_someone_in_the_room_gets_and_may_not_do(server, env):
    heard: list[tuple[str, bytes, object]] = []
    copies: list[str] = []
    room = rtc.Room()
    room.on("data_received", lambda packet: heard.append((packet.topic, packet.data, packet.participant)))
    room.on("room_metadata_changed", lambda _old, new: copies.append(new))
    viewer = Entrant(room=ROOM, identity="p7", sources=(), attributes={"role": "viewer"})
    await asyncio.to_thread(server.copy_to, ROOM, "first")
    await room.connect(env.livekit_url_internal, join_token(viewer, env))
    assert room.metadata == "first"

    (present,) = await asyncio.to_thread(server.present, ROOM)
    assert (present.identity, present.is_agent, present.microphones) == ("p7", False, ())
    await asyncio.to_thread(server.copy_to, ROOM, "second")
    await asyncio.to_thread(server.say, ROOM, "caption.vi", "câu một")
    for _ in range(100):
        if heard and copies:
            break
        await asyncio.sleep(0.1)
    assert copies == ["second"]
    assert heard == [("caption.vi", "câu một".encode(), None)]

    source = rtc.AudioSource(48000, 1)
    track = rtc.LocalAudioTrack.create_audio_track("microphone", source)
    with pytest.raises(rtc.participant.PublishTrackError):
        await room.local_participant.publish_track(track)

    await asyncio.to_thread(server.remove, ROOM, "p7")
    assert await asyncio.to_thread(server.present, ROOM) == []
    await room.disconnect()


def test_a_server_that_is_away_is_an_error_at_once(env):
    (nobody,) = free_ports(1)
    away = environment.read(env.variables() | {"TWINHALL_LIVEKIT_PORT": str(nobody)})
    began = time.monotonic()
    with pytest.raises(MediaError):
        LiveKitServer(away).copies([ROOM])
    assert time.monotonic() - began < 5
