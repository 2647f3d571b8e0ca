"""Where exactly a segment that is read out begins and ends.

A scorer's own times tell where the words of a segment lie, but not where the first one begins: it lays
silence, and what was said before, on the first tokens. So the last onset is sought from which on nothing
of the segment's beginning is lost.
"""

from collections.abc import Sequence

from twinhall.captions.alignment.passages import ReadToken
from twinhall.captions.alignment.text import ScriptText

SHORTEST_WORD_S = 0.08
FIRST_WORD_S = 0.35
KNOWN = 5  # the token by which a segment has begun for certain
COMPARED = 12  # tokens
AHEAD_S = 2.0
MOST_ONSETS = 4
LOST = 2.5  # nats that the beginning may lose by chance
LEAD_S = 0.1


def start_of(text: ScriptText, spoken: Sequence[ReadToken], last_s: float, *, is_first: bool) -> float:
    """Return when a segment begins that is read out. Cost: 60 ms an onset where there are several.

    spoken: its tokens that have a sound. last_s: start of the last token before it. is_first: whether it is
    the first of its window, where the first token tells nothing.
    """
    known_s = spoken[min(KNOWN, len(spoken) - 1)].start_s
    if len(spoken) == 1:
        known_s = min(known_s + FIRST_WORD_S, text.speech.length_s)
    known_s = text.speech.in_speech(known_s)
    onsets = [
        s
        for s in text.speech.onsets_between(last_s, known_s)
        if s <= known_s - SHORTEST_WORD_S or s == known_s
    ]
    if len(onsets) > 1:
        return latest_whole(text, spoken, onsets[-MOST_ONSETS:], known_s)
    if onsets:
        return onsets[0]
    second_s = spoken[min(1, len(spoken) - 1)].start_s
    return max(last_s, second_s - FIRST_WORD_S) if is_first else spoken[0].start_s


def latest_whole(
    text: ScriptText, spoken: Sequence[ReadToken], onsets: Sequence[float], known_s: float
) -> float:
    """Return the last of some onsets from which on the whole beginning of a segment is heard."""
    first = spoken[0].token
    last = spoken[min(COMPARED, len(spoken)) - 1].token + 1
    until_s = min(known_s + AHEAD_S, text.speech.length_s)
    told = []
    for onset_s in onsets:
        heard = text.hear(onset_s - LEAD_S, until_s)
        (weighed,) = text.weigh_exactly(heard, onset_s - LEAD_S, until_s, [(first, last)])
        told.append(float(weighed.gains.sum()))
    return max(s for s, gain in zip(onsets, told, strict=True) if gain >= max(told) - LOST)
