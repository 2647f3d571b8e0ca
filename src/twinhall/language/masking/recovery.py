"""Finding the masks again in what an engine gave."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

LATIN = r"A-Za-z0-9\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f"
LETTER = re.compile(f"[{LATIN}]")
GROWN_BEFORE, GROWN_AFTER = re.compile(rf"[{LATIN}]$|\d[.,]$"), re.compile(rf"[{LATIN}]|[.,]\d")
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
STEM = 5  # letters by which an inflected name is still known


def recovered(text: str, masks: Sequence[str], sent: str = "") -> list[tuple[int, int, int]] | None:
    """Return (start, end, which mask) in the order of the text; None unless each stands exactly once.

    Its case may have changed. Letters grown to it, a second one, a piece of one elsewhere: all is lost.
    sent: what the engine was given, where the language of `text` puts no blank between a word and a figure.
    A figure of it may stand right behind a mask, unless it stands there once more than it was sent.
    """
    found: list[tuple[int, int, int]] = []
    for which, mask in enumerate(masks):
        places = [m.span() for m in re.finditer(mask, text, re.IGNORECASE)]
        if len(places) != 1 or _occurrences(text, mask) != 1:
            return None
        found.append((*places[0], which))
    found.sort()
    if any(a[1] > b[0] for a, b in pairwise(found)):
        return None
    figures = Counter(FIGURE.findall(sent))
    figures = Counter({f: n for f, n in figures.items() if len(_whole(f).findall(text)) <= n})
    free = all(_free(text, start, end, found, figures) for start, end, _ in found)
    return found if free else None


def remains(text: str, masks: Sequence[str]) -> bool:
    """Say whether any mask, or the stem of one, is left."""
    return any(_occurrences(text, mask) for mask in masks)


def _free(
    text: str, start: int, end: int, found: Sequence[tuple[int, int, int]], figures: Collection[str]
) -> bool:
    """Say whether no letter has grown to a mask; another mask may touch it: not all languages use blanks."""
    if text[start:end].isdigit():
        return not (GROWN_BEFORE.search(text[:start]) or GROWN_AFTER.match(text[end:]))
    touched_before = any(other_end == start for _, other_end, _ in found)
    touched_after = any(other_start == end for other_start, _, _ in found)
    before = LETTER.fullmatch(text[start - 1 : start]) and not touched_before
    behind = FIGURE.match(text, end)
    if behind and behind.group() in figures and not text[end - 1].isdigit():
        return not (before or LETTER.match(text[behind.end() :]))
    return not (before or (LETTER.match(text[end:]) and not touched_after))


def _whole(figure: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\d.,]){re.escape(figure)}(?![\d]|[.,]\d)")


def _occurrences(text: str, mask: str) -> int:
    if mask.isdigit():
        return len(re.findall(rf"(?<!\d){mask}(?!\d)", text))
    return text.casefold().count(mask[:STEM].casefold())
