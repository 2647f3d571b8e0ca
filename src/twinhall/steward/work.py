"""The steward's working day."""

import logging
import threading
import time

from django.db import DatabaseError, close_old_connections

from twinhall.hall.meetings.media.current import media_server
from twinhall.steward.rounds import Steward

log = logging.getLogger(__name__)
EVERY_S = 1.0


def work(stopping: threading.Event) -> None:
    """Make a round every second until told to stop."""
    steward = Steward(media_server())
    while not stopping.is_set():
        began = time.monotonic()
        close_old_connections()
        try:
            steward.round()
        except DatabaseError as error:
            log.warning("round not made: %s", type(error).__name__)
        stopping.wait(max(0.1, EVERY_S - (time.monotonic() - began)))
