"""Names in Latin letters that are nearly right: Le Chi Thanh, Da Nang, Quảng Nan."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from twinhall.language.folding import bare
from twinhall.language.terms.near_values import Meaning, NearMiss, without_overlaps
from twinhall.language.terms.sounds import distance, latin_as_heard
from twinhall.language.terms.values import Kind

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
LONG_WORD = 6  # letters: shorter single words are too much like others for one letter to tell
SHORT_WORD = 3
GAP = "*"


class NearLatin:
    """Names ready to be found misspelt. Cost: 4 µs a word and length of name, however many names."""

    def __init__(self, names: Iterable[Meaning], known: Iterable[str]) -> None:
        self._known = {_plain(text) for text in known}
        self._heard: dict[str, list[Meaning]] = {}
        self._gaps: dict[tuple[str, ...], list[Meaning]] = {}
        self._sizes: set[int] = set()
        for name in names:
            text = unicodedata.normalize("NFC", name[1].text)
            self._heard.setdefault(latin_as_heard(text), []).append(name)
            words = _words(text)
            self._sizes |= {len(words), 1} if len(latin_as_heard(text)) >= LONG_WORD else {len(words)}
            for gap in _gaps(words):
                self._gaps.setdefault(gap, []).append(name)

    def find(self, text: str) -> list[NearMiss]:
        """Return the near misses in order; a name that stands as any known form is none."""
        words = list(WORD.finditer(text))
        runs = product(range(len(words)), sorted(self._sizes))
        return without_overlaps(
            near for at, size in runs for near in self._about(text, words[at : at + size], size)
        )

    def _about(self, text: str, words: Sequence[re.Match[str]], size: int) -> Iterator[NearMiss]:
        if len(words) < size or not words[0].group()[0].isupper():
            return
        start, end = words[0].start(), words[-1].end()
        written = unicodedata.normalize("NFC", text[start:end])
        if _plain(written) in self._known:
            return
        for concept, term in self._heard.get(latin_as_heard(written), ()):
            if _same_by_sound(written, term.text):
                certain = not _own_marks(written, unicodedata.normalize("NFC", term.text))
                yield NearMiss(start, end, concept, term, certain)
        for gap in _gaps(_words(written)):
            for concept, term in self._gaps.get(gap, ()):
                if _is_slip(written, unicodedata.normalize("NFC", term.text), concept.kind is Kind.PERSON):
                    yield NearMiss(start, end, concept, term, certain=False)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _words(text: str) -> list[str]:
    return [bare(word).casefold() for word in text.split()]


def _gaps(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Several words: all but one of them. A single long one: all but one of its letters."""
    if len(words) > 1:
        return [(*words[:n], GAP, *words[n + 1 :]) for n in range(len(words))]
    word = words[0] if words else ""
    if len(word) < LONG_WORD:
        return []
    gaps: list[tuple[str, ...]] = [("", word)]
    return gaps + [("", word[:n] + word[n + 1 :]) for n in range(len(word))]


def _same_by_sound(written: str, name: str) -> bool:
    """The same letters but for marks; or the same sound, which a short word cannot prove."""
    letters = re.sub(r"[ -]", "", bare(written)).casefold()
    if letters == re.sub(r"[ -]", "", bare(name)).casefold():
        return len(letters) >= SHORT_WORD
    return len(letters) >= LONG_WORD


def _own_marks(written: str, name: str) -> bool:
    """True if it carries diacritics that the name has not: then it may be another name."""
    kept = set(name.casefold())
    return any(c not in kept and bare(c) != c for c in written.casefold())


def _is_slip(written: str, name: str, person: bool) -> bool:
    """One word or letter is off, and not by so much that it would be another name."""
    marked = bare(written) != written
    mine = [w.casefold() if marked else bare(w).casefold() for w in written.split()]
    right = [w.casefold() if marked else bare(w).casefold() for w in name.split()]
    if len(mine) != len(right):
        return False
    off = [(a, b) for a, b in zip(mine, right, strict=True) if a != b]
    if len(off) != 1:
        return False
    a, b = off[0]
    if person and len(right) > 2 and not marked and mine[-1] == right[-1] and a == mine[0]:
        return True  # Nguyen Van Dung for Lê Văn Dũng: who writes without marks mixes up more
    most = 1 if len(b) < LONG_WORD else 2
    return (
        len(b) >= SHORT_WORD
        and latin_as_heard(a)[:1] == latin_as_heard(b)[:1]
        and distance(a, b, most) <= (1 if len(right) == 1 else most)
    )
