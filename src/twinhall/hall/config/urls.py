"""Every address of the hall: pages from web, the room's calls from api."""

from django.urls import include, path

from twinhall.hall.api.urls import urlpatterns as api
from twinhall.hall.web.urls import urlpatterns as pages

urlpatterns = [
    path("api/", include(api)),
    path("", include(pages)),
]
