"""Nothing on a page is left in English, and no half-guessed translation is shown."""

import re
import subprocess
from pathlib import Path

import pytest

import twinhall.hall

LOCALE = Path(twinhall.hall.__file__).parent / "locale"


@pytest.mark.parametrize("language", ["ko", "vi", "ja"])
def test_every_message_is_translated(language: str):
    catalogue = LOCALE / language / "LC_MESSAGES" / "django.po"

    told = subprocess.run(
        ["msgfmt", "--check-format", "--statistics", "--output-file=/dev/null", catalogue],
        capture_output=True,
        text=True,
        check=True,
        env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
    ).stderr

    assert re.sub(r"\d+", "N", told).strip() == "N translated messages."
