"""What the remarks pages are made of: marked words, where a translation comes from, counts."""

from collections.abc import Iterable
from datetime import datetime

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext, pgettext

from twinhall.hall.base import moments
from twinhall.hall.base.languages import Language
from twinhall.hall.meetings.documents.values import Warning
from twinhall.hall.meetings.models import Meeting, PastRemarks, Remarks, RemarksImport
from twinhall.hall.meetings.queries.comparing import Piece
from twinhall.hall.meetings.queries.intake import Plan
from twinhall.hall.meetings.queries.remarks import STALE, Row, Warned, Work
from twinhall.hall.translation.actions import token_of
from twinhall.hall.translation.enums import Origin, Status
from twinhall.hall.translation.models import Rendition
from twinhall.hall.web.file_words import what_to_see, why_refused
from twinhall.hall.web.templatetags.engines import engine_name, pivot_words
from twinhall.hall.web.templatetags.hall import mark

register = template.Library()

KINDS = {"term": "term", "wrong": "term-wrong"}
EDITS = {"gone": "del", "new": "ins"}


@register.filter
def marked(pieces: Iterable[Piece]) -> SafeString:
    """Words with their terms underlined, or with what was taken out and put in."""
    return SafeString("".join(map(_piece, pieces)))  # each is escaped by itself


@register.filter
def fixable(warnings: Iterable[Warned]) -> bool:
    """True when another form stands where the agreed one should."""
    return any(warning.found and warning.expected for warning in warnings)


@register.simple_tag
def whence(row: Row, meeting: Meeting) -> SafeString:
    """The line under a translation: who made it, who answers for it, and when. Machine text has its mark."""
    rendition = row.rendition
    if rendition is None:
        return SafeString()
    sample = _sample(rendition)
    if row.standing == STALE:
        told = gettext(
            "The original was changed since (revision %(now)s; this was made for revision %(then)s)."
            " It is not used until it is approved again."
        ) % {"now": row.text.revision, "then": rendition.source_revision}
        if rendition.source_revision == 0:
            told = gettext("Made for another sentence. It is not used until it is approved.")
        return format_html('<p class="origin">{}{}</p>', sample, told)
    if rendition.origin == Origin.MACHINE and rendition.status != Status.APPROVED:
        return format_html(
            '<p class="row mt-2">{} <span class="small muted">{} {}</span></p>',
            mark(rendition),
            engine_name(rendition.engine),
            pivot_words(rendition.pivot),
        )
    return format_html('<p class="origin">{}{}</p>', sample, _told(rendition, meeting))


@register.simple_tag
def sum_of(work: Work) -> SafeString:
    """Approved 4, reviewed 1, draft 2, original changed 1: only what there is, drafts always."""
    names = {STALE: gettext("Original changed")} | {s.value: s.label for s in Status}
    shown = [
        (standing, names[standing], count) for standing, count in work.counts if count or standing == "draft"
    ]
    return format_html_join("", '<span class="status" data-status="{}">{} {}</span>', shown)


