"""The media server of this installation."""

from functools import cache

from twinhall import environment
from twinhall.hall.meetings.media.livekit import LiveKitServer
from twinhall.hall.meetings.media.port import MediaServer


@cache
def media_server() -> MediaServer:
    """Return the media server that the settings name."""
    return LiveKitServer(environment.current())
