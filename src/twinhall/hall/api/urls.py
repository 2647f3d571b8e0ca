"""Addresses under /api/."""

from django.urls import URLPattern, URLResolver, path
from ninja import NinjaAPI

from twinhall.hall.api import chat, cue, door, hands, mute, prompter, run, state
from twinhall.hall.api.errors import answer_errors
from twinhall.hall.api.seat_request import by_seat
from twinhall.hall.api.webhook import webhook

room = NinjaAPI(
    title="Twinhall room", version="1", urls_namespace="room", auth=by_seat, docs_url=None, openapi_url=None
)
for topic in (state, door, run, hands, chat, cue, prompter, mute):
    room.add_router("", topic.router)
answer_errors(room)

urlpatterns: list[URLPattern | URLResolver] = [
    path("room/", room.urls),
    path("livekit/webhook", webhook, name="livekit-webhook"),
]
