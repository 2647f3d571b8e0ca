"""What taking a file into remarks would do, before it is done."""

import difflib
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from twinhall.hall.meetings.documents.values import Caution, Sentence, Version, Warning
from twinhall.hall.meetings.models import Remarks, RemarksImport, Segment
from twinhall.hall.translation.enums import Status
from twinhall.hall.translation.queries import is_stale

ALIKE = 0.5  # share of letters in common, from which a sentence counts as the old one changed


@dataclass(frozen=True, slots=True)
class Fate:
    """A sentence that is brought, and the one there that it is or was. changed: the words differ."""

    sentence: Sentence
    segment: Segment | None
    changed: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What would become of remarks. first: the position of the first sentence brought."""

    first: int
    fates: tuple[Fate, ...]
    gone: tuple[Segment, ...]

    @property
    def new(self) -> int:
        return sum(fate.segment is None for fate in self.fates)

    @property
    def changed(self) -> int:
        return sum(fate.changed for fate in self.fates)

    @property
    def kept(self) -> int:
        """Sentences that stay word for word, with all their translations."""
        return sum(fate.segment is not None and not fate.changed for fate in self.fates)

    @property
    def approvals_kept(self) -> int:
        return sum(_approved(f.segment) for f in self.fates if f.segment and not f.changed)

    @property
    def approvals_open(self) -> int:
        """Approved translations that would have to be approved again, or go with their sentence."""
        changed = sum(_approved(f.segment) for f in self.fates if f.segment and f.changed)
        return changed + sum(_approved(segment) for segment in self.gone)

    @property
    def versions(self) -> dict[str, int]:
        """How many translations are brought, by language."""
        found: dict[str, int] = defaultdict(int)
        for fate in self.fates:
            for version in fate.sentence.versions:
                found[version.language] += 1
        return dict(found)

    @property
    def said_approved(self) -> int:
        """How many translations the file calls approved."""
        return sum(v.status == Status.APPROVED for f in self.fates for v in f.sentence.versions)


def read_sentences(row: RemarksImport) -> list[Sentence]:
    """Return the sentences of an import that has been read."""
    return [
        Sentence(
            told["text"],
            told["line"],
            tuple(Version(**version) for version in told["versions"]),
            tuple(told.get("notes", ())),
        )
        for told in row.sentences
    ]


def read_warnings(row: RemarksImport) -> list[Warning]:
    """Return what an officer should look at."""
    return [Warning(Caution(told["code"]), told["line"], told["detail"]) for told in row.warnings]


def plan(remarks: Remarks, sentences: Sequence[Sentence], *, append: bool) -> Plan:
    """Return what taking these sentences would do. Three queries.

    Word for word the same sentence is the same, wherever it stands. Of the rest, one that stands between the
    same neighbours and is much alike counts as changed.
    """
    rows = Segment.objects.filter(remarks=remarks).select_related("text")
    held = list(rows.prefetch_related("text__renditions"))
    if append:
        return Plan(len(held) + 1, tuple(Fate(s, None, False) for s in sentences), ())
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for n, segment in enumerate(held):
        waiting[segment.text.body].append(n)
    same = [waiting[s.text].popleft() if waiting[s.text] else None for s in sentences]
    alike = _alike(held, sentences, same)
    fates = tuple(
        Fate(s, held[old], old != same[n]) if old is not None else Fate(s, None, False)
        for n, (s, old) in enumerate(zip(sentences, alike, strict=True))
    )
    used = {old for old in alike if old is not None}
    return Plan(1, fates, tuple(segment for n, segment in enumerate(held) if n not in used))


def _alike(
    held: Sequence[Segment], sentences: Sequence[Sentence], same: Sequence[int | None]
) -> list[int | None]:
    """Return, beside those that are the same, the old sentence of which a new one is a change."""
    found, used = list(same), {n for n in same if n is not None}
    before = -1
    for n, old in enumerate(same):
        if old is not None:
            before = old
            continue
        next_old = before + 1
        if next_old < len(held) and next_old not in used:
            ratio = difflib.SequenceMatcher(None, held[next_old].text.body, sentences[n].text, False)
            if ratio.quick_ratio() >= ALIKE and ratio.ratio() >= ALIKE:
                found[n] = before = next_old
                used.add(next_old)
    return found


def _approved(segment: Segment) -> int:
    return sum(
        r.status == Status.APPROVED and not is_stale(r, segment.text) for r in segment.text.renditions.all()
    )
