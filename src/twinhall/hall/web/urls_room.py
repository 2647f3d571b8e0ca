"""Addresses of the room."""

from django.urls import URLPattern, URLResolver, path

from twinhall.hall.web.views import room

urlpatterns: list[URLPattern | URLResolver] = [
    path("j/<str:token>/", room.by_link, name="room-by-link"),
    path("meetings/<int:pk>/room/", room.of_officer, name="room"),
    path("meetings/<int:pk>/cue/", room.cue_of_officer, name="cue"),
]
