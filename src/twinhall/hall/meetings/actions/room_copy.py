"""The media room's copy of what is live: the database first, then the room."""

import logging

from django.db import transaction
from django.db.models import F

from twinhall.hall.meetings.media.current import media_server
from twinhall.hall.meetings.media.port import MediaError
from twinhall.hall.meetings.models import Meeting, RunOfShow
from twinhall.hall.meetings.queries.live import room_copy
from twinhall.hall.meetings.wire import to_json

log = logging.getLogger(__name__)


def changed(meeting_id: int, *, people: bool = False) -> None:
    """Say that the copy is out of date; it is sent when the transaction has been committed.

    people: the list of people changed too, so everyone reads it again.
    """
    grows = {"copy": F("copy") + 1} | ({"people_revision": F("people_revision") + 1} if people else {})
    if not RunOfShow.objects.filter(meeting_id=meeting_id).update(**grows):
        RunOfShow.objects.get_or_create(meeting_id=meeting_id)
    transaction.on_commit(lambda: publish(meeting_id))


def edited(meeting_id: int, *, people: bool = True) -> None:
    """Say that an office page changed what rooms show; the steward tells an open one within a second.

    people: what changed is read again by everyone.
    """
    grows = {"copy": F("copy") + 1} | ({"people_revision": F("people_revision") + 1} if people else {})
    RunOfShow.objects.filter(meeting_id=meeting_id).update(**grows)


def publish(meeting_id: int) -> bool:
    """Send the copy to the media room; False when that failed (the steward then sends it again)."""
    copy = room_copy(meeting_id)
    room = Meeting.objects.values_list("room", flat=True).get(pk=meeting_id)
    try:
        media_server().copy_to(room, to_json(copy))
    except MediaError as error:
        log.warning("meeting %s: copy %s was not sent: %s", meeting_id, copy.revision, error)
        return False
    RunOfShow.objects.filter(meeting_id=meeting_id, published__lt=copy.revision).update(
        published=copy.revision
    )
    return True
