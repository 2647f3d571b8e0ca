"""What the media server tells us: who came and who left.

Told in any order, twice or not at all: the steward counts who is there as well.
"""

import base64
import hashlib
import hmac
import logging
from datetime import UTC, datetime

import jwt
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from google.protobuf.json_format import Parse, ParseError
from livekit import api
from livekit.protocol.webhook import WebhookEvent

from twinhall import environment
from twinhall.hall.meetings.actions import attendance

log = logging.getLogger(__name__)


class NotSigned(Exception):
    """It does not come from our media server."""


@csrf_exempt
@require_POST
def webhook(request: HttpRequest) -> HttpResponse:
    """Take note of an event; kinds we do not know are fine."""
    try:
        event = signed_event(request.body, request.headers.get("Authorization", ""))
    except NotSigned:
        return HttpResponse(status=401)
    except ParseError as error:
        log.warning("an event of the media server was not understood: %s", type(error).__name__)
        return HttpResponse(status=200)  # told again it would not be understood either
    take(event)
    return HttpResponse(status=200)


def signed_event(body: bytes, token: str) -> WebhookEvent:
    """Return the event that our media server signed. Raises NotSigned or ParseError."""
    env = environment.current()
    try:
        claims = api.TokenVerifier(env.livekit_key, env.livekit_secret).verify(token)
    except jwt.PyJWTError:
        raise NotSigned from None
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
    if not hmac.compare_digest(digest, claims.sha256 or ""):
        raise NotSigned
    return Parse(body, WebhookEvent(), ignore_unknown_fields=True)


def take(event: WebhookEvent) -> None:
    """Keep what an event says about attendance."""
    room, who = event.room.name, event.participant
    at = datetime.fromtimestamp(event.created_at, UTC)
    if event.event == "participant_joined":
        attendance.joined(room, who.identity, who.sid, at)
    elif event.event in {"participant_left", "participant_connection_aborted"}:
        attendance.left(room, who.identity, who.sid, at)
