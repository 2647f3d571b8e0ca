"""What the translation memory has for the sentences of remarks."""

from collections.abc import Collection
from dataclasses import dataclass

from twinhall.hall.meetings.models import Remarks, Segment
from twinhall.hall.translation.models import Text
from twinhall.hall.translation.queries.memory import (
    Suggestion,
    Taken,
    Wanted,
    pairs_seen,
    suggestions,
    word_for_word,
)


@dataclass(frozen=True, slots=True)
class Fillable:
    """Sentences without a translation for which the memory has one word for word."""

    texts: tuple[Text, ...]
    taken: dict[int, Taken]


def memory_for(segment: Segment, language: str, relations: Collection[int]) -> list[Suggestion] | None:
    """Return what the memory has for a sentence, the best first; None while it is read. Five queries."""
    before = Segment.objects.filter(remarks=segment.remarks_id, position=segment.position - 1)
    words = before.values_list("text__body", flat=True).first() or ""
    wanted = Wanted(segment.text_id, segment.text.body, words)
    return suggestions(wanted, segment.text.language, language, relations)


def fillable(remarks: Remarks, language: str, relations: Collection[int]) -> Fillable | None:
    """Return what filling remarks from the memory would put in; None while it is read. Four queries."""
    rows = Segment.objects.filter(remarks=remarks).select_related("text").prefetch_related("text__renditions")
    texts, wanted, before = [], [], ""
    for row in rows:
        if not any(rendition.language == language for rendition in row.text.renditions.all()):
            texts.append(row.text)
            wanted.append(Wanted(row.text_id, row.text.body, before))
        before = row.text.body
    found = word_for_word(wanted, remarks.language, language, relations)
    if found is None:
        return None
    best = {text: matches[0] for text, matches in found.items()}
    known = {row.pk: row for row in pairs_seen(relations).filter(pk__in=[m.pair.id for m in best.values()])}
    taken = {
        text: Taken(known[match.pair.id], sure=[m.kind for m in found[text]].count(match.kind) == 1)
        for text, match in best.items()
        if match.pair.id in known
    }
    return Fillable(tuple(text for text in texts if text.pk in taken), taken)
