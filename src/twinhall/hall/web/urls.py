"""Addresses of the pages, one list a topic."""

from django.urls import URLPattern, URLResolver, path

from twinhall.hall.web.urls_memory import urlpatterns as memory
from twinhall.hall.web.urls_office import urlpatterns as office
from twinhall.hall.web.urls_remarks import urlpatterns as remarks
from twinhall.hall.web.urls_room import urlpatterns as room
from twinhall.hall.web.views import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz, name="healthz"),
    *memory,
    *office,
    *remarks,
    *room,
]
