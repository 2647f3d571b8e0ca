"""Importing it makes Django ready, with no database that anyone uses: for parts that know its rows."""

import os
import tempfile

import django

os.environ |= {f"TWINHALL_{name}": "bench" for name in ("SECRET_KEY", "LIVEKIT_KEY", "LIVEKIT_SECRET")}
os.environ |= {
    "TWINHALL_DATA": tempfile.gettempdir(),
    "DJANGO_SETTINGS_MODULE": "twinhall.hall.config.settings",
}
django.setup()
