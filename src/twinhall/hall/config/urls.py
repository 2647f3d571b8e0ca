"""Every address of the hall: pages from web, the room's calls from api."""

from django.urls import include, path

from twinhall.hall.api.urls import urlpatterns as api
from twinhall.hall.web.urls import urlpatterns as pages

urlpatterns = [
    path("api/", include(api)),
    path("", include(pages)),
]

handler400 = "twinhall.hall.web.views.errors.bad_request"
handler403 = "twinhall.hall.web.views.errors.forbidden"
handler404 = "twinhall.hall.web.views.errors.not_found"
handler500 = "twinhall.hall.web.views.errors.failed"
