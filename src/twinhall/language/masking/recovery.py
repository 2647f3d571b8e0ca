"""Finding the masks again in what an engine gave."""

import re
from collections.abc import Sequence
from itertools import pairwise

LATIN = r"A-Za-z0-9\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f"
STEM = 5  # letters by which an inflected name is still known


def recovered(text: str, masks: Sequence[str]) -> list[tuple[int, int, int]] | None:
    """Return (start, end, which mask) in the order of the text; None unless each stands exactly once.

    Its case may have changed. Letters grown to it, a second one, a piece of one elsewhere: all is lost.
    """
    found: list[tuple[int, int, int]] = []
    for which, mask in enumerate(masks):
        places = [m.span() for m in _pattern(mask).finditer(text)]
        if len(places) != 1 or _occurrences(text, mask) != 1:
            return None
        found.append((*places[0], which))
    found.sort()
    return None if any(a[1] > b[0] for a, b in pairwise(found)) else found


def remains(text: str, masks: Sequence[str]) -> bool:
    """Say whether any mask, or the stem of one, is left."""
    return any(_occurrences(text, mask) for mask in masks)


def _pattern(mask: str) -> re.Pattern[str]:
    if mask.isdigit():
        return re.compile(rf"(?<![{LATIN}])(?<!\d[.,]){mask}(?![{LATIN}]|[.,]\d)")
    return re.compile(rf"(?<![{LATIN}]){mask}(?![{LATIN}])", re.IGNORECASE)


def _occurrences(text: str, mask: str) -> int:
    if mask.isdigit():
        return len(re.findall(rf"(?<!\d){mask}(?!\d)", text))
    return text.casefold().count(mask[:STEM].casefold())
