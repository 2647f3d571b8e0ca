"""Remarks as the editor shows them: sentence by sentence, two languages, with terms and what is open."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import Prefetch

from twinhall.hall.base.languages import Language
from twinhall.hall.meetings.enums import Side
from twinhall.hall.meetings.models import Meeting, MeetingTerm, Participant, Remarks, Segment
from twinhall.hall.meetings.queries.comparing import Piece, compared
from twinhall.hall.translation.enums import Status
from twinhall.hall.translation.models import PastText, Rendition, Text
from twinhall.hall.translation.queries import concepts_for, is_stale, open_to_machine
from twinhall.hall.translation.queries.talk import open_talk
from twinhall.language.rendering.fidelity import COMPARED, Difference, differences, look_of
from twinhall.language.terms import (
    Concept,
    Standing,
    Termbase,
    TermWarning,
    check_rendition,
    check_text,
    find_terms,
    mended,
)

PER_PAGE = 150  # sentences; 20 minutes of speech
PACE = {
    "ko": 300,
    "ja": 300,
    "vi": 750,
    "en": 800,
}  # characters a minute of a formal address, blanks not counted
STALE = "stale"
STANDINGS = (Status.APPROVED, Status.REVIEWED, Status.DRAFT, STALE)


@dataclass(frozen=True, slots=True)
class Warned:
    """A term that is not in its agreed form. found: what stands there instead, if anything does."""

    source: str
    expected: str
    found: str
    forbidden: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence and what it is in the other language. standing: a Status, "stale", or "" without any."""

    segment: Segment
    text: Text
    rendition: Rendition | None
    standing: str
    source: tuple[Piece, ...]
    target: tuple[Piece, ...]
    warnings: tuple[Warned, ...]
    change: tuple[Piece, ...]  # of the source, since a stale rendition was made
    again: bool  # stale, but the source says again what it said then
    differences: tuple[Difference, ...]  # numbers, units, quotation marks that are not the source's
    flags: tuple[str, ...]  # what the machine said of its own work besides
    talk: int  # open comments

    @property
    def look(self) -> str:
        """What names the differences shown, for the approval that is given with them in sight."""
        return look_of(self.differences)


@dataclass(frozen=True, slots=True)
class Work:
    """Remarks and where their translation into one language stands."""

    remarks: Remarks
    language: str
    rows: tuple[Row, ...]  # of this page
    standings: tuple[str, ...]  # of all sentences
    page: int
    pages: int
    minutes: int
    lacking: int  # sentences that a machine may draft

    @property
    def approved(self) -> int:
        return self.standings.count(Status.APPROVED)

    @property
    def reviewed(self) -> int:
        return self.standings.count(Status.REVIEWED)

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many sentences stand where; one without a rendition is still a draft."""
        counted = Counter(standing or Status.DRAFT for standing in self.standings)
        return [(standing, counted[standing]) for standing in STANDINGS]


def remarks_of(meeting: Meeting, pk: int) -> Remarks | None:
    """Return remarks of a meeting with speaker and item. Three queries."""
    rows = Remarks.objects.filter(item__meeting=meeting).select_related(
        "item__title", "participant__person", "participant__post__city"
    )
    return (
        rows.prefetch_related(
            "participant__person__names", "participant__post__titles", "item__title__renditions"
        )
        .filter(pk=pk)
        .first()
    )


def pages_of(remarks: Remarks) -> int:
    """Return on how many pages the editor shows remarks."""
    return max(1, math.ceil(remarks.segments.count() / PER_PAGE))


def page_of(position: int) -> int:
    """Return the page of the editor on which a sentence stands."""
    return (position - 1) // PER_PAGE + 1


def targets_of(remarks: Remarks, meeting: Meeting) -> list[str]:
    """Return the languages of the room that the speaker does not speak; the other side's comes first."""
    seats = Participant.objects.filter(meeting=meeting).values_list("language", flat=True).distinct()
    cities = [meeting.partner.language, meeting.host.language]
    if remarks.participant.side == Side.PARTNER:
        cities.reverse()
    order = [*cities, *(tag for tag in Language.values if tag in set(seats))]
    found = [tag for tag in dict.fromkeys(order) if tag != remarks.language]
    return found or [str(tag) for tag in (Language.EN, Language.KO) if tag != remarks.language][:1]


def terms_of(meeting: Meeting) -> Termbase:
    """Return the terms that texts of this meeting must keep, names as on its day. Seven queries."""
    people = Participant.objects.filter(meeting=meeting).values_list("person", flat=True)
    own = MeetingTerm.objects.filter(meeting=meeting).values_list("concept", flat=True)
    day = meeting.starts_at.astimezone(ZoneInfo(meeting.host.timezone)).date()
    return concepts_for(meeting.relation, people, meeting_terms=own, on=day)


