"""What the meeting page and each of its parts show."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language

from twinhall.hall.cities.models import City
from twinhall.hall.meetings.enums import MeetingState, Role, Side
from twinhall.hall.meetings.models import AgendaItem, Meeting, Participant
from twinhall.hall.meetings.queries.access import city_of_side, side_of, sides_kept
from twinhall.hall.meetings.queries.live import CaptionerNow, captioner_now
from twinhall.hall.meetings.queries.live_translation import Untranslated, untranslated
from twinhall.hall.meetings.queries.planning import (
    SHORTEST,
    ItemRow,
    Preparation,
    agenda_of,
    city_languages,
    link_of,
    missing_names,
    missing_title,
    preparation,
    seats_of,
)
from twinhall.hall.people.queries import name_of
from twinhall.hall.translation.queries import Reading, reading
from twinhall.hall.web.doors import OfficerRequest, meeting_or_404


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat on the page, with what is missing and whether this officer may change it."""

    seat: Participant
    missing: list[str]
    ours: bool
    link_state: str  # none, unused, opened, here


class MeetingPage:
    """One meeting as one officer sees it. Each list is fetched once, when a part asks for it."""

    def __init__(self, request: OfficerRequest, pk: int) -> None:
        self.request = request
        self.meeting: Meeting = meeting_or_404(request, pk)
        self.side: Side = side_of(request.user, self.meeting)
        self.kept = sides_kept(request.user, self.meeting)

    @property
    def host(self) -> bool:
        """True for the host's officer, who keeps agenda, date and title."""
        return self.side == Side.HOST

    @property
    def city(self) -> City:
        """The officer's side's city: by its clock the page tells the time."""
        return city_of_side(self.meeting, self.side)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        return city_languages(self.meeting)

    @cached_property
    def agenda(self) -> list[ItemRow]:
        return agenda_of(self.meeting)

    @cached_property
    def seats(self) -> list[Participant]:
        return seats_of(self.meeting)

    @cached_property
    def preparation(self) -> Preparation:
        return preparation(self.meeting, self.agenda, self.seats, self.kept)

    @property
    def ends_at(self) -> datetime:
        last = self.agenda[-1] if self.agenda else None
        if last is None:
            return self.meeting.starts_at + SHORTEST
        return last.starts_at + SHORTEST * last.item.minutes / 60

    @property
    def title_missing(self) -> list[str]:
        return missing_title(self.meeting.title, self.languages)

    @property
    def other_titles(self) -> list[Reading]:
        """The title in the meeting's other languages, where it is approved."""
        shown = reading(self.meeting.title, get_language() or "en").language
        read = [reading(self.meeting.title, language) for language in self.languages if language != shown]
        return [title for title in read if title.language != shown]

    @property
    def interpretation(self) -> list[str]:
        """Every mode of interpretation on the agenda, once."""
        return list(dict.fromkeys(row.item.get_interpretation_display() for row in self.agenda))

    @property
    def first_speaker(self) -> str:
        """Whom to rehearse with: the first on the agenda, else the first seat."""
        seats = [who.seat for row in self.agenda for who in row.speakers] or self.seats
        return name_of(seats[0].person, get_language() or "en").text if seats else ""

    @property
    def home_seats(self) -> list[SeatRow]:
        return self._rows(Side.HOST)

    @property
    def partner_seats(self) -> list[SeatRow]:
        return self._rows(Side.PARTNER)

    @property
    def guests(self) -> list[SeatRow]:
        """Those who come by a link that this officer gives out."""
        kept = [row for side in Side if side in self.kept for row in self._rows(side)]
        return [row for row in kept if row.seat.role != Role.OFFICER]

    @cached_property
    def captioner(self) -> CaptionerNow | None:
        """How the captions do, or did; None before there were any."""
        now = captioner_now(self.meeting)
        return None if now.load is None else now

    @cached_property
    def untranslated(self) -> list[Untranslated]:
        """What will be read in the language in which it is said; nothing once the meeting is over."""
        return [] if self.is_past else untranslated(self.meeting)

    @property
    def is_past(self) -> bool:
        return self.meeting.state == MeetingState.ENDED

    @property
    def is_ahead(self) -> bool:
        return self.meeting.starts_at > timezone.now()

    @property
    def overdue(self) -> bool:
        """The time is over and nobody opened the hall."""
        return self.meeting.state == MeetingState.PREPARING and self.ends_at < timezone.now()

    def part(self, *templates: str, status: int = 200, **more: object) -> HttpResponse:
        """Render a template with this page as `page`."""
        told = {"section": "meetings", "page": self, "meeting": self.meeting, **more}
        return render(self.request, list(templates), told, status=status)

    def item_or_404(self, pk: int) -> AgendaItem:
        rows = self.meeting.agenda.select_related("title").prefetch_related("title__renditions", "speakers")
        return get_object_or_404(rows, pk=pk)

    def seat_or_404(self, pk: int, *, ours: bool) -> Participant:
        """Return a seat of the meeting; ours: only of a side this officer keeps."""
        rows = self.meeting.participants.select_related("person", "post__city", "meeting__host")
        rows = rows.prefetch_related("person__names", "post__titles", "invitations", "attendance")
        return get_object_or_404(rows.filter(side__in=self.kept) if ours else rows, pk=pk)

    def _rows(self, side: Side) -> list[SeatRow]:
        ours = side in self.kept
        return [
            SeatRow(seat, missing_names(seat.person, self.languages), ours, link_state(seat))
            for seat in self.seats
            if seat.side == side
        ]


def link_state(seat: Participant) -> str:
    """Return none, unused, opened, or here while the person is in the hall."""
    if any(stay.left_at is None for stay in seat.attendance.all()):
        return "here"
    link = link_of(seat)
    if link is None:
        return "none"
    return "opened" if link.first_used_at else "unused"
