"""Remarks as a script for a file."""

import re

from django.utils.translation import get_language, gettext, ngettext

from twinhall.hall.base.languages import ENDONYMS, Language
from twinhall.hall.meetings.documents.values import Sentence, Version
from twinhall.hall.meetings.documents.writing import WRITERS, Script
from twinhall.hall.meetings.models import Remarks, Segment
from twinhall.hall.people.queries import name_of
from twinhall.hall.translation.enums import Origin, Status
from twinhall.hall.translation.models import Rendition, Text
from twinhall.hall.translation.queries import is_stale, reading


def script_of(remarks: Remarks, languages: tuple[str, ...]) -> Script:
    """Return remarks with their renditions. A stale rendition goes out as a draft. Two queries more."""
    rows = Segment.objects.filter(remarks=remarks).select_related("text")
    segments = list(rows.prefetch_related("text__renditions"))
    sentences, standings = [], {}
    for number, segment in enumerate(segments):
        renditions = {r.language: r for r in segment.text.renditions.all() if r.language in languages}
        versions = tuple(_version(segment.text, renditions[tag]) for tag in languages if tag in renditions)
        sentences.append(Sentence(segment.text.body, segment.position, versions))
        for tag, rendition in renditions.items():
            standings[number, tag] = _standing(segment.text, rendition)
    return Script(
        title=title_of_remarks(remarks),
        language=remarks.language,
        targets=languages,
        sentences=tuple(sentences),
        names={tag: ENDONYMS[Language(tag)] for tag in (remarks.language, *languages)},
        standings=standings,
        status_heading=gettext("Status"),
        statement=_statement(sentences, languages[0]) if languages else (),
    )


def title_of_remarks(remarks: Remarks) -> str:
    """곽상욱: 인사 말씀, in the reader's language."""
    language = get_language() or Language.EN
    person = name_of(remarks.participant.person, language).text
    return f"{person}: {reading(remarks.item.title, language).text}"


def file_name(remarks: Remarks, kind: str) -> str:
    """Return a name that every file system takes."""
    safe = re.sub(r"[^\w .-]+", " ", title_of_remarks(remarks))
    return f"{' '.join(safe.split())[:80] or 'remarks'}.{WRITERS[kind].extension}"


def _version(text: Text, rendition: Rendition) -> Version:
    status = Status.DRAFT if is_stale(rendition, text) else rendition.status
    return Version(rendition.language, rendition.body, str(status), rendition.origin, rendition.engine)


def _standing(text: Text, rendition: Rendition) -> str:
    if is_stale(rendition, text):
        return gettext("Original changed")
    if rendition.status != Status.APPROVED and rendition.origin == Origin.MACHINE:
        return gettext("Machine translation · not reviewed")
    return str(Status(rendition.status).label)


def _statement(sentences: list[Sentence], language: str) -> tuple[str, ...]:
    """Say plainly what a person answers for, and what none does."""
    versions = [v for s in sentences for v in s.versions if v.language == language]
    approved = sum(v.status == Status.APPROVED for v in versions)
    machine = sum(v.origin == Origin.MACHINE and v.status != Status.APPROVED for v in versions)
    told = [
        ngettext(
            "%(approved)s of %(total)s sentence has an approved translation.",
            "%(approved)s of %(total)s sentences have an approved translation.",
            len(sentences),
        )
        % {"approved": approved, "total": len(sentences)}
    ]
    if machine:
        told.append(
            ngettext(
                "%(count)s sentence was translated by a machine and not reviewed.",
                "%(count)s sentences were translated by a machine and not reviewed.",
                machine,
            )
            % {"count": machine}
        )
    return tuple(told)
