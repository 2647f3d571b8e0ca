"""From the tokens that are read out to segments with a start and an end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from twinhall.captions.alignment.edges import SHORTEST_WORD_S, start_of
from twinhall.captions.alignment.passages import Passage, ReadToken
from twinhall.captions.alignment.text import ScriptText
from twinhall.captions.alignment.walk import Walk
from twinhall.captions.recording import Span

MOST_MISSING = 8  # segments that are looked for between two neighbours
SAME_S = 1.0  # speech inside a segment that does not part it in two


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch in which a segment of the script is read out.

    share: how much of the segment's information; gain: how much of that the audio confirms, 1 at the most.
    """

    span: Span
    segment: int
    share: float
    gain: float


def readings_of(walk: Walk, text: ScriptText) -> list[Reading]:
    """Return what is read out, in order of time: first what a walk finds, then what lies between it."""
    found = believable(joined_parts(timed(text, walk.passages()), text), text)
    filled = [*found]
    for before, after in pairwise([None, *found, None] if found else []):
        first = before.segment + 1 if before else 0
        last = after.segment if after else text.segments
        start_s = before.span.end_s if before else 0.0
        end_s = after.span.start_s if after else text.speech.length_s
        filled += between(walk, text, Span(start_s, end_s), range(first, min(last, first + MOST_MISSING)))
    return sorted(filled, key=lambda r: r.span.start_s)


def between(walk: Walk, text: ScriptText, span: Span, segments: range) -> list[Reading]:
    """Return which of the segments between two neighbours are read out between them, in order."""
    if not segments or span.length_s <= 0:
        return []
    passage = walk.between(span, segments.start, segments.stop)
    if passage is None:
        return []
    kept = [
        r
        for r in timed(text, [passage])
        if r.share >= text.settings.least_share
        and r.gain >= text.settings.least_gain
        and r.span.start_s >= span.start_s - 0.1
    ]
    if not kept:
        return []
    (reading,) = kept[:1]
    before = between(
        walk, text, Span(span.start_s, reading.span.start_s), range(segments.start, reading.segment)
    )
    after = between(
        walk, text, Span(reading.span.end_s, span.end_s), range(reading.segment + 1, segments.stop)
    )
    return [*before, reading, *after]


def timed(text: ScriptText, passages: Iterable[Passage]) -> list[Reading]:
    """Return each passage's segments with the times at which they are read out."""
    found: list[Reading] = []
    for passage in passages:
        groups = [list(g) for _, g in groupby(passage.tokens, lambda t: text.segment_at(t.token))]
        last_s = passage.from_s
        inside: list[Reading] = []
        for group in groups:
            spoken = [t for t in group if text.is_spoken[t.token]] or group
            start_s = start_of(text, spoken, last_s, is_first=group is groups[0])
            end_s = text.speech.end_of_word(spoken[-1].start_s, text.settings.last_token_s)
            if inside and inside[-1].span.end_s > start_s:
                inside[-1] = replace(inside[-1], span=Span(inside[-1].span.start_s, start_s))
            inside.append(reading(text, group, Span(start_s, max(end_s, start_s + SHORTEST_WORD_S))))
            last_s = spoken[-1].start_s
        found += inside
    return found


def reading(text: ScriptText, group: Sequence[ReadToken], span: Span) -> Reading:
    """Return tokens of one segment as its reading."""
    segment = text.segment_at(group[0].token)
    whole = text.information(int(text.firsts[segment]), int(text.firsts[segment + 1]))
    part = text.information(group[0].token, group[-1].token + 1)
    gain = sum(t.gain for t in group)
    return Reading(span, segment, part / max(1e-6, whole), gain / max(1e-6, part))


def joined_parts(found: Sequence[Reading], text: ScriptText) -> list[Reading]:
    """Join the parts of a segment that was read with a stop in it."""
    result: list[Reading] = []
    for r in found:
        last = result[-1] if result else None
        if (
            last is not None
            and last.segment == r.segment
            and last.share + r.share < 1.1
            and text.speech.seconds(last.span.end_s, r.span.start_s) < SAME_S
        ):
            share = last.share + r.share
            gain = (last.gain * last.share + r.gain * r.share) / share
            result[-1] = Reading(Span(last.span.start_s, r.span.end_s), r.segment, share, gain)
        else:
            result.append(r)
    return result


def believable(found: Sequence[Reading], text: ScriptText) -> list[Reading]:
    """Return the readings that say enough of their segment; one apart from its neighbours must be clearer."""
    s = text.settings
    result = []
    for n, r in enumerate(found):
        before, after = found[n - 1] if n else None, found[n + 1] if n + 1 < len(found) else None
        in_order = (before is not None and before.segment + 1 == r.segment) or (
            after is not None and after.segment - 1 == r.segment
        )
        needed = s.least_gain if in_order else s.least_gain_alone
        if r.share >= s.least_share and r.gain >= needed:
            result.append(r)
    return result
