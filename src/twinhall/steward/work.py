"""The steward's working day."""

import logging
import threading
import time

from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from twinhall.hall.base.workers import sweep
from twinhall.hall.meetings.media.current import media_server
from twinhall.steward.rounds import Steward

log = logging.getLogger(__name__)
EVERY_S = 1.0
SWEEP_EVERY_S = 10.0


def work(stopping: threading.Event) -> None:
    """Make a round every second until told to stop, and look for jobs left behind every ten."""
    steward = Steward(media_server())
    swept = -SWEEP_EVERY_S
    while not stopping.is_set():
        began = time.monotonic()
        close_old_connections()
        try:
            steward.round()
            if began - swept >= SWEEP_EVERY_S:
                swept = began
                for job in sweep(timezone.now()):
                    log.warning("job %s was left behind: it is begun again", job)
        except DatabaseError as error:
            log.warning("round not made: %s", type(error).__name__)
        stopping.wait(max(0.1, EVERY_S - (time.monotonic() - began)))
