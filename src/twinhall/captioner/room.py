"""The media room, as the captioner hears it and speaks into it."""

import asyncio
import logging
from collections.abc import Iterator

import numpy as np
from livekit import rtc
from livekit.rtc.data_stream import StreamError

from twinhall.captioner.desk import Desk
from twinhall.captioner.ports import Clock
from twinhall.captions.ports import SAMPLE_RATE
from twinhall.hall.meetings.queries.captions import Caption
from twinhall.hall.meetings.wire import to_json

log = logging.getLogger(__name__)
WAITING = 200  # captions that wait to be sent; older ones are of no use to anyone
HEARD = 50  # frames of 20 ms that wait to be taken; a microphone's oldest go first


class CaptionChannels:
    """An Outlet on text streams, one topic a language."""

    def __init__(self, room: rtc.Room) -> None:
        self._room = room
        self._waiting: asyncio.Queue[tuple[str, Caption]] = asyncio.Queue()

    def send(self, language: str, caption: Caption) -> None:
        """Queue a caption; of too many that wait, the oldest is dropped."""
        if self._waiting.qsize() >= WAITING:
            self._waiting.get_nowait()
        self._waiting.put_nowait((language, caption))

    async def work(self) -> None:
        """Send what is queued, in order, until cancelled."""
        while True:
            language, caption = await self._waiting.get()
            try:
                await self._room.local_participant.send_text(
                    to_json(caption), topic=f"caption.{language}", compress=False
                )
            except StreamError as error:
                log.warning("a caption was not sent: %s", type(error).__name__)


class Ears:
    """Hears every microphone that the desk has a speaker for."""

    def __init__(self, room: rtc.Room, desk: Desk, clock: Clock) -> None:
        self._room, self._desk, self._clock = room, desk, clock
        self._listening: dict[str, asyncio.Task[None]] = {}  # by track id

    def attend(self) -> None:
        """Hear the microphones that are new, forget those that are gone. To be called at any change."""
        tracks = {track.sid: (identity, track) for identity, track in self._microphones()}
        for gone in self._listening.keys() - tracks.keys():
            self._listening.pop(gone).cancel()
        for sid in tracks.keys() - self._listening.keys():
            self._listening[sid] = asyncio.create_task(self._listen(*tracks[sid]))

    def close(self) -> None:
        """Hear nothing any more."""
        for task in self._listening.values():
            task.cancel()

    def _microphones(self) -> Iterator[tuple[str, rtc.RemoteAudioTrack]]:
        for participant in self._room.remote_participants.values():
            if participant.identity not in self._desk.plan.speakers:
                continue
            for publication in participant.track_publications.values():
                track = publication.track
                microphone = publication.source == rtc.TrackSource.SOURCE_MICROPHONE
                if microphone and isinstance(track, rtc.RemoteAudioTrack):
                    yield participant.identity, track

    async def _listen(self, identity: str, track: rtc.RemoteAudioTrack) -> None:
        speaker = await self._desk.seat(identity)
        if speaker is None:
            return
        stream = rtc.AudioStream(track, sample_rate=SAMPLE_RATE, num_channels=1, capacity=HEARD)
        try:
            async for event in stream:
                samples = np.frombuffer(event.frame.data, np.int16)
                began_ms = self._clock.ms() - len(samples) * 1000 // SAMPLE_RATE
                speaker.hear(samples, max(0, began_ms))
        finally:
            await stream.aclose()