def work_on(
    remarks: Remarks, language: str, concepts: Sequence[Concept], *, page: int = 1, only: Iterable[int] = ()
) -> Work:
    """Return the remarks with their renditions in a language. Four queries, however many sentences.

    only: ids of the sentences to return as rows; all of the page if empty.
    """
    wanted = set(only)
    segments = list(
        Segment.objects.filter(remarks=remarks)
        .select_related("text")
        .prefetch_related(
            Prefetch(
                "text__renditions",
                Rendition.objects.filter(language=language).select_related("written_by"),
                to_attr="in_language",
            )
        )
    )
    pairs = [(segment, _rendition(segment.text)) for segment in segments]
    pages = max(1, math.ceil(len(pairs) / PER_PAGE))
    page = min(max(page, 1), pages)
    shown = (
        [p for p in pairs if p[0].pk in wanted] if wanted else pairs[(page - 1) * PER_PAGE : page * PER_PAGE]
    )
    before = _before(rendition for _, rendition in shown if rendition)
    talk = open_talk([s.text_id for s, _ in shown], language)
    return Work(
        remarks,
        language,
        tuple(_row(s, r, language, concepts, before, talk.get(s.text_id, 0)) for s, r in shown),
        tuple(_standing(s.text, r) for s, r in pairs),
        page,
        pages,
        spoken_minutes(remarks.language, (s.text.body for s in segments)),
        sum(open_to_machine(r, s.text) for s, r in pairs),
    )


def spoken_minutes(language: str, sentences: Iterable[str]) -> int:
    """Return how long a formal reading takes, in whole minutes, at least one."""
    letters = sum(1 for sentence in sentences for letter in sentence if not letter.isspace())
    return max(1, round(letters / PACE[language]))


def warned(text: Text, body: str, language: str, concepts: Sequence[Concept]) -> tuple[Warned, ...]:
    """Return what is wrong with the terms of a rendition, in the words of both languages."""
    by_id = {concept.id: concept for concept in concepts}
    found = check_rendition(text.body, text.language, body, language, concepts)
    return tuple(_warned(w, by_id[w.concept], text.language) for w in found)


def with_agreed_forms(text: Text, body: str, language: str, concepts: Sequence[Concept]) -> str:
    """Return a rendition with the agreed form wherever another form of it stands."""
    found = check_rendition(text.body, text.language, body, language, concepts)
    wrong = [w for w in check_text(body, language, concepts) if w.problem.blocks]
    return mended(body, language, [*found, *wrong])


def _row(
    segment: Segment,
    rendition: Rendition | None,
    language: str,
    concepts: Sequence[Concept],
    before: dict[tuple[int, int], str],
    talk: int,
) -> Row:
    text = segment.text
    body = rendition.body if rendition else ""
    warnings = warned(text, body, language, concepts) if body else ()
    standing = _standing(text, rendition)
    old = before.get((text.pk, rendition.source_revision)) if rendition and standing == STALE else None
    change = compared(old, text.body, text.language) if old is not None else ()
    found = differences(text.body, body, text.language, language) if body and standing != STALE else ()
    own = set(rendition.flags) - {str(flag) for flag in COMPARED} if rendition else set()
    return Row(
        segment,
        text,
        rendition,
        standing,
        _marked(text.body, text.language, concepts, ()),
        _marked(body, language, concepts, warnings),
        warnings,
        change,
        old is not None and not change,
        found,
        tuple(sorted(own)),
        talk,
    )


def _marked(
    body: str, language: str, concepts: Sequence[Concept], warnings: Sequence[Warned]
) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    wrong, at = {w.found for w in warnings}, 0
    for span in find_terms(body, language, concepts):
        words = body[span.start : span.end]
        bad = words in wrong or (span.term.standing is Standing.FORBIDDEN)
        pieces += [Piece(body[at : span.start]), Piece(words, "wrong" if bad else "term")]
        at = span.end
    return tuple(piece for piece in (*pieces, Piece(body[at:])) if piece.text)


def _warned(warning: TermWarning, concept: Concept, source_language: str) -> Warned:
    return Warned(
        source=concept.preferred(source_language) or "",
        expected=warning.expected or "",
        found=warning.found or "",
        forbidden=warning.problem == "forbidden",
    )


def _rendition(text: Text) -> Rendition | None:
    held: list[Rendition] = text.in_language  # type: ignore[attr-defined]  # made by Prefetch
    return held[0] if held else None


def _standing(text: Text, rendition: Rendition | None) -> str:
    if rendition is None:
        return ""
    return STALE if is_stale(rendition, text) else rendition.status


def _before(renditions: Iterable[Rendition]) -> dict[tuple[int, int], str]:
    """Return what the source said when each rendition was made, where that is no longer so."""
    made_for = {rendition.text_id: rendition.source_revision for rendition in renditions}
    past = PastText.objects.filter(text__in=made_for)
    return {(p.text_id, p.revision): p.body for p in past if made_for[p.text_id] == p.revision}
