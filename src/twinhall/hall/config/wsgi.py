"""The web application, for any WSGI server."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twinhall.hall.config.settings")
application = get_wsgi_application()
import_module(settings.ROOT_URLCONF)  # every page now, once, not at the first request of each worker
