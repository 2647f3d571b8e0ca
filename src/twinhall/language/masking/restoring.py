"""Putting the agreed forms where the masks stand, so that the sentence around them is right."""

import re
from collections.abc import Sequence

from twinhall.language.masking.values import Slot
from twinhall.language.particles import ending_of, refit
from twinhall.language.terms.korean_ends import is_noun_end

CLOSERS = re.compile(r"(?:[\"'”’」』》〉\])）]|</?\w[^<>]*>|\s?\([^()]*\)|（[^（）]*）)*")
STRAY_PARTICLE = re.compile(r" (?=(?:는|를|을|은|와|과|의|에서|에게|에|으로|로|께서|가)(?:[\s,.!?]|$))")
SENTENCE_START = re.compile(r"(?:^|[.?!。？！]\s+)(?:[\"'“‘「『(\[]|<[^<>]*>|\s)*$")
ARTICLE = re.compile(r"(?<!\w)([Aa])n?(\s+)$")
CJK = r"\u3040-\u30ff\u3400-\u9fff々ー"
KOREAN_AREAS, JAPANESE_AREAS = "시성도군구현읍면", "市町村県府都道区郡州省"


def restored(text: str, places: Sequence[tuple[int, int, int]], slots: Sequence[Slot], target: str) -> str:
    """Return a translation with each slot's form in place of its mask.

    Handled: particles behind it (Korean), a/an before it (English), what form and sentence say twice
    ("thành phố thành phố Osan"), a capital at the start of a sentence, blanks (Japanese).
    """
    done = text[: places[0][0]] if places else text
    for n, (_start, end, which) in enumerate(places):
        next_start = places[n + 1][0] if n + 1 < len(places) else len(text)
        rest, slot = text[end:next_start], slots[which]
        form = slot.form.text
        done = _fit_before(done, form, target)
        if SENTENCE_START.search(done):
            form = form[:1].upper() + form[1:]
        rest = _fit_after(form, rest, slot.form.pronunciation, slot.form.language, target)
        touches = end == next_start and n + 1 < len(places)
        done += form + (" " if touches and target != "ja" else rest)
    return done


def _fit_before(before: str, form: str, target: str) -> str:
    before = _without_repeat_before(before, form)
    if target == "en" and (article := ARTICLE.search(before)):
        n = "n" if re.match(r"[AEIOaeioÀ-Æà-æÈ-Ïè-ïÒ-Öò-ö]|U(?!ni|s|r|k)", form) else ""
        before = f"{before[: article.start()]}{article.group(1)}{n}{article.group(2)}"
    if target == "ja" and re.match(f"[{CJK}]", form):
        before = re.sub(rf"(?<=[{CJK}、。]) $", "", before)
    return before


def _without_repeat_before(before: str, form: str) -> str:
    words = form.split()
    for size in range(len(words) - 1, 0, -1):
        repeat = r"\s+".join(map(re.escape, words[:size]))
        if match := re.search(rf"(?<!\w){repeat}\s+$", before, re.IGNORECASE):
            return before[: match.start()]
    return before


def _fit_after(form: str, rest: str, pronunciation: str, form_language: str, target: str) -> str:
    rest = _without_repeat_after(form, rest, target)
    if target == "ja" and re.search(f"[{CJK}]$", form):
        return re.sub(rf"^ (?=[{CJK}、。])", "", rest)
    if target != "ko":
        return rest
    closers = CLOSERS.match(rest)
    edge = closers.end() if closers else 0
    tail = STRAY_PARTICLE.sub("", rest[edge:], count=1) if STRAY_PARTICLE.match(rest[edge:]) else rest[edge:]
    return rest[:edge] + refit(tail, ending_of(form, pronunciation, form_language))


def _without_repeat_after(form: str, rest: str, target: str) -> str:
    last = form[-1:]
    if target == "ko" and last in KOREAN_AREAS and (again := re.match(rf"\s?{last}(?=[가-힣])|{last}", rest)):
        alone = rest[again.end() :]
        office = re.match(f"{last}(?:장|민|청|의회|립|내|외)", rest.lstrip())
        return alone if office or is_noun_end(alone) else rest
    if target == "ja" and last in JAPANESE_AREAS and rest.lstrip().startswith(last):
        return rest.lstrip()[1:]
    words = form.split()
    if len(words) > 1 and (again := re.match(rf"\s+{re.escape(words[-1])}(?!\w)", rest, re.IGNORECASE)):
        return rest[again.end() :]
    return rest