@register.simple_tag
def bar_of(work: Work) -> SafeString:
    """A piece a sentence, in order; of long remarks, a piece some sentences, as the worst of them stands."""
    most = 120
    step = -(-len(work.standings) // most) or 1
    order = ("", Status.DRAFT, STALE, Status.REVIEWED, Status.APPROVED)
    groups = [work.standings[n : n + step] for n in range(0, len(work.standings), step)]
    bits = ((min(group, key=order.index),) for group in groups)
    inner = format_html_join("", '<i data-status="{}"></i>', bits)
    return format_html(
        '<span class="bar{}" aria-hidden="true">{}</span>', " dense" if len(groups) > 30 else "", inner
    )


@register.simple_tag
def approved_of(work: Work) -> str:
    told = ngettext(
        "%(done)s of %(total)s sentence approved",
        "%(done)s of %(total)s sentences approved",
        len(work.standings),
    )
    return told % {"done": work.approved, "total": len(work.standings)}


@register.simple_tag
def seen_of(row: Row) -> str:
    """What the page sends back, to tell whether someone else was faster."""
    return token_of(row.text, row.rendition)


@register.simple_tag
def undo_words(past: PastRemarks) -> str:
    """Undo: sentence 5 was cut"""
    told = {
        "split": gettext("Undo: sentence %(n)s was cut"),
        "join": gettext("Undo: sentences were joined at %(n)s"),
        "edit": gettext("Undo: sentence %(n)s was changed"),
        "move": gettext("Undo: sentence %(n)s was moved"),
        "delete": gettext("Undo: sentence %(n)s was deleted"),
        "add": gettext("Undo: sentences were added at %(n)s"),
        "replace": gettext("Undo: a text was brought in"),
        "append": gettext("Undo: a text was added at the end"),
    }
    return told[past.change] % {"n": past.position}


def _piece(piece: Piece) -> SafeString:
    if piece.kind in KINDS:
        return format_html('<span class="{}">{}</span>', KINDS[piece.kind], piece.text)
    if piece.kind in EDITS:
        return format_html("<{0}>{1}</{0}>", SafeString(EDITS[piece.kind]), piece.text)
    return escape(piece.text)


def _sample(rendition: Rendition) -> SafeString:
    if not rendition.sample:
        return SafeString()
    return format_html('<span class="tag">{}</span> ', pgettext("made up for the demonstration", "Sample"))


def _told(rendition: Rendition, meeting: Meeting) -> str:
    origin = str(Origin(rendition.origin).label)
    when: datetime = rendition.reviewed_at or rendition.changed_at
    words = {
        "origin": origin,
        "name": rendition.reviewer_name,
        "day": moments.short_day(moments.in_zone(when, meeting.host.timezone)),
    }
    if rendition.status == Status.DRAFT:
        writer = rendition.written_by.name if rendition.written_by else ""
        return gettext("%(origin)s · %(name)s, %(day)s") % (words | {"name": writer}) if writer else origin
    if rendition.status == Status.APPROVED:
        told = gettext("%(origin)s · approved by %(name)s, %(day)s")
        return (told if words["name"] else gettext("%(origin)s · approved, %(day)s")) % words
    told = gettext("%(origin)s · reviewed by %(name)s, %(day)s")
    return (told if words["name"] else gettext("%(origin)s · reviewed, %(day)s")) % words


@register.simple_tag
def source_of(row: RemarksImport) -> str:
    """관광과.docx · Word; or pasted text; and the encoding where one was found out."""
    formats = {
        "text": gettext("plain text"),
        "table": gettext("table"),
        "word": gettext("Word document"),
        "xliff": gettext("XLIFF"),
        "subtitles": gettext("subtitles"),
    }
    name = row.file_name or gettext("Pasted text")
    kind = formats[row.file_format]
    if row.encoding and row.file_name:
        told = gettext("%(name)s · %(kind)s, read as %(encoding)s")
        return told % {"name": name, "kind": kind, "encoding": row.encoding}
    return gettext("%(name)s · %(kind)s") % {"name": name, "kind": kind}


@register.simple_tag
def plan_lines(plan: Plan) -> SafeString:
    """What would stay, change, come and go, a line each."""
    lines = [
        ngettext("%(n)s new sentence", "%(n)s new sentences", plan.new) % {"n": plan.new} if plan.new else "",
        ngettext("%(n)s sentence stays as it is", "%(n)s sentences stay as they are", plan.kept)
        % {"n": plan.kept}
        if plan.kept
        else "",
        ngettext("%(n)s sentence changes", "%(n)s sentences change", plan.changed) % {"n": plan.changed}
        if plan.changed
        else "",
        ngettext("%(n)s sentence goes", "%(n)s sentences go", len(plan.gone)) % {"n": len(plan.gone)}
        if plan.gone
        else "",
        ngettext("%(n)s approved translation stays", "%(n)s approved translations stay", plan.approvals_kept)
        % {"n": plan.approvals_kept}
        if plan.approvals_kept
        else "",
        ngettext(
            "%(n)s approved translation must be approved again or goes",
            "%(n)s approved translations must be approved again or go",
            plan.approvals_open,
        )
        % {"n": plan.approvals_open}
        if plan.approvals_open
        else "",
    ]
    for language, count in plan.versions.items():
        told = ngettext("%(n)s translation: %(language)s", "%(n)s translations: %(language)s", count)
        lines.append(told % {"n": count, "language": Language(language).label})
    return format_html_join("", "<li>{}</li>", ((line,) for line in lines if line))


@register.simple_tag
def refusal_of(row: RemarksImport) -> str:
    return why_refused(row.reason, row.detail)


@register.simple_tag
def caution_of(warning: Warning, remarks: Remarks) -> str:
    return what_to_see(warning, remarks.language)
