"""Tokens with which someone may enter one media room, each with the least that their role needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from livekit import api

from twinhall.environment import Environment

# The browser must have connected by then; the media server renews the token of those who are inside.
JOIN_WITHIN = timedelta(minutes=10)

CAMERA, MICROPHONE, SCREEN, SCREEN_SOUND = "camera", "microphone", "screen_share", "screen_share_audio"


@dataclass(frozen=True, slots=True)
class Entrant:
    """Who enters a media room, and what they may send there.

    Nobody may send data: captions, chat and the run-of-show come from the server, so none can be forged.
    """

    room: str
    identity: str
    sources: tuple[str, ...]  # empty: only sees and hears
    attributes: Mapping[str, str] = field(default_factory=dict)
    hidden: bool = False


def join_token(entrant: Entrant, env: Environment) -> str:
    """Return a signed token for the media server, good for JOIN_WITHIN."""
    grants = api.VideoGrants(
        room_join=True,
        room=entrant.room,
        can_publish=bool(entrant.sources),
        can_publish_sources=list(entrant.sources) or None,
        can_publish_data=False,
        can_subscribe=True,
        can_update_own_metadata=False,
        hidden=entrant.hidden or None,
    )
    token = api.AccessToken(env.livekit_key, env.livekit_secret)
    token.with_identity(entrant.identity).with_grants(grants).with_ttl(JOIN_WITHIN)
    token.with_attributes(dict(entrant.attributes))
    return token.to_jwt()
