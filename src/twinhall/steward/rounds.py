"""One round through the meetings that are held."""

import json
import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from django.db import DatabaseError
from django.utils import timezone

from twinhall.hall.meetings.actions.attendance import reconcile
from twinhall.hall.meetings.actions.captioning import note_dispatch, see
from twinhall.hall.meetings.actions.room_copy import publish
from twinhall.hall.meetings.enums import CaptionerState, MeetingState
from twinhall.hall.meetings.media.port import MediaError, MediaServer, NoSuchRoom, Present
from twinhall.hall.meetings.models import Captioner, Meeting, RunOfShow
from twinhall.steward.patience import Patience, Pulse

log = logging.getLogger(__name__)
AGENT = "captioner"


class Steward:
    """Looks after every meeting whose hall is open. What fails in one is tried again a round later."""

    def __init__(self, server: MediaServer, now: Callable[[], datetime] = timezone.now) -> None:
        self._server, self._now = server, now
        self._patience = Patience()

    def round(self) -> None:
        """Look after every meeting once."""
        held = Meeting.objects.filter(state__in=[MeetingState.OPEN, MeetingState.LIVE])
        for meeting in held:
            self._attempt(self._look_after, meeting)
        over = Meeting.objects.filter(state=MeetingState.ENDED, captioner__isnull=False)
        for meeting in over.exclude(captioner__state=CaptionerState.OFF):
            self._attempt(self._dismiss, meeting)

    def _attempt(self, work: Callable[[Meeting], None], meeting: Meeting) -> None:
        try:
            work(meeting)
        except (MediaError, DatabaseError) as error:
            log.warning("meeting %s: %s", meeting.pk, error)

    def _look_after(self, meeting: Meeting) -> None:
        present = self._server.present(meeting.room)
        reconcile(meeting.room, present, self._now())
        self._keep_captioned(meeting, present)
        self._keep_copied(meeting)

    def _keep_captioned(self, meeting: Meeting, present: list[Present]) -> None:
        row = Captioner.objects.filter(meeting=meeting).first()
        pulse = Pulse(row.dispatched_at, row.heartbeat_at) if row else Pulse(None, None)
        now = self._now()
        if self._patience.is_over(meeting.pk, pulse, now):
            self._remove_ghosts(meeting, present, row)
            publish(meeting.pk)  # makes the room, if this is its first use
            note_dispatch(meeting.pk, self._server.dispatch(meeting.room, AGENT), now)
            self._patience.sent(meeting.pk)
            log.info("meeting %s: sent for a captioner", meeting.pk)
        if pulse.is_alive(now):
            see(meeting.pk, CaptionerState.ON)
        elif pulse.heartbeat_at:
            see(meeting.pk, CaptionerState.LOST)
        else:
            see(meeting.pk, CaptionerState.STARTING)

    def _remove_ghosts(self, meeting: Meeting, present: list[Present], row: Captioner | None) -> None:
        """Put out captioners that are listed but silent, and take their dispatch back."""
        for agent in present:
            if agent.is_agent and agent.identity.startswith(AGENT):
                self._forgiving(partial(self._server.remove, meeting.room, agent.identity))
        if row is not None and row.dispatch:
            self._forgiving(partial(self._server.withdraw, meeting.room, row.dispatch))

    def _dismiss(self, meeting: Meeting) -> None:
        row = Captioner.objects.get(meeting=meeting)
        if row.dispatch:
            self._forgiving(partial(self._server.withdraw, meeting.room, row.dispatch))
        for one in self._server.present(meeting.room):  # a page that missed the end would stay in the room
            self._forgiving(partial(self._server.remove, meeting.room, one.identity))
        reconcile(meeting.room, self._server.present(meeting.room), self._now())
        see(meeting.pk, CaptionerState.OFF)

    def _keep_copied(self, meeting: Meeting) -> None:
        """Send the room's copy again when the room is gone or does not show the newest."""
        copy = self._server.copies([meeting.room]).get(meeting.room)
        newest = RunOfShow.objects.values_list("copy", flat=True).get(meeting=meeting)
        if copy is None or _revision(copy) != newest:
            publish(meeting.pk)

    def _forgiving(self, call: Callable[[], None]) -> None:
        try:
            call()
        except NoSuchRoom:
            return  # gone already, which is what was wanted


def _revision(copy: str) -> int:
    try:
        return int(json.loads(copy)["revision"])
    except (ValueError, KeyError, TypeError):
        return 0
