"""Cueing by hand: an officer or a helper puts sentences of the remarks on every screen.

It needs no captioner: the captions go out from here, and a captioner that is there keeps quiet while the
hand holds.
"""

import logging
from functools import partial

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from twinhall.hall.meetings.actions.captioning import KeptLine, keep_line
from twinhall.hall.meetings.actions.room_copy import changed
from twinhall.hall.meetings.enums import LineKind
from twinhall.hall.meetings.media.current import media_server
from twinhall.hall.meetings.media.port import MediaError
from twinhall.hall.meetings.models import Captioner, Cue, Meeting, Participant
from twinhall.hall.meetings.queries.captions import (
    PreparedText,
    Said,
    languages_of,
    ms_of,
    prepared_text,
    script_captions,
)
from twinhall.hall.meetings.queries.live import cue_of, remarks_on_floor, run_of
from twinhall.hall.meetings.wire import to_json

log = logging.getLogger(__name__)


class StaleCue(Exception):
    """Someone else moved the captions first."""


class NothingToCue(Exception):
    """Whoever has the floor has no prepared sentence there."""


def step(meeting: Meeting, by: int, *, hand: Participant, revision: int) -> None:
    """Show the sentence `by` places further, and hold it. Raises StaleCue or NothingToCue."""
    text = _text(meeting, revision)
    now = text.index(_place(meeting))
    _show(meeting, text, (-1 if now is None else now) + by, hand, revision)


def go(meeting: Meeting, segment: int, *, hand: Participant, revision: int) -> None:
    """Show a sentence and hold it. Raises StaleCue or NothingToCue."""
    text = _text(meeting, revision)
    index = text.index(segment)
    if index is None:
        raise NothingToCue
    _show(meeting, text, index, hand, revision)


def hold(meeting: Meeting, *, hand: Participant, revision: int) -> None:
    """Keep what is on screen, whatever is heard. Raises StaleCue."""
    with transaction.atomic():
        _set(meeting, revision, held=True, segment=_place(meeting), hand=hand)


def release(meeting: Meeting, *, hand: Participant, revision: int) -> None:
    """Let the captioner follow again, from the sentence now shown. Raises StaleCue."""
    with transaction.atomic():
        _set(meeting, revision, held=False, segment=_place(meeting), hand=hand)


def _text(meeting: Meeting, revision: int) -> PreparedText:
    if cue_of(meeting.pk).revision != revision:
        raise StaleCue
    remarks = remarks_on_floor(run_of(meeting.pk))
    if remarks is None:
        raise NothingToCue
    return prepared_text(remarks, languages_of(meeting.pk))


def _place(meeting: Meeting) -> int | None:
    """Return the segment on screen: the hand's while it holds, else where the captioner is."""
    cue = cue_of(meeting.pk)
    if cue.held:
        return cue.segment_id
    remarks = remarks_on_floor(run_of(meeting.pk))
    followed = Captioner.objects.filter(meeting=meeting, segment__remarks=remarks, segment__isnull=False)
    return followed.values_list("segment_id", flat=True).first()


def _show(meeting: Meeting, text: PreparedText, index: int, hand: Participant, revision: int) -> None:
    if not 0 <= index < len(text.sentences):
        raise NothingToCue
    sentence = text.sentences[index]
    now = ms_of(timezone.now())
    said = Said(
        id=f"{text.speaker}-hand-{now}",
        revision=0,
        final=True,
        speaker=text.speaker,
        item=text.item,
        start=now,
        end=None,
        hand=True,
    )
    line = KeptLine(said, LineKind.SCRIPT, text.language, sentence.text, sentence.segment, sentence.words)
    with transaction.atomic():
        _set(meeting, revision, held=True, segment=sentence.segment, hand=hand)
        keep_line(meeting.pk, line)
        transaction.on_commit(partial(_send, meeting, said, text, index))


def _send(meeting: Meeting, said: Said, text: PreparedText, index: int) -> None:
    try:
        for language, caption in script_captions(said, text, index):
            media_server().say(meeting.room, f"caption.{language}", to_json(caption))
    except MediaError as error:
        log.warning("meeting %s: a cued caption was not sent: %s", meeting.pk, error)


def _set(meeting: Meeting, revision: int, *, held: bool, segment: int | None, hand: Participant) -> None:
    cue_of(meeting.pk)
    rows = Cue.objects.filter(meeting=meeting, revision=revision)
    if not rows.update(revision=F("revision") + 1, held=held, segment_id=segment, by=hand):
        raise StaleCue
    changed(meeting.pk)
