"""Somebody who comes by a link without a browser, and hears who speaks."""

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import numpy as np
from livekit import rtc

LOUD = 500  # of 32767: speech, not a quiet room


class Listener:
    """Seconds of speech heard of each identity, and what the room's copy says."""

    def __init__(self, room: rtc.Room) -> None:
        self.heard_s: Counter[str] = Counter()
        self.room = room
        self._news = asyncio.Condition()
        self._tasks: list[asyncio.Task[None]] = []
        room.on("track_subscribed", self._subscribed)

    @property
    def run(self) -> dict[str, Any]:
        """The run-of-show as the room shows it."""
        told: dict[str, Any] = json.loads(self.room.metadata or "{}").get("run", {})
        return told

    def attributes(self, identity: str) -> dict[str, str]:
        return dict(self.room.remote_participants[identity].attributes)

    async def hears(self, identity: str, seconds: float, *, within_s: float) -> None:
        """Wait until that much speech of someone was heard."""
        async with asyncio.timeout(within_s), self._news:
            await self._news.wait_for(lambda: self.heard_s[identity] >= seconds)

    async def hears_anybody(self, *, within_s: float) -> str:
        """Wait until somebody speaks; return their identity."""
        async with asyncio.timeout(within_s), self._news:
            await self._news.wait_for(lambda: self.heard_s)
        return next(iter(self.heard_s))

    def _subscribed(self, track: rtc.Track, _publication: Any, who: rtc.RemoteParticipant) -> None:
        if track.kind == rtc.TrackKind.KIND_AUDIO:
            self._tasks.append(asyncio.create_task(self._listen(track, who.identity)))

    async def _listen(self, track: rtc.Track, identity: str) -> None:
        stream = rtc.AudioStream(track, sample_rate=16_000, num_channels=1)
        async for event in stream:
            samples = np.frombuffer(event.frame.data, np.int16)
            if np.abs(samples).max(initial=0) > LOUD:
                async with self._news:
                    self.heard_s[identity] += len(samples) / 16_000
                    self._news.notify_all()


async def enter(address: str, *, within_s: float = 30.0) -> tuple[str, str]:
    """Knock at the door of a link until let in; return where to connect and the token."""
    home, _, token = address.rstrip("/").rpartition("/j/")
    headers = {"Authorization": f"Seat {token}"}
    until = time.monotonic() + within_s
    async with aiohttp.ClientSession(headers=headers) as session:
        while time.monotonic() < until:
            async with session.post(f"{home}/api/room/enter", json={}) as answer:
                told = await answer.json()
            if told["status"] == "admitted":
                return told["url"], told["token"]
            await asyncio.sleep(1)
    raise AssertionError(f"not let in within {within_s} s: {told}")


@asynccontextmanager
async def listening(address: str, *, within_s: float = 30.0) -> AsyncIterator[Listener]:
    """Be in the room of a link."""
    url, token = await enter(address, within_s=within_s)
    room = rtc.Room()
    listener = Listener(room)
    await room.connect(url, token)
    try:
        yield listener
    finally:
        await room.disconnect()
