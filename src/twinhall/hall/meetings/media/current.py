"""The media server of this installation."""

from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from twinhall import environment
from twinhall.hall.meetings.media.port import MediaServer

LIVEKIT = "twinhall.hall.meetings.media.livekit.LiveKitServer"


def media_server() -> MediaServer:
    """Return the media server that the setting MEDIA_SERVER names (LiveKit if unset)."""
    return _made(getattr(settings, "MEDIA_SERVER", LIVEKIT))


@cache
def _made(path: str) -> MediaServer:
    server: MediaServer = import_string(path)(environment.current())
    return server
