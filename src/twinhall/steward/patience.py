"""When a captioner is sent for again."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

SILENT_AFTER = timedelta(seconds=3)
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class Pulse:
    """What is known of a meeting's captioner."""

    dispatched_at: datetime | None
    heartbeat_at: datetime | None

    def is_alive(self, now: datetime) -> bool:
        """True when it was heard of lately."""
        return self.heartbeat_at is not None and now - self.heartbeat_at < SILENT_AFTER


@dataclass(slots=True)
class Patience:
    """Waits longer after each captioner that was sent for and did not come."""

    _tries: dict[int, int] = field(default_factory=dict)

    def is_over(self, meeting: int, pulse: Pulse, now: datetime) -> bool:
        """True when it is time to send for a captioner; an earlier one had its time to come."""
        if pulse.is_alive(now):
            self._tries.pop(meeting, None)
            return False
        if pulse.dispatched_at is None:
            return True
        tries = self._tries.get(meeting, 0)
        wait: timedelta = min(FIRST_WAIT * 2 ** max(0, tries - 1), LONGEST_WAIT)
        return now - pulse.dispatched_at >= wait

    def sent(self, meeting: int) -> None:
        """Count a captioner that was sent for."""
        self._tries[meeting] = self._tries.get(meeting, 0) + 1
