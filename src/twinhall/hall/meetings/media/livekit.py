"""LiveKit's server API over HTTP, from threads that have no event loop."""

import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from google.protobuf.message import Message
from livekit import api
from livekit.protocol import agent_dispatch, models

from twinhall.environment import Environment
from twinhall.hall.meetings.media.port import MediaError, NoSuchRoom, Present

TIMEOUT_S = 1.5
EMPTY_S = 6 * 3600  # a room that was made stays for the day, so that its copy is there for who comes late
ROOMS, DISPATCHES = "RoomService", "AgentDispatchService"
Answer = TypeVar("Answer", bound=Message)


class LiveKitServer:
    """A MediaServer on LiveKit."""

    def __init__(self, env: Environment) -> None:
        self._env = env
        self._base = env.livekit_url_internal.replace("ws", "http", 1)

    def copy_to(self, room: str, metadata: str) -> None:
        request = api.UpdateRoomMetadataRequest(room=room, metadata=metadata)
        try:
            self._ask(ROOMS, "UpdateRoomMetadata", request, api.Room, room)
        except NoSuchRoom:
            self._make(room, metadata)

    def copies(self, rooms: Sequence[str]) -> dict[str, str]:
        request = api.ListRoomsRequest(names=rooms)
        answer = self._ask(ROOMS, "ListRooms", request, api.ListRoomsResponse)
        return {room.name: room.metadata for room in answer.rooms}

    def present(self, room: str) -> list[Present]:
        request = api.ListParticipantsRequest(room=room)
        try:
            answer = self._ask(ROOMS, "ListParticipants", request, api.ListParticipantsResponse, room)
        except NoSuchRoom:
            return []
        gone = models.ParticipantInfo.State.DISCONNECTED
        return [_present(info) for info in answer.participants if info.state != gone]

    def remove(self, room: str, identity: str) -> None:
        request = api.RoomParticipantIdentity(room=room, identity=identity)
        self._ask(ROOMS, "RemoveParticipant", request, api.RemoveParticipantResponse, room)

    def mute(self, room: str, identity: str, track: str) -> None:
        request = api.MuteRoomTrackRequest(room=room, identity=identity, track_sid=track, muted=True)
        self._ask(ROOMS, "MutePublishedTrack", request, api.MuteRoomTrackResponse, room)

    def say(self, room: str, topic: str, text: str) -> None:
        reliable = models.DataPacket.Kind.RELIABLE
        request = api.SendDataRequest(room=room, topic=topic, data=text.encode(), kind=reliable)
        self._ask(ROOMS, "SendData", request, api.SendDataResponse, room)

    def dispatch(self, room: str, agent: str) -> str:
        request = agent_dispatch.CreateAgentDispatchRequest(room=room, agent_name=agent)
        return self._ask(DISPATCHES, "CreateDispatch", request, agent_dispatch.AgentDispatch, room).id

    def withdraw(self, room: str, dispatch: str) -> None:
        request = agent_dispatch.DeleteAgentDispatchRequest(room=room, dispatch_id=dispatch)
        self._ask(DISPATCHES, "DeleteDispatch", request, agent_dispatch.AgentDispatch, room)

    def _make(self, room: str, metadata: str) -> None:
        request = api.CreateRoomRequest(
            name=room, metadata=metadata, empty_timeout=EMPTY_S, departure_timeout=EMPTY_S
        )
        self._ask(ROOMS, "CreateRoom", request, api.Room)

    def _ask(
        self, service: str, method: str, request: Message, answer: type[Answer], room: str = ""
    ) -> Answer:
        """Call one method. Raises NoSuchRoom or MediaError."""
        asked = urllib.request.Request(  # noqa: S310  our own configured server
            f"{self._base}/twirp/livekit.{service}/{method}",
            data=request.SerializeToString(),
            headers={
                "Content-Type": "application/protobuf",
                "Authorization": f"Bearer {self._token(room)}",
            },
        )
        try:
            with urllib.request.urlopen(asked, timeout=TIMEOUT_S) as told:  # noqa: S310
                return answer.FromString(told.read())
        except urllib.error.HTTPError as error:
            raise _refusal(method, error) from None
        except OSError as error:
            raise MediaError(f"{method}: {type(error).__name__}") from None

    def _token(self, room: str) -> str:
        grants = api.VideoGrants(room_create=True, room_list=True, room_admin=bool(room) or None, room=room)
        token = api.AccessToken(self._env.livekit_key, self._env.livekit_secret)
        return token.with_grants(grants).with_ttl(timedelta(minutes=1)).to_jwt()


def _refusal(method: str, error: urllib.error.HTTPError) -> MediaError:
    try:
        code = str(json.loads(error.read()).get("code", ""))
    except (OSError, ValueError, AttributeError):
        code = ""
    return (NoSuchRoom if code == "not_found" else MediaError)(f"{method}: {error.code} {code}".strip())


def _present(info: models.ParticipantInfo) -> Present:
    microphone = models.TrackSource.MICROPHONE
    return Present(
        identity=info.identity,
        connection=info.sid,
        joined_at=datetime.fromtimestamp(info.joined_at, UTC),
        is_agent=info.kind == models.ParticipantInfo.Kind.AGENT,
        microphones=tuple(t.sid for t in info.tracks if t.source == microphone and not t.muted),
    )
