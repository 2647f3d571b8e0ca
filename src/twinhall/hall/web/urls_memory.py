"""Addresses of the translation memory."""

from django.urls import URLPattern, URLResolver, path

from twinhall.hall.web.views import memory, sentence_memory

REMARKS = "meetings/<int:pk>/remarks/<int:remarks_pk>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("memory/", memory.listed, name="memory"),
    path("memory/import/", memory.bring, name="memory-import"),
    path("memory/import/<int:import_pk>/", memory.preview, name="memory-preview"),
    path("memory/memory.tmx", memory.export, name="memory-export"),
    path("memory/<int:pair_pk>/out/", memory.take_pair_out, name="memory-out"),
    path(f"{REMARKS}memory/", sentence_memory.fill, name="remarks-fill"),
    path(f"{REMARKS}sentences/<int:segment_pk>/memory/", sentence_memory.look, name="sentence-memory"),
    path(f"{REMARKS}sentences/<int:segment_pk>/memory/take/", sentence_memory.take, name="sentence-take"),
]
