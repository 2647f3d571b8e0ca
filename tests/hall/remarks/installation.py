"""An installation of its own for one test: what a process with its settings is asked to do.

`python -m tests.hall.remarks.installation plant|sweep`
"""

import sys
from datetime import timedelta

import django

SENTENCES = 12


def plant() -> None:
    """Two cities, a meeting, a speech without translations, and a machine asked to draft them."""
    from tests.e2e import planting  # reason: app-ready
    from twinhall.hall.meetings.actions.drafting import start
    from twinhall.hall.meetings.models import Remarks
    from twinhall.hall.people.models import User

    planting.cities()
    speech = [[f"{n}번째 문장을 말씀드립니다.", ""] for n in range(1, SENTENCES + 1)]
    planting.meeting(title="제1차 화상회의", scripts={"mayor": speech}, to={"mayor": "vi"})
    start(Remarks.objects.get(), "vi", "libretranslate", by=User.objects.get(email="officer@osan.example"))


def sweep() -> None:
    """Look for jobs left behind, as if a minute had passed."""
    from django.utils import timezone  # reason: app-ready

    from twinhall.hall.base import workers

    sys.stdout.write("\n".join(workers.sweep(timezone.now() + timedelta(minutes=1))))


if __name__ == "__main__":
    django.setup()
    {"plant": plant, "sweep": sweep}[sys.argv[1]]()
