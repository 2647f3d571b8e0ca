"""A demonstration's meeting in the database: what goes on, and the moves of whoever leads it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from twinhall.demo import sample
from twinhall.demo.sample import SampleItem, SampleMeeting
from twinhall.demo.score import Item
from twinhall.demo.seeding import people_of, sample_of
from twinhall.hall.meetings.actions import admission, run
from twinhall.hall.meetings.actions.rehearsing import seat_voice
from twinhall.hall.meetings.actions.run import NoSuchMove, StaleRun
from twinhall.hall.meetings.enums import Admission, MeetingState, Role
from twinhall.hall.meetings.media.current import media_server
from twinhall.hall.meetings.models import AgendaItem, Meeting, Participant, Segment
from twinhall.hall.meetings.queries.live import run_of
from twinhall.hall.meetings.queries.passes import room_pass

AT_THE_DOOR = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Moment:
    """Where the meeting stands. Who has the floor: identity of a seat."""

    state: str
    revision: int
    item: int | None
    floor: str | None
    since: datetime | None
    present: frozenset[str]  # identities, captioner and voices included
    waiting: bool  # somebody is at the door


class Stage:
    """One meeting. Every call reads or writes the database, so none belongs on an event loop."""

    def __init__(self, meeting: Meeting) -> None:
        self.id, self.room = meeting.pk, meeting.room
        self._meeting = meeting
        self._sample: SampleMeeting = sample_of(meeting)
        self._people = people_of(meeting)
        voices = [seat.person for seat in self._sample.seats if seat.voice]
        self.voices: Mapping[str, Participant] = {
            self._people[person].identity: self._people[person] for person in voices if person in self._people
        }

    def look(self) -> Moment:
        """Return how things stand. Raises MediaError."""
        now = run_of(self.id)
        present = frozenset(one.identity for one in media_server().present(self.room) if not one.is_agent)
        waiting = Participant.objects.filter(meeting=self.id, admission=Admission.WAITING)
        return Moment(
            state=now.meeting.state,
            revision=now.revision,
            item=now.item_id,
            floor=f"p{now.speaker_id}" if now.speaker_id else None,
            since=now.item_started_at,
            present=present,
            waiting=waiting.exists(),
        )

    def agenda(self) -> list[Item]:
        """Return the items in order, with what is spoken freely in them."""
        rows = AgendaItem.objects.filter(meeting=self.id).select_related("title").prefetch_related("speakers")
        told = {item.title["ko"]: item for item in self._sample.items}
        return [
            Item(
                row.pk,
                tuple(f"p{speaker.participant_id}" for speaker in row.speakers.all()),
                self._exchange(told.get(row.title.body)),
            )
            for row in rows
        ]

    def lines(self, item: int | None, identity: str) -> list[str]:
        """Return what a voice says in an item: its remarks as they stand, with the asides of the sample."""
        seat = int(identity.removeprefix("p"))
        prepared = Segment.objects.filter(remarks__item=item, remarks__participant=seat).select_related(
            "text"
        )
        said = [segment.text.body for segment in prepared]
        for aside in reversed(self._asides(item, identity)):
            if aside.after < len(said):
                said.insert(aside.after, aside.text)
        return said

    def admit_guests(self) -> None:
        """Let in whoever has waited for a moment, unless an officer is there to do it."""
        since = timezone.now() - AT_THE_DOOR
        for guest in Participant.objects.filter(
            meeting=self.id, admission=Admission.WAITING, asked_at__lt=since
        ):
            admission.admit(guest)

    def has_officer(self, present: frozenset[str]) -> bool:
        """True when an officer is in the room."""
        officers = Participant.objects.filter(meeting=self.id, role=Role.OFFICER)
        return any(officer.identity in present for officer in officers)

    def seat(self, identity: str) -> str:
        """Put a voice on its seat; return the token for the media room."""
        seat = self.voices[identity]
        seat_voice(seat)
        return room_pass(seat).token

    def begin(self, revision: int) -> int | None:
        """Start the meeting, or go back to its first item."""
        first = AgendaItem.objects.filter(meeting=self.id).first()
        self._meeting.refresh_from_db()
        if self._meeting.state == MeetingState.OPEN:
            return self._moved(lambda: run.start(self._meeting, revision=revision), revision)
        if first is None:
            return None
        return self._moved(lambda: run.go_to(self._meeting, first.pk, revision=revision), revision)

    def go_on(self, revision: int) -> int | None:
        """Move to the next item."""
        return self._moved(lambda: run.go_on(self._meeting, revision=revision), revision)

    def give_floor(self, identity: str, revision: int) -> int | None:
        """Give the floor to somebody."""
        person = int(identity.removeprefix("p"))
        return self._moved(lambda: run.give_floor(self._meeting, person, revision=revision), revision)

    def _moved(self, move: Callable[[], None], revision: int) -> int | None:
        """Make a move; return the revision it led to, None when a person was first."""
        try:
            move()
        except (StaleRun, NoSuchMove):
            return None
        return revision + 1

    def _asides(self, item: int | None, identity: str) -> tuple[sample.Aside, ...]:
        row = AgendaItem.objects.filter(meeting=self.id, pk=item or 0).select_related("title").first()
        speaker = next((key for key, seat in self._people.items() if seat.identity == identity), None)
        for told in self._sample.items:
            if row is not None and told.title["ko"] == row.title.body:
                return next((r.asides for r in told.remarks if r.speaker == speaker), ())
        return ()

    def _exchange(self, told: SampleItem | None) -> tuple[tuple[str, str], ...]:
        turns = told.exchange if told else ()
        return tuple(
            (self._people[turn.speaker].identity, turn.text) for turn in turns if turn.speaker in self._people
        )


def stages() -> list[Stage]:
    """Return the demonstration's meetings that are not over."""
    held = Meeting.objects.filter(demo=True).exclude(state=MeetingState.ENDED)
    return [Stage(meeting) for meeting in held.select_related("title", "host", "partner")]
