"""A seat in a media room whose microphone is a recording and whose camera is a picture."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from livekit import rtc

from twinhall.rehearsal.picture import HEIGHT, WIDTH, Picture
from twinhall.rehearsal.synthesis import RATE, Samples

log = logging.getLogger(__name__)
FRAME = RATE // 50  # 20 ms
AHEAD_MS = 200  # of sound that waits in the microphone; what is stopped is silent after that at the latest
FRAMES_A_SECOND = 5
OPEN_MICROPHONE_S = 0.3  # from the lamp to the first word
CONNECT_S = 10.0
TAKEN = (rtc.DisconnectReason.DUPLICATE_IDENTITY, rtc.DisconnectReason.PARTICIPANT_REMOVED)


class CannotEnter(Exception):
    """The media room did not let the seat in; the message says why."""


class Performer:
    """Somebody in a room. The microphone is muted while nothing is said."""

    def __init__(self, room: rtc.Room, picture: Picture) -> None:
        self.gone = asyncio.Event()  # put out, or the seat was taken by someone else
        self.taken = False  # by a person who came with the same link
        self._room, self._picture = room, picture
        self._speaking = False
        self._sound = rtc.AudioSource(RATE, 1, queue_size_ms=AHEAD_MS)
        self._microphone = rtc.LocalAudioTrack.create_audio_track("microphone", self._sound)
        self._view = rtc.VideoSource(WIDTH, HEIGHT)

    async def publish(self) -> None:
        """Show the camera and a closed microphone."""
        self._room.on("disconnected", self._left)
        camera = rtc.LocalVideoTrack.create_video_track("camera", self._view)
        seen = rtc.TrackPublishOptions(source=rtc.TrackSource.SOURCE_CAMERA, simulcast=False)
        seen.video_encoding.max_bitrate, seen.video_encoding.max_framerate = 400_000, FRAMES_A_SECOND
        heard = rtc.TrackPublishOptions(source=rtc.TrackSource.SOURCE_MICROPHONE, dtx=False)
        heard.audio_encoding.max_bitrate = 64_000
        self._microphone.mute()
        await self._room.local_participant.publish_track(camera, seen)
        await self._room.local_participant.publish_track(self._microphone, heard)

    async def say(self, samples: Samples) -> None:
        """Let a recording (RATE, mono) be heard at its own speed; cancel it to fall silent at once."""
        self._speaking = True
        self._microphone.unmute()
        try:
            await asyncio.sleep(OPEN_MICROPHONE_S)
            for start in range(0, len(samples), FRAME):
                if self.gone.is_set():
                    return
                await self._sound.capture_frame(_frame(samples[start : start + FRAME]))
            await self._sound.wait_for_playout()
        finally:
            self._speaking = False
            self._sound.clear_queue()
            self._microphone.mute()

    async def be_seen(self) -> None:
        """Show the picture until cancelled."""
        while True:
            rgba = self._picture.at(datetime.now(UTC), speaking=self._speaking)
            self._view.capture_frame(rtc.VideoFrame(WIDTH, HEIGHT, rtc.VideoBufferType.RGBA, rgba))
            await asyncio.sleep(1 / FRAMES_A_SECOND)

    async def close(self) -> None:
        """Leave the room."""
        await self._room.disconnect()
        await self._sound.aclose()
        await self._view.aclose()

    def _left(self, reason: int) -> None:
        self.taken = reason in TAKEN
        self.gone.set()


@asynccontextmanager
async def seated(url: str, token: str, picture: Picture) -> AsyncIterator[Performer]:
    """Sit in a room for as long as the block lasts. Raises CannotEnter."""
    room = rtc.Room()
    try:
        async with asyncio.timeout(CONNECT_S):
            await room.connect(url, token, rtc.RoomOptions(auto_subscribe=False))
    except (rtc.ConnectError, TimeoutError) as error:
        raise CannotEnter(f"the media server did not let them in: {error or 'no answer'}") from error
    performer = Performer(room, picture)
    await performer.publish()
    seen = asyncio.create_task(performer.be_seen())
    try:
        yield performer
    finally:
        seen.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await seen
        await performer.close()


def _frame(samples: Samples) -> rtc.AudioFrame:
    return rtc.AudioFrame(samples.tobytes(), RATE, 1, len(samples))
