"""An officer's desk for one text: the remarks, the language worked into, the terms, and what is allowed."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from twinhall.hall.meetings.models import Meeting, Remarks
from twinhall.hall.meetings.queries.access import side_of
from twinhall.hall.meetings.queries.drafting import progress_of
from twinhall.hall.meetings.queries.past import last_change
from twinhall.hall.meetings.queries.remarks import (
    PER_PAGE,
    Row,
    Work,
    page_of,
    pages_of,
    remarks_of,
    targets_of,
    terms_of,
    work_on,
)
from twinhall.hall.meetings.queries.reviews import review_of
from twinhall.hall.web.doors import OfficerRequest, is_fragment, meeting_or_404
from twinhall.language.terms import Termbase


@dataclass
class Desk:
    """One request's view of one text. Rows are read when they are asked for."""

    request: OfficerRequest
    meeting: Meeting
    remarks: Remarks
    targets: list[str]
    language: str  # worked into
    page: int

    @cached_property
    def concepts(self) -> Termbase:
        return terms_of(self.meeting)

    @cached_property
    def own(self) -> bool:
        """True on the speaker's side, which alone changes what will be said."""
        return side_of(self.request.user, self.meeting) == self.remarks.participant.side

    @property
    def page_numbers(self) -> range:
        return range(1, pages_of(self.remarks) + 1)

    def turn_page(self, segment_pk: int) -> bool:
        """Go to the page on which a sentence stands; False when it is this one."""
        found = self.remarks.segments.filter(pk=segment_pk).values_list("position", flat=True).first()
        before, self.page = self.page, page_of(found) if found else self.page
        return self.page != before

    def must_own(self) -> None:
        if not self.own:
            raise PermissionDenied

    def work(self, *only: int) -> Work:
        return work_on(self.remarks, self.language, self.concepts, page=self.page, only=only)

    def address(self, opened: int | None = None) -> str:
        """Return where this text is worked on, with one sentence open if asked."""
        told: dict[str, Any] = {"to": self.language}
        told |= {"page": self.page} if self.page > 1 else {}
        told |= {"open": opened} if opened else {}
        where = reverse("remarks", args=(self.meeting.pk, self.remarks.pk))
        return f"{where}?{urlencode(told)}" + (f"#s{opened}" if opened else "")

    def told(self, **more: Any) -> dict[str, Any]:
        """What every template of this page is given."""
        here = {name: getattr(self, name) for name in ("meeting", "remarks", "targets", "language", "own")}
        return (
            here
            | {"section": "meetings", "page": self.page, "desk": self, "is_htmx": is_fragment(self.request)}
            | more
        )

    def whole(self, opened: int | None = None, *, status: int = 200, **more: Any) -> HttpResponse:
        """Answer with the page, or with its editor if only that was asked for."""
        template = "editor" if is_fragment(self.request) else "page"
        told = self.told(
            work=self.work(), opened=opened, last=last_change(self.remarks), **self.beside(), **more
        )
        return render(self.request, f"web/remarks/{template}.html", told, status=status)

    def rows(self, opened: int | None, *shown: int, status: int = 200, **more: Any) -> HttpResponse:
        """Answer with some sentences, each in its place, and with the counts above them."""
        work = self.work(*shown)
        order = {pk: n for n, pk in enumerate(shown)}
        rows = sorted(work.rows, key=lambda row: order[row.segment.pk])
        told = self.told(work=work, rows=rows, opened=opened, **self.beside(), **more)
        return render(self.request, "web/remarks/rows.html", told, status=status)

    def beside(self) -> dict[str, Any]:
        """What stands beside the sentences: the machine at work, and the reviewer."""
        return {
            "machine": progress_of(self.remarks, self.language),
            "review": review_of(self.remarks, self.language),
            "since": timezone.now().isoformat(),
        }

    def changed_since(self, moment: datetime, *, but: int | None) -> list[int]:
        """Return the sentences of this page whose rendition was changed since, without the open one."""
        first = (self.page - 1) * PER_PAGE
        rows = self.remarks.segments.filter(
            position__gt=first,
            position__lte=first + PER_PAGE,
            text__renditions__language=self.language,
            text__renditions__changed_at__gt=moment,
        )
        return [pk for pk in rows.values_list("pk", flat=True) if pk != but]

    def done(self, opened: int | None = None) -> HttpResponse:
        """After a change of the sentences: the editor again, or the page by a redirect."""
        if opened is not None:
            self.turn_page(opened)
        if is_fragment(self.request):
            return self.whole(opened)
        return redirect(self.address(opened))

    def neighbour(self, segment_pk: int, places: int) -> int | None:
        """Return the sentence that many places on, None past the ends."""
        keys = list(self.remarks.segments.values_list("pk", flat=True))
        at = keys.index(segment_pk) + places if segment_pk in keys else -1
        return keys[at] if 0 <= at < len(keys) else None


def desk_or_404(request: OfficerRequest, pk: int, remarks_pk: int) -> Desk:
    """Return the desk for remarks of a meeting the officer may see; 404 otherwise."""
    meeting = meeting_or_404(request, pk)
    remarks = remarks_of(meeting, remarks_pk)
    if remarks is None:
        raise Http404
    targets = targets_of(remarks, meeting)
    asked = _asked(request, "to")
    language = asked if asked in targets else targets[0]
    page = _asked(request, "page")
    return Desk(request, meeting, remarks, targets, language, int(page) if page.isdecimal() else 1)


def row_of(work: Work, segment_pk: int) -> Row | None:
    """Return the row of a sentence."""
    return next((row for row in work.rows if row.segment.pk == segment_pk), None)


def _asked(request: HttpRequest, name: str) -> str:
    return str(request.POST.get(name) or request.GET.get(name) or "")[:20]
